import { type Day, parseDay } from '../model/day.ts';
import type { PlanPath } from '../model/id.ts';

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
  const places: DatedPlace[] = [];
  collect(input, [], places);
  KNOWN.set(input, places);
  return places;
}

/** True for a plan whose period is told to be the wrong way round: nothing lies within or outside of it. */
export function isTurned(input: unknown): boolean {
  const period = datedPlaces(input).find(({ path }) => path.length === 1 && path[0] === 'period')?.dates;
  const [start, end] = [period?.get('start'), period?.get('end')];
  return start !== undefined && end !== undefined && end < start;
}

/** Several rules look at the same plan. */
const KNOWN = new WeakMap<object, readonly DatedPlace[]>();

function collect(map: object, path: PlanPath, places: DatedPlace[]): void {
  const isList = Array.isArray(map);
  const dates = isList ? undefined : datesOf(map);
  if (dates) places.push({ path, dates });
  for (const key of Object.keys(map)) {
    const value = (map as Readonly<Record<string, unknown>>)[key];
    if (typeof value === 'object' && value !== null) collect(value, [...path, isList ? Number(key) : key], places);
  }
}

function datesOf(map: object): ReadonlyMap<string, Day> | undefined {
  if (!KEYS.some((key) => Object.hasOwn(map, key))) return undefined;
  const dates = new Map<string, Day>();
  for (const [key, value] of Object.entries(map)) {
    if (!(KEYS as readonly string[]).includes(key) || typeof value !== 'string') continue;
    const day = parseDay(value);
    if (day !== undefined) dates.set(key, day);
  }
  return dates.size > 0 ? dates : undefined;
}
