import { findingsText } from '../../text/findings-text.ts';
import { painterOf } from '../colour.ts';
import { visible } from '../escape.ts';
import { type CheckResult, type FindingsEnvironment, summaryOf } from './format.ts';

/** The one line that is printed for people when nothing is wrong: it needs none of what draws findings. */
export function allIsWell(result: CheckResult, environment: FindingsEnvironment): string {
  return `${painterOf(environment.colour).tone('good', summaryLine(result, environment))}\n`;
}

export function summaryLine({ plan, findings, goalCount }: CheckResult, { language }: FindingsEnvironment): string {
  return `${visible(plan)}: ${findingsText[language].summary(summaryOf(findings), goalCount)}`;
}
