import { bucketsOf } from './buckets.ts';
import type { Cuts } from './calendar.ts';
import { addDays, addMonthsTo, type Day, dayNumber, dayOfNumber, firstOfMonth, parseDay, weekdayOf } from './day.ts';
import { partOfYear } from './part-of-year.ts';
import type { Span } from './span.ts';
import type { TimeDimension } from './step.ts';

const FORM = /^(FY)?(\d{4})(?:-(?:([QHM])(\d{1,2})|W(\d{2})|(\d{2})))?$/;
const DIMENSIONS: Readonly<Record<string, TimeDimension>> = { Q: 'quarter', H: 'half', M: 'month' };

/**
 * The days that a period's name means: `2025`, `FY2026`, `2026-H1`, `FY2027-Q1`, `2026-03`, `2026-W12`, `2026-03-31`,
 * `2026-01-01..2026-01-15`. Years, their parts and weeks are cut as the calendar cuts goals; a month without `M` is the
 * calendar's. Undefined when it is none, or names days that do not exist.
 */
export function parsePeriod(text: string, calendar: Cuts): Span | undefined {
  const days = text.split('..').map(parseDay);
  const [start, end = start] = days;
  if (start && end && days.length <= 2) return start <= end ? { start, end } : undefined;
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, , year = '', letter, part, week, month] = match;
  if (week !== undefined) return weekOfYear(Number(year), Number(week), calendar.weekStart);
  if (month !== undefined)
    return Number(month) >= 1 && Number(month) <= 12 ? runOfMonths(firstOfMonth(Number(year), Number(month)), 1) : undefined;
  // Months of the calendar are cut where a year begins in the middle of one: counted from the year's first day they are whole.
  if (letter === 'M' && calendar.pattern === 'gregorian') return monthOfYear(calendar, Number(year), Number(part));
  return partOfYear(calendar, Number(year), DIMENSIONS[letter ?? ''], Number(part ?? 1));
}

/**
 * The first day of what a plan counts as the month that is called so: `2026-02` of a table. Under a week pattern the run of
 * weeks that has the middle of the month; else the month itself. `first` is the month's own first day.
 */
export function startOfMonthCalled(first: Day, calendar: Cuts): Day {
  if (calendar.pattern === 'gregorian') return first;
  const middle = addDays(first, calendar.yearStart.day - 1 + 14);
  const [month] = bucketsOf(calendar, 'month', { start: middle, end: middle });
  return (month && parsePeriod(month.key, calendar)?.start) ?? first;
}

function monthOfYear(calendar: Cuts, year: number, month: number): Span | undefined {
  const first = partOfYear(calendar, year)?.start;
  return first !== undefined && month >= 1 && month <= 12 ? runOfMonths(addMonthsTo(first, month - 1), 1) : undefined;
}

function runOfMonths(start: Day, months: number): Span {
  return { start, end: addDays(addMonthsTo(start, months), -1) };
}

/**
 * A week belongs to the year that has four of its days, so that 4 January is always in the first one. A 53rd week is told to be
 * none by its name alone where weeks start on Monday; from another weekday it is the week after the 52nd, whichever year has it.
 */
function weekOfYear(year: number, week: number, weekStart: Cuts['weekStart']): Span | undefined {
  const fourth = addDays(firstOfMonth(year, 1), 3);
  const start = addDays(fourth, -((weekdayOf(fourth) - weekStart + 7) % 7) + (week - 1) * 7);
  const isOfYear = dayOfNumber(dayNumber(start) + 3).startsWith(String(year).padStart(4, '0')) || weekStart !== 1;
  return week >= 1 && week <= 53 && isOfYear && start <= LAST_START ? { start, end: addDays(start, 6) } : undefined;
}

/** A week that starts later ends on a day that has no name. */
const LAST_START = '9999-12-25';
