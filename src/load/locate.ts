import { isAlias, isMap, isPair, isScalar, isSeq, type Pair } from 'yaml';
import type { Place, Spot } from '../model/finding.ts';
import type { PlanPath } from '../model/id.ts';
import { targetOf } from './anchors.ts';
import { hasRange, keyOf } from './plain.ts';
import { placeAt, type SourceFile } from './source-file.ts';

/** How far a path could be followed into a file, and the nodes there. */
export interface Found {
  readonly depth: number;
  /** The key that leads to the value; undefined at the top and in lists. */
  readonly key: unknown;
  readonly value: unknown;
}

/** Turns spots into places: a path leads to the file that has most of it, the first of several. */
export function locator(files: readonly SourceFile[]): (spot: Spot) => Place {
  return (spot) => {
    if (spot.in === 'text') return spot.place;
    const { path, at } = spot;
    let best: { readonly file: SourceFile; readonly found: Found } | undefined;
    for (const file of files) {
      const found = follow(file, path);
      if (!best || found.depth > best.found.depth) best = { file, found };
    }
    return best ? placeOf(best.file, best.found, path, at) : { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
  };
}

/** The place of a path in one file. */
export function placeIn(file: SourceFile, path: PlanPath, at: 'key' | 'value'): Place {
  return placeOf(file, follow(file, path), path, at);
}

/** How much of a path a file has, in steps. */
export function depthIn(file: SourceFile, path: PlanPath): number {
  return follow(file, path).depth;
}

function placeOf(file: SourceFile, found: Found, path: PlanPath, at: 'key' | 'value'): Place {
  const isWhole = found.depth === path.length;
  const node = isWhole && at === 'value' && hasRange(found.value) ? found.value : (found.key ?? found.value);
  if (!hasRange(node) || (path.length > 0 && found.depth === 0)) return placeAt(file, ...firstKey(file));
  return placeAt(file, node.range[0], endOf(node));
}

/** A map or list is marked by its first line only where its text runs on to the next line. */
function endOf(node: { readonly range: readonly [number, number, number] }): number {
  return node.range[1];
}

function firstKey(file: SourceFile): [number, number] {
  const top = file.document?.contents;
  const key = isMap(top) ? top.items[0]?.key : undefined;
  return hasRange(key) ? [key.range[0], key.range[1]] : [0, 0];
}

/** Follows a path into one file as far as it leads. */
export function follow(file: SourceFile, path: PlanPath): Found {
  let found: Found = { depth: 0, key: undefined, value: file.document?.contents };
  for (const step of path) {
    const next = childOf(file, found, step);
    if (!next) break;
    found = next;
  }
  return found;
}

function childOf(file: SourceFile, { depth, key, value }: Found, step: string | number): Found | undefined {
  const node = isAlias(value) && file.document ? targetOf(file.document, value) : value;
  if (isMap(node)) {
    const pair = node.items.find((each: Pair) => keyOf(each) === String(step));
    return pair && { depth: depth + 1, key: pair.key, value: pair.value ?? pair.key };
  }
  if (!isSeq(node) || typeof step !== 'number') return undefined;
  const item = node.items[step];
  return item === undefined ? undefined : { depth: depth + 1, key: keyOfItem(item, key), value: isPair(item) ? item.value : item };
}

/** An item of a list has no key of its own: a map in it is marked at its first key, anything else as a whole. */
function keyOfItem(item: unknown, above: unknown): unknown {
  if (isMap(item)) return item.items[0]?.key ?? above;
  return isScalar(item) || isAlias(item) ? item : above;
}
