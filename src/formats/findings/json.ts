import type { Finding } from '../../model/finding.ts';
import { type CheckResult, hiddenOf, summaryOf } from './format.ts';

/** The contract of `schemas/check.schema.json`. */
export function json(checked: CheckResult): string {
  const { plans, findings } = checked;
  const parts = plans.map((each) => ({ plan: each.plan, goals: each.goalCount, summary: summaryOf(each.findings), skipped: each.skipped }));
  const all = plans.flatMap(({ plan, findings: own }) => own.map((finding) => ({ ...plainFinding(finding), plan })));
  const summary = summaryOf(findings);
  const result = { version: 1, plan: plans[0]?.plan ?? '', summary, hidden: hiddenOf(checked), plans: parts, findings: all };
  return `${JSON.stringify(result, null, 2)}\n`;
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
