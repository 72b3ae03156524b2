import type { Args, Spot } from '../model/finding.ts';
import type { PlanPath } from '../model/id.ts';

/** What names an item of a list, the first that it has. */
const NAMES = ['id', 'who', 'name', 'by', 'at', 'date', 'kind', 'metric', 'segment', 'product', 'channel', 'stage'];
/** Evidence that moves while the finding stays. */
const MOVING = ['line', 'row', 'rows', 'count'];

/**
 * What a finding is about, in ids: `goals/revenue/decompose/segment/shares`; of a place in a text the file and the evidence,
 * `orders.csv#owner=lina`. Neither lines nor positions in lists are in it, so that it stays when the file is edited elsewhere.
 */
export function entityOf(spot: Spot, args: Args, input: unknown): string {
  if (spot.in === 'plan') return namedPath(spot.path, input).join('/');
  const evidence = Object.entries(args).filter(([name, value]) => value !== undefined && !MOVING.includes(name));
  return `${spot.place.file}#${evidence.map(([name, value]) => `${name}=${String(value)}`).join(',')}`;
}

function namedPath(path: PlanPath, input: unknown): readonly string[] {
  let value = input;
  return path.map((step) => {
    value = typeof value === 'object' && value !== null ? (value as Readonly<Record<string | number, unknown>>)[step] : undefined;
    return typeof step === 'number' ? (nameOfItem(value) ?? '*') : step;
  });
}

function nameOfItem(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return item === undefined || item === null ? undefined : String(item);
  const key = NAMES.find((name) => Object.hasOwn(item, name));
  const name = key === undefined ? undefined : (item as Readonly<Record<string, unknown>>)[key];
  return typeof name === 'object' && name !== null
    ? Object.values(name).map(String).join('+')
    : name === undefined
      ? undefined
      : String(name);
}
