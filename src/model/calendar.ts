import { type Day, dayNumber, dayOfNumber, type Weekday } from './day.ts';
import type { Span } from './span.ts';

export const YEAR_PATTERNS = ['gregorian', '4-4-5', '4-5-4', '5-4-4'] as const;
export type YearPattern = (typeof YEAR_PATTERNS)[number];

/** Which days are worked and how years, quarters, months and weeks are cut. */
export interface Calendar {
  /** Month and day on which the (fiscal) year starts; `{month: 1, day: 1}` for calendar years. */
  readonly yearStart: { readonly month: number; readonly day: number };
  readonly pattern: YearPattern;
  readonly weekStart: Weekday;
  readonly workingWeekdays: ReadonlySet<Weekday>;
  /** Day → name of the holiday. */
  readonly holidays: ReadonlyMap<Day, string>;
  /** Day → why it is worked although it would be free. Goes before a holiday. */
  readonly extraWorkingDays: ReadonlyMap<Day, string>;
}

/** What decides where years, their parts and weeks begin. */
export type Cuts = Pick<Calendar, 'yearStart' | 'pattern' | 'weekStart'>;

export function isWorkingDay(calendar: Calendar, on: Day): boolean {
  return isWorked(exceptionsOf(calendar), calendar, dayNumber(on));
}

/** Working days in the span, both ends included. The same spans are asked for again and again. */
export function countWorkingDays(calendar: Calendar, span: Span): number {
  const [first, last] = [dayNumber(span.start), dayNumber(span.end)];
  let known = COUNTS.get(calendar);
  if (!known) {
    known = new Map();
    COUNTS.set(calendar, known);
  }
  const key = first * MOST_DAYS + last;
  let count = known.get(key);
  if (count === undefined) {
    count = countBetween(calendar, first, last);
    known.set(key, count);
  }
  return count;
}

const COUNTS = new WeakMap<Calendar, Map<number, number>>();
/** Day numbers up to the year 9999 are below. */
const MOST_DAYS = 4_000_000;

/** Whole weeks at once, then the days that are exceptions. */
function countBetween(calendar: Calendar, first: number, last: number): number {
  const weeks = Math.floor((last - first + 1) / 7);
  let count = weeks * calendar.workingWeekdays.size;
  for (let number = first + 7 * weeks; number <= last; number++) if (calendar.workingWeekdays.has(weekdayOfNumber(number))) count++;
  exceptionsOf(calendar).forEach((isExtra, number) => {
    if (number < first || number > last) return;
    const isUsual = calendar.workingWeekdays.has(weekdayOfNumber(number));
    if (isExtra !== isUsual) count += isExtra ? 1 : -1;
  });
  return count;
}

/** The last working day in the span, or its end where none is worked. */
export function lastWorkingDay(calendar: Calendar, span: Span): Day {
  const exceptions = exceptionsOf(calendar);
  for (let number = dayNumber(span.end), first = dayNumber(span.start); number >= first; number--) {
    if (isWorked(exceptions, calendar, number)) return dayOfNumber(number);
  }
  return span.end;
}

/** Day number → worked although it would be free (true), or free although it would be worked (false). */
type Exceptions = ReadonlyMap<number, boolean>;
const EXCEPTIONS = new WeakMap<Calendar, Exceptions>();

function exceptionsOf(calendar: Calendar): Exceptions {
  const known = EXCEPTIONS.get(calendar);
  if (known) return known;
  const exceptions = new Map<number, boolean>();
  for (const on of calendar.holidays.keys()) exceptions.set(dayNumber(on), false);
  for (const on of calendar.extraWorkingDays.keys()) exceptions.set(dayNumber(on), true);
  EXCEPTIONS.set(calendar, exceptions);
  return exceptions;
}

function isWorked(exceptions: Exceptions, calendar: Calendar, number: number): boolean {
  return exceptions.get(number) ?? calendar.workingWeekdays.has(weekdayOfNumber(number));
}

/** 1970-01-01 was a Thursday. */
function weekdayOfNumber(number: number): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;
}
