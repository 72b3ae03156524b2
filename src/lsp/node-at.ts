import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { hasRange, keyOf } from '../load/plain.ts';
import type { PlanPath } from '../model/id.ts';
import type { Page, Stretch } from './manuscript.ts';

/** What stands at a place of a file. */
export interface NodeAt {
  /** Of the key, or of the value. */
  readonly path: PlanPath;
  readonly at: 'key' | 'value';
  /** Without its quotes. */
  readonly stretch: Stretch;
}

/** The key or the scalar at an offset; undefined between them. */
export function nodeAt(page: Page, offset: number): NodeAt | undefined {
  return within(page, page.file.document?.contents, [], offset);
}

function within(page: Page, node: unknown, path: PlanPath, offset: number): NodeAt | undefined {
  if (isMap(node)) return firstOf(node.items, (pair) => inPair(page, pair, path, offset));
  if (isSeq(node)) {
    return firstOf([...node.items.entries()], ([index, item]) => within(page, isPair(item) ? item.value : item, [...path, index], offset));
  }
  if ((isScalar(node) || isAlias(node)) && covers(node, offset)) return { path, at: 'value', stretch: stretchOf(page, node) };
  return undefined;
}

function inPair(page: Page, pair: Pair, path: PlanPath, offset: number): NodeAt | undefined {
  const own = [...path, keyOf(pair)];
  if (covers(pair.key, offset)) return { path: own, at: 'key', stretch: stretchOf(page, pair.key) };
  return within(page, pair.value, own, offset);
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function covers(node: unknown, offset: number): boolean {
  return hasRange(node) && node.range[0] <= offset && offset <= node.range[1] && node.range[0] < node.range[1];
}

/** A node without its quotes; of an alias the value that it stands for. */
export function stretchOf({ file }: Page, node: unknown): Stretch {
  const own = isAlias(node) && file.document ? (node.resolve(file.document) as Node | undefined) : node;
  const [start, end] = hasRange(own) ? own.range : [0, 0];
  const isQuoted = end - start >= 2 && /^["']/.test(file.text.slice(start, end));
  return { path: file.path, start: isQuoted ? start + 1 : start, end: isQuoted ? end - 1 : end };
}
