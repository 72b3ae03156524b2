import type { Problem, Spot } from '../model/finding.ts';
import type { PlanPath } from '../model/id.ts';
import type { PlanPart } from './include.ts';
import { inOrder, isMap, keysOf, type PlainMap } from './ordered.ts';
import { below, forValue, type Shape, shapeAt } from './shape.ts';
import type { SourceText } from './source-file.ts';

/** Keys that each file may have for itself. */
const OWN = ['salesplan', 'include'];

/** Joins the files of a plan: sections merge by id, the first file's entry stands. Reports: ref/duplicate-id. */
export function mergeParts<File extends SourceText>(
  parts: readonly PlanPart<File>[],
  spotOf: (file: File, path: PlanPath) => Spot,
): { readonly input: unknown; readonly problems: readonly Problem[] } {
  const [first, ...others] = parts;
  const root = shapeAt([], first?.data);
  if (!first || !root || others.length === 0 || !isMap(first.data)) return { input: first?.data, problems: [] };
  const problems: Problem[] = [];
  const tell: Tell<File> = (path, one, two) => void problems.push(clash(path, one, two, spotOf));
  const given = parts.flatMap(({ file, data }) => (isMap(data) ? [{ file, map: data }] : []));
  return { input: mergeMaps(given, root, [], tell), problems };
}

interface Given<File> {
  readonly file: File;
  readonly map: PlainMap;
}
interface Held<File> {
  readonly file: File;
  readonly value: unknown;
}
type Tell<File> = (path: PlanPath, first: File, second: File) => void;

/** All maps at one path are joined at once: a plan of many files is read in a time that grows with its lines. */
function mergeMaps<File>(given: readonly Given<File>[], shape: Shape, path: PlanPath, tell: Tell<File>): PlainMap {
  const [first] = given;
  if (given.length === 1 && first) return first.map;
  const merged: PlainMap = Object.create(null);
  const held = heldByKey(given);
  for (const [key, all] of held) merged[key] = all.length === 1 ? all[0]?.value : mergeValues(all, key, shape, path, first?.map, tell);
  return inOrder(merged, [...held.keys()]);
}

/** What the files have at each key, the keys in the order of their first mention. */
function heldByKey<File>(given: readonly Given<File>[]): ReadonlyMap<string, readonly Held<File>[]> {
  const held = new Map<string, Held<File>[]>();
  for (const { file, map } of given) {
    for (const key of keysOf(map)) {
      const all = held.get(key);
      const one = { file, value: map[key] };
      if (all) all.push(one);
      else held.set(key, [one]);
    }
  }
  return held;
}

function mergeValues<File>(
  all: readonly Held<File>[],
  key: string,
  shape: Shape,
  above: PlanPath,
  map: PlainMap | undefined,
  tell: Tell<File>,
): unknown {
  const [first, ...others] = all;
  const next = below(forValue(shape, map), key);
  const path = [...above, key];
  const joined: Given<File>[] = [];
  if (first && next && isMap(first.value) && isJoined(shape, next, key)) joined.push({ file: first.file, map: first.value });
  for (const { file, value } of others) {
    if (joined.length > 0 && isMap(value)) joined.push({ file, map: value });
    else if (first && (above.length > 0 || !OWN.includes(key))) tell(path, first.file, file);
  }
  return next && joined.length > 0 ? mergeMaps(joined, next, path, tell) : first?.value;
}

/** A section, and a map of maps of ids (check-ins), is joined; an entry with an id is not. */
function isJoined(shape: Shape, next: Shape, key: string): boolean {
  const isNamed = shape.properties !== undefined && Object.hasOwn(shape.properties, key);
  return isNamed || forValue(next, {}).properties === undefined;
}

function clash<File>(path: PlanPath, first: File, second: File, spotOf: (file: File, path: PlanPath) => Spot): Problem {
  return {
    rule: 'ref/duplicate-id',
    spot: spotOf(second, path),
    args: { id: String(path.at(-1)), section: path.slice(0, -1).join('.') },
    related: [{ where: spotOf(first, path), says: 'first' }],
  };
}
