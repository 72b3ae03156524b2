import type { Finding } from '../../model/finding.ts';
import { escapeHtml } from '../escape.ts';
import { type CheckedPlan, type CheckResult, summaryOf } from './format.ts';

/** JUnit: one suite a plan, one case a finding; errors fail, the rest are shown in the case's output. */
export function junit({ plans }: CheckResult): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
${plans.map(suite).join('')}</testsuites>
`;
}

function suite({ plan, findings }: CheckedPlan): string {
  const { errors } = summaryOf(findings);
  const cases = findings.length === 0 ? [`    <testcase name="${escapeHtml(plan)}" classname="salesplan"/>\n`] : findings.map(testcase);
  return `  <testsuite name="${escapeHtml(plan)}" tests="${cases.length}" failures="${errors}" errors="0" skipped="0" time="0">
${cases.join('')}  </testsuite>
`;
}

function testcase({ rule, severity, message, help, place }: Finding): string {
  const where = `${escapeHtml(place.file)}:${place.line}:${place.column}`;
  const words = `${escapeHtml(message)} ${escapeHtml(help)}`;
  const body =
    severity === 'error'
      ? `<failure message="${escapeHtml(message)}" type="${rule}">${where} ${words}</failure>`
      : `<system-out>${severity} ${where} ${words}</system-out>`;
  return `    <testcase name="${rule} ${where}" classname="${escapeHtml(place.file)}">\n      ${body}\n    </testcase>\n`;
}
