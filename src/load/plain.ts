import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Problem, Spot } from '../model/finding.ts';
import { targetOf } from './anchors.ts';
import { inOrder } from './ordered.ts';
import { isExactNumber } from './scalar-value.ts';
import { placeAt, type SourceFile } from './source-file.ts';

/** Limits of what aliases may unfold to, and of how deep values may nest. */
const UNFOLDED = 200_000;
const DEEPEST = 100;

/** A file's values as plain data: maps without a prototype, so that no key of a file means anything to JavaScript. */
export interface Plain {
  readonly data: unknown;
  readonly problems: readonly Problem[];
}

interface Walk {
  readonly file: SourceFile;
  readonly document: Document;
  readonly problems: Problem[];
  readonly open: Set<Node>;
  unfolded: number;
  isRefused: boolean;
}

/** Reports: syntax/duplicate-key, syntax/too-many-aliases, syntax/yaml-error (merge keys, anchors, depth). The first of two equal keys counts. */
export function plainOf(file: SourceFile): Plain {
  if (!file.document?.contents) return { data: undefined, problems: [] };
  const walk: Walk = { file, document: file.document, problems: [], open: new Set(), unfolded: 0, isRefused: false };
  const data = plainValue(walk, file.document.contents, 0, false);
  return { data: walk.isRefused ? undefined : data, problems: walk.problems };
}

function plainValue(walk: Walk, node: unknown, depth: number, isInAlias: boolean): unknown {
  if (walk.isRefused) return undefined;
  if (isInAlias && ++walk.unfolded > UNFOLDED) return refuse(walk, node, 'syntax/too-many-aliases', {});
  if (depth > DEEPEST) return refuse(walk, node, 'syntax/yaml-error', { is: 'too-deep' });
  if (isAlias(node)) return unfold(walk, node, depth);
  if (isMap(node)) return mapOf(walk, node, depth, isInAlias);
  if (isSeq(node)) return listOf(walk, node, depth, isInAlias);
  return isScalar(node) ? scalarOf(node) : null;
}

function unfold(walk: Walk, alias: Alias, depth: number): unknown {
  const target = targetOf(walk.document, alias);
  if (!target) return complain(walk, alias, 'missing-anchor', alias.source);
  if (walk.open.has(target)) return complain(walk, alias, 'self-anchor', alias.source);
  return plainValue(walk, target, depth, true);
}

function mapOf(walk: Walk, map: YAMLMap, depth: number, isInAlias: boolean): unknown {
  const data: Record<string, unknown> = Object.create(null);
  const firsts = new Map<string, Pair>();
  walk.open.add(map);
  for (const pair of map.items) {
    const key = keyOf(pair);
    if (key === '<<') complain(walk, pair.key, 'merge-key', key);
    else if (firsts.has(key)) tellDuplicate(walk, key, firsts.get(key), pair, isInAlias);
    else {
      firsts.set(key, pair);
      data[key] = pair.value === null ? null : plainValue(walk, pair.value, depth + 1, isInAlias);
    }
  }
  walk.open.delete(map);
  return inOrder(data, [...firsts.keys()]);
}

function listOf(walk: Walk, list: YAMLSeq, depth: number, isInAlias: boolean): unknown {
  walk.open.add(list);
  const data = list.items.map((item) => plainValue(walk, isPair(item) ? item.value : item, depth + 1, isInAlias));
  walk.open.delete(list);
  return data;
}

/** A key as it is written: `007` stays `007`. */
export function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : String(pair.key);
}

/** A number stays one where a float holds it exactly; any other spelling stays the text that it is. */
function scalarOf(scalar: Scalar): unknown {
  const { value, source } = scalar;
  if (typeof value === 'bigint') return String(source ?? value);
  if (typeof value !== 'number' || source === undefined) return value;
  return isExactNumber(source) ? value : source;
}

function tellDuplicate(walk: Walk, key: string, first: Pair | undefined, second: Pair, isInAlias: boolean): void {
  if (isInAlias) return;
  walk.problems.push({
    rule: 'syntax/duplicate-key',
    spot: spotOf(walk, second.key),
    args: { key },
    related: [{ where: spotOf(walk, first?.key), says: 'first' }],
  });
}

function complain(walk: Walk, node: unknown, is: string, text: string): undefined {
  walk.problems.push({ rule: 'syntax/yaml-error', spot: spotOf(walk, node), args: { is, text } });
  return undefined;
}

function refuse(walk: Walk, node: unknown, rule: string, args: Problem['args']): undefined {
  walk.isRefused = true;
  walk.problems.push({ rule, spot: spotOf(walk, rule === 'syntax/too-many-aliases' ? firstAlias(walk.document) : node), args });
  return undefined;
}

function firstAlias(document: Document): unknown {
  const found: Alias[] = [];
  const look = (node: unknown): void => {
    if (found.length > 0) return;
    if (isAlias(node)) found.push(node);
    else if (isMap(node)) node.items.forEach((pair) => void look(pair.value));
    else if (isSeq(node)) node.items.forEach(look);
  };
  look(document.contents);
  return found[0];
}

function spotOf({ file }: Walk, node: unknown): Spot {
  const range = hasRange(node) ? node.range : undefined;
  return { in: 'text', place: placeAt(file, range?.[0] ?? 0, range?.[1] ?? 0) };
}

export function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
