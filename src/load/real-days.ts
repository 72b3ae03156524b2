import { parseDay } from '../model/day.ts';
import type { Problem } from '../model/finding.ts';
import { parsePeriod } from '../model/period.ts';
import type { PlanPath } from '../model/plan.ts';
import { entriesOf } from './ordered.ts';
import { definitionOf, walkPlan } from './shape.ts';

const DATES = ['day', 'dayRange', 'period'];
/** Years of the calendar decide where a fiscal quarter lies, never whether it exists. */
const PLAIN = { yearStart: { month: 1, day: 1 } };

/** Dates that have the form of one but do not exist: `2026-02-30`. Reports: schema/bad-date. */
export function unrealDays(input: unknown): readonly { readonly path: PlanPath; readonly problem: Problem }[] {
  const found: { path: PlanPath; problem: Problem }[] = [];
  const judge = (name: string | undefined, text: unknown, path: PlanPath, at: 'key' | 'value'): void => {
    if (!DATES.includes(name ?? '') || (typeof text !== 'string' && typeof text !== 'number')) return;
    if (isReal(name, String(text))) return;
    found.push({
      path,
      problem: { rule: 'schema/bad-date', spot: { in: 'plan', path, at }, args: { value: String(text), key: String(path.at(-1)) } },
    });
  };
  walkPlan(input, (value, shape, path, raw) => {
    judge(definitionOf(raw), value, path, 'value');
    const keys = definitionOf(shape.propertyNames);
    if (keys !== undefined) for (const [key] of entriesOf(value)) judge(keys, key, [...path, key], 'key');
  });
  return found;
}

function isReal(name: string | undefined, text: string): boolean {
  return name === 'day' ? parseDay(text) !== undefined : parsePeriod(text, PLAIN) !== undefined;
}
