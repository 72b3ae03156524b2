import type { Finding } from '../../model/finding.ts';
import { findingsText } from '../../text/findings-text.ts';
import { escapeMarkdown } from '../escape.ts';
import { type CheckResult, type FindingsEnvironment, goalCountOf, hiddenOf, summaryOf, titleOf } from './format.ts';

/** A table for a pull request. */
export function markdown(result: CheckResult, { language }: FindingsEnvironment): string {
  const text = findingsText[language];
  const title = `### ${escapeMarkdown(titleOf(result, language))}: ${text.summary(summaryOf(result.findings), goalCountOf(result), hiddenOf(result))}\n`;
  if (result.findings.length === 0) return title;
  const head = `| ${text.columns.join(' | ')} |\n| --- | --- | --- | --- |\n`;
  return `${title}\n${head}${result.findings.map((finding) => row(finding, text.severities)).join('')}`;
}

function row({ rule, severity, message, help, place }: Finding, severities: Readonly<Record<Finding['severity'], string>>): string {
  const where = `${escapeMarkdown(place.file)}:${place.line}:${place.column}`;
  return `| ${where} | ${severities[severity]} | ${rule} | ${escapeMarkdown(message)} ${escapeMarkdown(help)} |\n`;
}
