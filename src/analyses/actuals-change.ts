import type { Actuals, Fact } from '../model/fact.ts';
import { compare, type Fraction } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import { monthValue } from './month-value.ts';

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
  plan: Pick<Plan, 'metrics'>,
): { readonly changes: readonly MonthChange[]; readonly same: number } {
  const [old, now] = [totalsOf(before, plan), totalsOf(after, plan)];
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  const all = keys.map((key) => {
    const [metric = '', month = ''] = key.split('\0');
    return { metric, month, before: old.get(key), after: now.get(key) };
  });
  const changes = all.filter(({ before: a, after: b }) => !a || !b || compare(a, b) !== 0);
  return { changes, same: all.length - changes.length };
}

function totalsOf(actuals: Actuals | undefined, plan: Pick<Plan, 'metrics'>): ReadonlyMap<string, Fraction> {
  const facts = new Map<string, Fact[]>();
  for (const fact of actuals?.facts ?? []) {
    const key = `${fact.metric}\0${fact.day.slice(0, 7)}`;
    const own = facts.get(key);
    if (own) own.push(fact);
    else facts.set(key, [fact]);
  }
  return new Map([...facts].map(([key, own]) => [key, monthValue(own[0]?.metric ?? '', own, plan)]));
}
