import { type Day, parseDay } from '../model/day.ts';
import type { PlanPath } from '../model/plan.ts';

const KEYS = ['start', 'end', 'deadline', 'date'] as const;

/** A map of the plan as written that has dates: its path, and its dates by key, in file order. */
export interface DatedPlace {
  readonly path: PlanPath;
  readonly dates: ReadonlyMap<string, Day>;
}

/** Every map with a `start`, `end`, `deadline` or `date` that is a day, in the order of the file. */
export function datedPlaces(input: unknown): readonly DatedPlace[] {
  if (typeof input !== 'object' || input === null) return [];
  const known = KNOWN.get(input);
  if (known) return known;
  const places = [...walk(input, [])];
  KNOWN.set(input, places);
  return places;
}

/** Several rules look at the same plan. */
const KNOWN = new WeakMap<object, readonly DatedPlace[]>();

function* walk(input: unknown, path: PlanPath): Iterable<DatedPlace> {
  if (typeof input !== 'object' || input === null) return;
  if (!Array.isArray(input)) {
    const dates = datesOf(input);
    if (dates.size > 0) yield { path, dates };
  }
  for (const [key, value] of Object.entries(input)) {
    if (typeof value === 'object') yield* walk(value, [...path, Array.isArray(input) ? Number(key) : key]);
  }
}

function datesOf(map: object): ReadonlyMap<string, Day> {
  const dates = new Map<string, Day>();
  for (const [key, value] of Object.entries(map)) {
    if (!(KEYS as readonly string[]).includes(key) || typeof value !== 'string') continue;
    const day = parseDay(value);
    if (day !== undefined) dates.set(key, day);
  }
  return dates;
}
