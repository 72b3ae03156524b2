import { bucketsOf } from '../decompose/index.ts';
import type { Calendar } from '../model/calendar.ts';
import { addDays, type Day } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import { type Fraction, isNought, minus, NOUGHT, plus } from '../model/fraction.ts';
import type { Id } from '../model/plan.ts';

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
  calendar: Calendar,
  madeOn: Day,
): readonly SnapshotChange[] {
  const months = monthsOf([...before, ...after], calendar);
  const totals = [totalsOf(before, months), totalsOf(after, months)] as const;
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

function totalsOf(facts: readonly Fact[], months: ReadonlyMap<Day, Month>): ReadonlyMap<string, Total> {
  const totals = new Map<string, Total>();
  for (const { source, metric, day, value } of facts) {
    const month = months.get(day);
    if (!month) continue;
    const key = `${source}\0${metric}\0${month.key}`;
    totals.set(key, { source, metric, month, value: plus(totals.get(key)?.value ?? NOUGHT, value) });
  }
  return totals;
}
