import type { Calendar } from '../model/calendar.ts';
import { addDays, type Day, dayNumber, daysBetween, weekdayOf } from '../model/day.ts';
import { startsOnNewYear } from '../model/fiscal-year.ts';
import { parsePeriod } from '../model/period.ts';
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

function spanNamed(name: string, calendar: Calendar): Span | undefined {
  if (isTwoPeriods(name, calendar)) return undefined;
  const span = parsePeriod(name, calendar);
  const isWeek = /^(FY)?\d{4}-W\d\d$/.test(name);
  return span && isWeek && weekOf(calendar, span.start).label !== name.replace('FY', '') ? undefined : span;
}

function windowOf(label: string, span: Span): Window {
  const before = { start: addDays(span.start, -daysIn(span)), end: addDays(span.start, -1) };
  return { label, span, before };
}

/** True when the window is not over on the day: its figures are of a part of it. */
export function isPartial({ span }: Window, asOf: Day): boolean {
  return daysBetween(asOf, span.end) > 0;
}
