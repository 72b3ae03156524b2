import { findingsText } from '../../text/findings-text.ts';
import { visible } from '../escape.ts';
import { type CheckResult, type FindingsEnvironment, goalCountOf, hiddenOf, summaryOf, titleOf } from './format.ts';

/** What is printed for people when nothing is wrong: it needs none of what draws findings, nor colours. */
export function allIsWell(result: CheckResult, environment: FindingsEnvironment, paint = (line: string) => line): string {
  const lines = [paint(summaryLine(result, environment)), ...notesOf(result, environment)];
  return lines.map((line) => `${line}\n`).join('');
}

export function summaryLine(result: CheckResult, { language }: FindingsEnvironment): string {
  return `${visible(titleOf(result, language))}: ${findingsText[language].summary(summaryOf(result.findings), goalCountOf(result), hiddenOf(result))}`;
}

export function notesOf({ notes }: CheckResult, { isQuiet }: FindingsEnvironment): readonly string[] {
  return isQuiet ? [] : notes.map(visible);
}
