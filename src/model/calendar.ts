import { type Day, dayNumber, dayOfNumber, type Weekday, weekdayOf } from './day.ts';
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

export function isWorkingDay(calendar: Calendar, on: Day): boolean {
  if (calendar.extraWorkingDays.has(on)) return true;
  return calendar.workingWeekdays.has(weekdayOf(on)) && !calendar.holidays.has(on);
}

/** Working days in the span, both ends included. Linear in its length: callers keep what they ask often. */
export function countWorkingDays(calendar: Calendar, span: Span): number {
  let count = 0;
  for (let number = dayNumber(span.start), last = dayNumber(span.end); number <= last; number++) {
    if (isWorkingDay(calendar, dayOfNumber(number))) count++;
  }
  return count;
}

/** The last working day in the span, or its end where none is worked. */
export function lastWorkingDay(calendar: Calendar, span: Span): Day {
  for (let number = dayNumber(span.end), first = dayNumber(span.start); number >= first; number--) {
    const on = dayOfNumber(number);
    if (isWorkingDay(calendar, on)) return on;
  }
  return span.end;
}
