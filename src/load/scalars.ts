import { type Day, parseDay } from '../model/day.ts';
import type { Duration } from '../model/duration.ts';
import { parseDuration } from '../model/duration.ts';
import { type Fraction, parseDecimal } from '../model/fraction.ts';
import { parsePercent } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import type { Match } from '../model/strategy.ts';
import { entriesOf } from './ordered.ts';

/** Readers of single values as written. The schema has seen them: what is of another form was taken out and is undefined here. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** One or several texts. */
export function texts(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.flatMap((each) => text(each) ?? []);
}

/** Texts, where none given is another thing than an empty list. */
export function someTexts(value: unknown): readonly string[] | undefined {
  return value === undefined ? undefined : texts(value);
}

export function dayOf(value: unknown): Day | undefined {
  return typeof value === 'string' ? parseDay(value) : undefined;
}

/** `2026-07-01` or `2026-07-01..2026-07-14`. */
export function spanOf(value: unknown): Span | undefined {
  const [start, end = start] = String(value).split('..').map(parseDay);
  return start && end && start <= end ? { start, end } : undefined;
}

export function percentOf(value: unknown): Fraction | undefined {
  return typeof value === 'string' ? parsePercent(value) : undefined;
}

export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

export function decimalOf(value: unknown): Fraction | undefined {
  return parseDecimal(String(value));
}

export function durationOf(value: unknown): Duration | undefined {
  return typeof value === 'string' ? parseDuration(value) : undefined;
}

export function matchOf(value: unknown): Match | undefined {
  return value === undefined ? undefined : new Map(entriesOf(value).map(([key, labels]) => [key, texts(labels)]));
}

/** One of a list of words, or what stands for it. */
export function oneOf<Word extends string>(value: unknown, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === value);
}

/** A map as written → the same ids with what `make` makes of each; entries that were refused are left out. */
export function mapOf<Made>(value: unknown, make: (id: string, entry: unknown) => Made | undefined): ReadonlyMap<string, Made> {
  const made = new Map<string, Made>();
  for (const [id, entry] of entriesOf(value)) {
    const one = make(id, entry);
    if (one !== undefined) made.set(id, one);
  }
  return made;
}
