import { bucketsOf } from './buckets.ts';
import type { Cuts } from './calendar.ts';
import { dayOfNumber } from './day.ts';
import { fiscalYear } from './fiscal-year.ts';
import type { Span } from './span.ts';
import type { TimeDimension } from './step.ts';

/** The days of a year of the plan's calendar, or of its n-th half, quarter or month, as goals are cut. Undefined when there is none. */
export function partOfYear(calendar: Cuts, year: number, dimension?: TimeDimension, part = 1): Span | undefined {
  const { first, last } = fiscalYear(calendar, year);
  if (!Number.isFinite(first) || first > last) return undefined;
  const whole = { start: dayOfNumber(first), end: dayOfNumber(last) };
  return dimension === undefined ? whole : bucketsOf(calendar, dimension, whole)[part - 1]?.span;
}
