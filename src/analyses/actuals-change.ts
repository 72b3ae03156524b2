import type { Actuals } from '../model/fact.ts';
import { compare, type Fraction, NOUGHT, plus } from '../model/fraction.ts';
import type { Id } from '../model/plan.ts';

/** One metric in one month, before and after; a side without a fact is undefined, which is not zero. */
export interface MonthChange {
  readonly metric: Id;
  /** `2026-03` */
  readonly month: string;
  readonly before: Fraction | undefined;
  readonly after: Fraction | undefined;
}

/** Which months of which metrics two readings of actuals differ in, by metric and month; `same` counts those that they agree on. */
export function changesBetween(
  before: Actuals | undefined,
  after: Actuals | undefined,
): { readonly changes: readonly MonthChange[]; readonly same: number } {
  const [old, now] = [totalsOf(before), totalsOf(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  const all = keys.map((key) => {
    const [metric = '', month = ''] = key.split('\0');
    return { metric, month, before: old.get(key), after: now.get(key) };
  });
  const changes = all.filter(({ before: a, after: b }) => !a || !b || compare(a, b) !== 0);
  return { changes, same: all.length - changes.length };
}

function totalsOf(actuals: Actuals | undefined): ReadonlyMap<string, Fraction> {
  const totals = new Map<string, Fraction>();
  for (const { metric, day, value } of actuals?.facts ?? []) {
    const key = `${metric}\0${day.slice(0, 7)}`;
    totals.set(key, plus(totals.get(key) ?? NOUGHT, value));
  }
  return totals;
}
