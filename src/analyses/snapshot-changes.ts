import { bucketsOf } from '../model/buckets.ts';
import type { Calendar } from '../model/calendar.ts';
import { addDays, type Day } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import { type Fraction, isNought, minus, NOUGHT } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import { monthValue } from './month-value.ts';

/** A month of a source's metric that is another than it was when the last snapshot was made. */
export interface SnapshotChange {
  readonly source: Id;
  readonly metric: Id;
  /** `2026-03`, or `FY2026-M03` of a week pattern. */
  readonly month: string;
  readonly before: Fraction;
  readonly after: Fraction;
  readonly difference: Fraction;
  /** It was over when the last snapshot was made: the change came late. */
  readonly isClosed: boolean;
}

/** Months that changed between two snapshots of the same sources, by source, metric and month. `madeOn`: the day of the first. */
export function snapshotChanges(
  before: readonly Fact[],
  after: readonly Fact[],
  plan: Pick<Plan, 'calendar' | 'metrics'>,
  madeOn: Day,
): readonly SnapshotChange[] {
  const months = monthsOf([...before, ...after], plan.calendar);
  const totals = [totalsOf(before, months, plan), totalsOf(after, months, plan)] as const;
  const keys = [...new Set(totals.flatMap((total) => [...total.keys()]))].sort();
  return keys.flatMap((key) => {
    const [was, is] = totals.map((total) => total.get(key)?.value ?? NOUGHT);
    const place = totals[1].get(key) ?? totals[0].get(key);
    const difference = minus(is ?? NOUGHT, was ?? NOUGHT);
    if (!place || isNought(difference)) return [];
    const { source, metric, month } = place;
    return [{ source, metric, month: month.key, before: was ?? NOUGHT, after: is ?? NOUGHT, difference, isClosed: month.end < madeOn }];
  });
}

interface Month {
  readonly key: string;
  readonly end: Day;
}

interface Total {
  readonly source: Id;
  readonly metric: Id;
  readonly month: Month;
  readonly value: Fraction;
}

/** The month of each day that there is. Buckets are cut at the span asked for: one of a month and more has the first one whole. */
function monthsOf(facts: readonly Fact[], calendar: Calendar): ReadonlyMap<Day, Month> {
  const days = new Set(facts.map(({ day }) => day));
  return new Map(
    [...days].map((day) => {
      const [own] = bucketsOf(calendar, 'month', { start: day, end: addDays(day, 45) });
      return [day, { key: own?.key ?? day, end: own?.span.end ?? day }] as const;
    }),
  );
}

function totalsOf(facts: readonly Fact[], months: ReadonlyMap<Day, Month>, plan: Pick<Plan, 'metrics'>): ReadonlyMap<string, Total> {
  const groups = new Map<string, { readonly first: Fact; readonly month: Month; readonly facts: Fact[] }>();
  for (const fact of facts) {
    const month = months.get(fact.day);
    if (!month) continue;
    const key = `${fact.source}\0${fact.metric}\0${month.key}`;
    const group = groups.get(key) ?? { first: fact, month, facts: [] };
    groups.set(key, group);
    group.facts.push(fact);
  }
  return new Map(
    [...groups].map(
      ([
        key,
        {
          first: { source, metric },
          month,
          facts: own,
        },
      ]) => [key, { source, metric, month, value: monthValue(metric, own, plan) }],
    ),
  );
}
