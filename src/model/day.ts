import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths } from 'date-fns/addMonths';
import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import type { Brand } from './brand.ts';

/** A civil date as text, `YYYY-MM-DD`: sorts as text, has no time zone. Made only by this file's functions. */
export type Day = Brand<string, 'Day'>;

/** Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MILLISECONDS = 86_400_000;

/** The day that `text` names; undefined when it is not of the form or no such day exists (`2026-02-30`). */
export function parseDay(text: string): Day | undefined {
  if (NUMBERS.has(text as Day)) return text as Day;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  // 30 February is read as 2 March.
  if (Number.isNaN(time) || (text.slice(8) > '28' && dayOfTime(time) !== text)) return undefined;
  NUMBERS.set(text as Day, time / MILLISECONDS);
  return text as Day;
}

/** As parseDay; throws RangeError: for literals and for text that was checked before. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

/** Days since 1970-01-01: for arithmetic in loops. */
export function dayNumber(on: Day): number {
  const known = NUMBERS.get(on);
  if (known !== undefined) return known;
  const number = Date.parse(`${on}T00:00:00Z`) / MILLISECONDS;
  NUMBERS.set(on, number);
  return number;
}

export function dayOfNumber(number: number): Day {
  const known = DAYS.get(number);
  if (known !== undefined) return known;
  const found = dayOfTime(number * MILLISECONDS);
  DAYS.set(number, found);
  return found;
}

/** A plan has few days and asks for them often. */
const NUMBERS = new Map<Day, number>();
const DAYS = new Map<number, Day>();
const MONTHS_LATER = new Map<string, Day>();

export function addDays(on: Day, days: number): Day {
  return dayOfNumber(dayNumber(on) + days);
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day `months` later, or that month's last day: 2026-01-31 plus 1 is 2026-02-28. */
export function addMonthsTo(on: Day, months: number): Day {
  const key = `${on} ${months}`;
  const known = MONTHS_LATER.get(key);
  if (known !== undefined) return known;
  const found = dayOfTime(addMonths(utc(on), months).getTime());
  MONTHS_LATER.set(key, found);
  return found;
}

/** Whole months passed from `from` to `to`, by anniversary, rounded down: the day before `from` is -1. */
export function monthsBetween(from: Day, to: Day): number {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return addMonthsTo(from, months) > to ? months - 1 : months;
}

export function weekdayOf(on: Day): Weekday {
  return (((((dayNumber(on) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function yearOf(on: Day): number {
  return Number(on.slice(0, 4));
}

/** 1 to 12. */
export function monthOf(on: Day): number {
  return Number(on.slice(5, 7));
}

/** The ISO week that holds the day, as `2026-W01`. */
export function isoWeekOf(on: Day): string {
  const date = utc(on);
  return `${getISOWeekYear(date)}-W${String(getISOWeek(date)).padStart(2, '0')}`;
}

export function firstOfMonth(year: number, month: number): Day {
  return dayOfTime(Date.UTC(year, month - 1, 1));
}

export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

export function earlierDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function utc(on: Day): Date {
  return new UTCDateMini(`${on}T00:00:00Z`);
}

function dayOfTime(time: number): Day {
  return new Date(time).toISOString().slice(0, 10) as Day;
}
