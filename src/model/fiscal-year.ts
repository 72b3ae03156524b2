import type { Cuts, YearPattern } from './calendar.ts';
import { addMonthsTo, type Day, day, dayNumber, dayOfNumber, weekdayOf, yearOf } from './day.ts';

/** A year of the plan's calendar, named after the calendar year in which it ends. Days as numbers since 1970-01-01, both included. */
export interface FiscalYear {
  readonly name: number;
  readonly first: number;
  readonly last: number;
}

/** Weeks of the three months of a quarter. */
export const WEEKS_OF_MONTHS: Readonly<Record<Exclude<YearPattern, 'gregorian'>, readonly [number, number, number]>> = {
  '4-4-5': [4, 4, 5],
  '4-5-4': [4, 5, 4],
  '5-4-4': [5, 4, 4],
};

const [MIN_YEAR, MAX_YEAR] = [1, 9999];

/** True when the plan's years are calendar years: their keys carry no `FY`. */
export function startsOnNewYear(calendar: Cuts): boolean {
  return calendar.yearStart.month === 1 && calendar.yearStart.day === 1;
}

/** The fiscal year that holds a day (given as its number). */
export function fiscalYearOf(calendar: Cuts, number: number): FiscalYear {
  let name = yearOf(dayOfNumber(number)) + 2;
  while (firstDay(calendar, name) > number) name--;
  return fiscalYear(calendar, name);
}

/** The fiscal year of that name: `FY2027` with `year_start: 02-01` runs from 2026-02-01 to 2027-01-31. */
export function fiscalYear(calendar: Cuts, name: number): FiscalYear {
  return { name, first: firstDay(calendar, name), last: firstDay(calendar, name + 1) - 1 };
}

/** The day `months` after a year's first day, as a number; never after the year's end. */
export function monthsIn(year: FiscalYear, months: number): number {
  return Math.min(dayNumber(addMonthsTo(dayOfNumber(year.first), months)), year.last + 1);
}

function firstDay(calendar: Cuts, name: number): number {
  const year = startsOnNewYear(calendar) ? name : name - 1;
  if (year < MIN_YEAR) return Number.NEGATIVE_INFINITY;
  if (year > MAX_YEAR) return dayNumber(day('9999-12-31')) + 1;
  const nominal = nominalStart(calendar, year);
  return calendar.pattern === 'gregorian' ? dayNumber(nominal) : nearestWeekStart(calendar, nominal);
}

function nominalStart(calendar: Cuts, year: number): Day {
  const { month, day: date } = calendar.yearStart;
  const first = day(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
  const wanted = dayOfNumber(dayNumber(first) + date - 1);
  const nextMonth = addMonthsTo(first, 1);
  return wanted < nextMonth ? wanted : dayOfNumber(dayNumber(nextMonth) - 1);
}

function nearestWeekStart(calendar: Cuts, nominal: Day): number {
  const ahead = (calendar.weekStart - weekdayOf(nominal) + 7) % 7;
  return dayNumber(nominal) + (ahead > 3 ? ahead - 7 : ahead);
}
