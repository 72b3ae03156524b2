import { addDays, addMonthsTo, type Day } from '../model/day.ts';
import { parseDuration } from '../model/duration.ts';
import type { Fraction } from '../model/fraction.ts';
import type { Duration } from '../model/plan.ts';
import { parsePercent } from '../model/quantity.ts';

/** Limits of rules that a plan may move: `checks: {thresholds: {stale_research: 12 months, span: 8, list_off_method: 15%}}`. */
function written(input: unknown, name: string): string | undefined {
  const thresholds = (input as { readonly checks?: { readonly thresholds?: Readonly<Record<string, unknown>> } } | undefined)?.checks
    ?.thresholds;
  const value = thresholds && Object.hasOwn(thresholds, name) ? thresholds[name] : undefined;
  return value === undefined ? undefined : String(value);
}

/** A duration in whole months. */
export function monthsOf(input: unknown, name: string, standard: number): number {
  const duration = parseDuration(written(input, name) ?? '');
  if (!duration) return standard;
  const months = { months: 1, quarters: 3, years: 12 }[duration.unit as 'months'];
  return months === undefined ? standard : duration.count * months;
}

export function durationOf(input: unknown, name: string, standard: Duration): Duration {
  return parseDuration(written(input, name) ?? '') ?? standard;
}

export function countOf(input: unknown, name: string, standard: number): number {
  const count = Number(written(input, name));
  return Number.isFinite(count) ? count : standard;
}

export function shareOf(input: unknown, name: string, standard: Fraction): Fraction {
  return parsePercent(written(input, name) ?? '') ?? standard;
}

/** A day so much later; hours count as nothing, workdays as days of a five-day week. */
export function addDuration(from: Day, { count, unit }: Duration): Day {
  switch (unit) {
    case 'hours':
      return from;
    case 'days':
      return addDays(from, count);
    case 'workdays':
      return addDays(from, Math.ceil((count * 7) / 5));
    case 'weeks':
      return addDays(from, 7 * count);
    case 'months':
      return addMonthsTo(from, count);
    case 'quarters':
      return addMonthsTo(from, 3 * count);
    case 'years':
      return addMonthsTo(from, 12 * count);
  }
}
