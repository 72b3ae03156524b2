import type { Duration } from './plan.ts';

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
