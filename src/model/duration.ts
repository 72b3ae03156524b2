import { addDays, addMonthsTo, type Day } from './day.ts';

/** A duration as written: `10 days`, `2 workdays`, `3 months`. */
export interface Duration {
  readonly count: number;
  readonly unit: 'hours' | 'days' | 'workdays' | 'weeks' | 'months' | 'quarters' | 'years';
}

const FORM = /^(\d+) ?(hour|day|workday|week|month|quarter|year)s?$/;
const UNITS: Readonly<Record<string, Duration['unit']>> = {
  hour: 'hours',
  day: 'days',
  workday: 'workdays',
  week: 'weeks',
  month: 'months',
  quarter: 'quarters',
  year: 'years',
};

/** Reads `10 days`, `2 weeks`, `5 workdays`; undefined when it is none. */
export function parseDuration(text: string): Duration | undefined {
  const match = FORM.exec(text.trim());
  const unit = UNITS[match?.[2] ?? ''];
  return match && unit ? { count: Number(match[1]), unit } : undefined;
}

/** The first day of a window of that length that ends on a day: `4 quarters` up to 2026-06-28 begin on 2025-06-29. */
export function windowStart(end: Day, { count, unit }: Duration): Day {
  const months = { months: 1, quarters: 3, years: 12 }[unit as 'months'];
  if (months !== undefined) return addDays(addMonthsTo(end, -count * months), 1);
  const days = { weeks: 7, workdays: 7 / 5, days: 1, hours: 1 / 24 }[unit as 'days'];
  return addDays(end, 1 - Math.max(1, Math.ceil(count * days)));
}
