import { partOfYear, startsOnNewYear } from '../decompose/index.ts';
import type { Calendar } from '../model/calendar.ts';
import { addDays, type Day, day, dayNumber, daysBetween, weekdayOf } from '../model/day.ts';
import { parsePeriod } from '../model/period.ts';
import type { TimeDimension } from '../model/plan.ts';
import { daysIn, type Span } from '../model/span.ts';

/** The days that a report is about, with the name people have for them. */
export interface Window {
  readonly label: string;
  readonly span: Span;
  /** As many days just before it. */
  readonly before: Span;
}

/** The week that holds a day, from the calendar's first weekday on. */
export function weekOf(calendar: Calendar, on: Day): Window {
  const start = addDays(on, -((weekdayOf(on) - calendar.weekStart + 7) % 7));
  const thursday = addDays(start, 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01` as Day)) / 7) + 1;
  return windowOf(`${year}-W${String(week).padStart(2, '0')}`, { start, end: addDays(start, 6) });
}

/**
 * The window that a name means (`2026-W12`, `2026-03`, `2026-Q1`, `FY2027-M03`, `2026-03-01..2026-03-15`), cut as the plan cuts
 * its goals. Undefined when it means none, or when it can mean two: `2026-Q1` of a plan whose years start in February.
 */
export function windowNamed(name: string, calendar: Calendar): Window | undefined {
  const span = spanNamed(name, calendar);
  return span && windowOf(name, span);
}

/** A year or a part of it without `FY`, in a plan whose years are not those of the calendar. */
export function isTwoPeriods(name: string, calendar: Calendar): boolean {
  return PART.test(name) && !name.startsWith('FY') && !startsOnNewYear(calendar);
}

const PART = /^(?:FY)?(\d{4})(?:-([QHM])(\d{1,2}))?$/;
const DIMENSIONS: Readonly<Record<string, TimeDimension>> = { Q: 'quarter', H: 'half', M: 'month' };

function spanNamed(name: string, calendar: Calendar): Span | undefined {
  if (/^(FY)?\d{4}-W\d\d$/.test(name)) return weekNamed(name.replace('FY', ''), calendar);
  const written = parsePeriod(name, calendar);
  if (!written) return undefined;
  const [found, year, letter, part] = PART.exec(name) ?? [];
  if (found === undefined) return written;
  if (isTwoPeriods(name, calendar)) return undefined;
  // Months of the calendar are cut where a year begins in the middle of one: counted from the year's first day they are whole.
  if (letter === 'M' && calendar.pattern === 'gregorian') return written;
  return partOfYear(calendar, Number(year), DIMENSIONS[letter ?? ''], Number(part ?? 1));
}

/** 4 January is always in the first week. */
function weekNamed(name: string, calendar: Calendar): Span | undefined {
  const [year, week] = name.split('-W');
  const { label, span } = weekOf(calendar, addDays(day(`${year}-01-04`), (Number(week) - 1) * 7));
  return label === name ? span : undefined;
}

function windowOf(label: string, span: Span): Window {
  const before = { start: addDays(span.start, -daysIn(span)), end: addDays(span.start, -1) };
  return { label, span, before };
}

/** True when the window is not over on the day: its figures are of a part of it. */
export function isPartial({ span }: Window, asOf: Day): boolean {
  return daysBetween(asOf, span.end) > 0;
}
