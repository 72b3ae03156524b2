import type { Finding, Severity } from '../../model/finding.ts';
import { findingsText } from '../../text/findings-text.ts';
import { visible } from '../escape.ts';
import type { CheckResult, FindingsEnvironment } from './format.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
/** GitHub shows ten of a level in a step. */
const SHOWN = 10;

/** Workflow commands: annotations on a pull request; the worst ten of each level, then a line that says how many are left out. */
export function github({ findings }: CheckResult, { language }: FindingsEnvironment): string {
  const lines = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    const rest = own.length - SHOWN;
    return [...own.slice(0, SHOWN).map(command), ...(rest > 0 ? [`::notice::${findingsText[language].left(rest, severity)}`] : [])];
  });
  return lines.map((line) => `${line}\n`).join('');
}

function command({ rule, severity, message, help, place }: Finding): string {
  const range = `line=${place.line},col=${place.column},endLine=${place.endLine},endColumn=${place.endColumn}`;
  return `::${LEVELS[severity]} file=${property(place.file)},${range},title=${property(rule)}::${data(`${message} ${help}`)}`;
}

function data(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
