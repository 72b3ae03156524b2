import type { Finding } from '../../model/finding.ts';
import { type CheckResult, summaryOf } from './format.ts';

/** The contract of `schemas/check.schema.json`. */
export function json(result: CheckResult): string {
  const findings = result.findings.map(plainFinding);
  return `${JSON.stringify({ version: 1, plan: result.plan, summary: summaryOf(result.findings), findings }, null, 2)}\n`;
}

/** A finding as machines read it. */
export function plainFinding({ rule, severity, message, help, place, related, fix, entity }: Finding) {
  return {
    rule,
    severity,
    message,
    help,
    file: place.file,
    line: place.line,
    column: place.column,
    endLine: place.endLine,
    endColumn: place.endColumn,
    entity,
    related: related.map((each) => ({ message: each.message, ...each.place })),
    fix: fix ?? null,
  };
}
