import { addDays, addMonthsTo, type Day } from '../model/day.ts';
import type { Duration } from '../model/duration.ts';
import { parseDuration } from '../model/duration.ts';
import type { Fraction } from '../model/fraction.ts';
import { parsePercent } from '../model/quantity.ts';
import type { Threshold } from './rule.ts';

/** A limit as the plan has it, where that can be read; else as the rule sets it. */
function limitOf<Limit>(input: unknown, { name, standard }: Threshold, read: (text: string) => Limit | undefined): Limit {
  const thresholds = (input as { readonly checks?: { readonly thresholds?: Readonly<Record<string, unknown>> } } | undefined)?.checks
    ?.thresholds;
  const value = thresholds && Object.hasOwn(thresholds, name) ? thresholds[name] : undefined;
  const limit = read(String(value)) ?? read(standard);
  if (limit === undefined) throw new Error(`${name}: ${standard}`);
  return limit;
}

export function durationOf(input: unknown, threshold: Threshold): Duration {
  return limitOf(input, threshold, parseDuration);
}

export function countOf(input: unknown, threshold: Threshold): number {
  return limitOf(input, threshold, parseCount);
}

export function shareOf(input: unknown, threshold: Threshold): Fraction {
  return limitOf(input, threshold, parsePercent);
}

/** True when a limit can be read as it is written. */
export function isReadable(kind: Threshold['kind'], text: string): boolean {
  return { duration: parseDuration, percent: parsePercent, count: parseCount }[kind](text) !== undefined;
}

function parseCount(text: string): number | undefined {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
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
