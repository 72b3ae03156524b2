import { findingsText } from '../../text/findings-text.ts';
import { painterOf } from '../colour.ts';
import { visible } from '../escape.ts';
import { type CheckResult, type FindingsEnvironment, goalCountOf, hiddenOf, summaryOf, titleOf } from './format.ts';

/** The one line that is printed for people when nothing is wrong: it needs none of what draws findings. */
export function allIsWell(result: CheckResult, environment: FindingsEnvironment): string {
  const lines = [painterOf(environment.colour).tone('good', summaryLine(result, environment)), ...notesOf(result, environment)];
  return lines.map((line) => `${line}\n`).join('');
}

export function summaryLine(result: CheckResult, { language }: FindingsEnvironment): string {
  return `${visible(titleOf(result, language))}: ${findingsText[language].summary(summaryOf(result.findings), goalCountOf(result), hiddenOf(result))}`;
}

export function notesOf({ notes }: CheckResult, { isQuiet }: FindingsEnvironment): readonly string[] {
  return isQuiet ? [] : notes.map(visible);
}
