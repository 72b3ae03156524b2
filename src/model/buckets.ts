import type { Cuts } from './calendar.ts';
import { day, dayNumber, dayOfNumber, monthOf, yearOf } from './day.ts';
import { type FiscalYear, fiscalYearOf, monthsIn, startsOnNewYear, WEEKS_OF_MONTHS } from './fiscal-year.ts';
import type { Span } from './span.ts';
import type { TimeDimension } from './step.ts';

/** A half, quarter, month or week with its key, cut at the edges of the span that was asked for. */
export interface Bucket {
  readonly key: string;
  readonly span: Span;
}

interface Whole {
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

/**
 * The time buckets that overlap a span, in order, without hole or overlap, the first and the last cut at its ends.
 * Halves and quarters count from `calendar.year_start`; months are calendar months, under 4-4-5 and its kin runs of
 * weeks with a 53rd week in the last one; weeks start on `week_start` and belong to the year that has four of their days.
 * Keys: `2026-H1`, `2026-Q1`, `2026-01`, `2026-W01`; `FY2027-Q1` where the year does not start on 01-01, `FY2027-M01`
 * for the months of a week pattern.
 */
export function bucketsOf(calendar: Cuts, dimension: TimeDimension, span: Span): readonly Bucket[] {
  const [from, to] = [dayNumber(span.start), dayNumber(span.end)];
  const buckets: Bucket[] = [];
  for (let at = from; at <= to; ) {
    const { key, last } = wholeBucket(calendar, dimension, at);
    buckets.push({ key, span: { start: dayOfNumber(at), end: dayOfNumber(Math.min(last, to)) } });
    at = last + 1;
  }
  return buckets;
}

/** The whole bucket that holds a day (given as its number). */
function wholeBucket(calendar: Cuts, dimension: TimeDimension, at: number): Whole {
  if (dimension === 'week') return weekOf(calendar, at);
  if (dimension === 'month' && calendar.pattern === 'gregorian') return monthOfYear(at);
  const year = fiscalYearOf(calendar, at);
  const cuts = dimension === 'month' ? patternMonths(calendar, year) : quarters(calendar, year, dimension === 'half' ? 2 : 1);
  const index = cuts.findLastIndex((cut) => cut <= at);
  return {
    key: `${yearKey(calendar, dimension, year)}-${LETTERS[dimension]}${numberKey(dimension, index + 1)}`,
    first: cuts[index] ?? year.first,
    last: (cuts[index + 1] ?? year.last + 1) - 1,
  };
}

const LETTERS = { half: 'H', quarter: 'Q', month: 'M' } as const;

function yearKey(calendar: Cuts, dimension: TimeDimension, year: FiscalYear): string {
  const name = fourDigits(year.name);
  return startsOnNewYear(calendar) && dimension !== 'month' ? name : `FY${name}`;
}

function numberKey(dimension: TimeDimension, number: number): string {
  return dimension === 'month' ? twoDigits(number) : String(number);
}

/** Where each quarter, or each pair of them, begins. */
function quarters(calendar: Cuts, year: FiscalYear, together: number): number[] {
  const begins =
    calendar.pattern === 'gregorian' ? (index: number) => monthsIn(year, 3 * index) : (index: number) => year.first + 91 * index;
  return Array.from({ length: 4 / together }, (_, index) => begins(index * together));
}

function patternMonths(calendar: Cuts, year: FiscalYear): number[] {
  if (calendar.pattern === 'gregorian') return [];
  const [first, second] = WEEKS_OF_MONTHS[calendar.pattern];
  return [0, 1, 2, 3].flatMap((quarter) => {
    const start = year.first + 91 * quarter;
    return [start, start + 7 * first, start + 7 * (first + second)];
  });
}

function monthOfYear(at: number): Whole {
  const key = dayOfNumber(at).slice(0, 7);
  const first = dayNumber(day(`${key}-01`));
  const next =
    new Map([
      [2, 28],
      [4, 30],
      [6, 30],
      [9, 30],
      [11, 30],
    ]).get(monthOf(day(`${key}-01`))) ?? 31;
  const leap = next === 28 && dayOfNumber(first + 28).slice(0, 7) === key;
  return { key, first, last: first + next - (leap ? 0 : 1) };
}

function weekOf(calendar: Cuts, at: number): Whole {
  const sinceStart = (((at + 3 - (calendar.weekStart - 1)) % 7) + 7) % 7;
  const first = at - sinceStart;
  const year = yearOf(dayOfNumber(first + 3));
  const newYear = dayNumber(day(`${fourDigits(year)}-01-01`));
  const week = Math.floor((first + 3 - newYear) / 7) + 1;
  return { key: `${fourDigits(year)}-W${twoDigits(week)}`, first, last: first + 6 };
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
