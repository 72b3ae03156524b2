import type { Problem, Spot } from '../model/finding.ts';
import type { PlanPath } from '../model/plan.ts';
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
  const problems: Problem[] = [];
  const [first, ...others] = parts;
  let input = first?.data;
  for (const part of others) {
    if (!isMap(part.data) || !isMap(input)) continue;
    const root = shapeAt([], input);
    if (root) input = mergeMaps(input, part.data, root, [], (path) => problems.push(clash(parts, part, path, spotOf)));
  }
  return { input, problems };
}

function mergeMaps(a: PlainMap, b: PlainMap, shape: Shape, path: PlanPath, tell: (path: PlanPath) => void): PlainMap {
  const merged: PlainMap = Object.assign(Object.create(null), a);
  for (const key of keysOf(b)) {
    const next = below(forValue(shape, a), key);
    const [own, other] = [a[key], b[key]];
    if (!Object.hasOwn(a, key)) merged[key] = other;
    else if (next && isMap(own) && isMap(other) && isJoined(shape, next, key))
      merged[key] = mergeMaps(own, other, next, [...path, key], tell);
    else if (path.length > 0 || !OWN.includes(key)) tell([...path, key]);
  }
  return inOrder(merged, [...new Set([...keysOf(a), ...keysOf(b)])]);
}

/** A section, and a map of maps of ids (check-ins), is joined; an entry with an id is not. */
function isJoined(shape: Shape, next: Shape, key: string): boolean {
  const isNamed = shape.properties !== undefined && Object.hasOwn(shape.properties, key);
  return isNamed || forValue(next, {}).properties === undefined;
}

function clash<File extends SourceText>(
  parts: readonly PlanPart<File>[],
  second: PlanPart<File>,
  path: PlanPath,
  spotOf: (file: File, path: PlanPath) => Spot,
): Problem {
  const first = parts.find(({ file, data }) => file !== second.file && hasPath(data, path)) ?? second;
  return {
    rule: 'ref/duplicate-id',
    spot: spotOf(second.file, path),
    args: { id: String(path.at(-1)), section: path.slice(0, -1).join('.') },
    related: [{ where: spotOf(first.file, path), says: 'first' }],
  };
}

function hasPath(data: unknown, path: PlanPath): boolean {
  let value = data;
  for (const key of path) {
    if (!isMap(value) || !Object.hasOwn(value, key)) return false;
    value = value[key];
  }
  return true;
}
