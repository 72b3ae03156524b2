import type { Calendar } from './calendar.ts';
import { addDays, addMonthsTo, type Day, dayNumber, dayOfNumber, firstOfMonth, parseDay, weekdayOf } from './day.ts';
import type { Span } from './span.ts';

const FORM = /^(FY)?(\d{4})(?:-(?:([QHM])(\d{1,2})|W(\d{2})|(\d{2})))?$/;

/**
 * The days that a period's name means: `2025`, `FY2026`, `2026-H1`, `FY2027-Q1`, `2026-03`, `2026-W12`, `2026-03-31`,
 * `2026-01-01..2026-01-15`. Years and their parts follow the calendar's `yearStart` where it is not 1 January.
 * Undefined when it is none, or names days that do not exist.
 */
export function parsePeriod(text: string, calendar: Pick<Calendar, 'yearStart'>): Span | undefined {
  const days = text.split('..').map(parseDay);
  const [start, end = start] = days;
  if (start && end && days.length <= 2) return start <= end ? { start, end } : undefined;
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, , year = '', letter, part, week, month] = match;
  if (week !== undefined) return isoWeek(Number(year), Number(week));
  if (month !== undefined)
    return Number(month) >= 1 && Number(month) <= 12 ? runOfMonths(firstOfMonth(Number(year), Number(month)), 1) : undefined;
  return partOfYear(Number(year), letter, Number(part), calendar.yearStart);
}

function partOfYear(year: number, letter: string | undefined, part: number, yearStart: Calendar['yearStart']): Span | undefined {
  const isCalendarYear = yearStart.month === 1 && yearStart.day === 1;
  const first = addDays(firstOfMonth(isCalendarYear ? year : year - 1, yearStart.month), yearStart.day - 1);
  const months = { Q: 3, H: 6, M: 1 }[letter ?? ''];
  if (months === undefined) return runOfMonths(first, 12);
  if (part < 1 || part * months > 12) return undefined;
  return runOfMonths(addMonthsTo(first, (part - 1) * months), months);
}

function runOfMonths(start: Day, months: number): Span {
  return { start, end: addDays(addMonthsTo(start, months), -1) };
}

/** The Thursday of week 1 is the first of the year. */
function isoWeek(year: number, week: number): Span | undefined {
  const fourth = addDays(firstOfMonth(year, 1), 3);
  const monday = addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
  const thursday = dayOfNumber(dayNumber(monday) + 3);
  return week >= 1 && thursday.startsWith(String(year)) ? { start: monday, end: addDays(monday, 6) } : undefined;
}
