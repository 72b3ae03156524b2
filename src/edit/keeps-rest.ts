import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import type { Edit } from '../model/finding.ts';

const OPTIONS = { version: '1.2', schema: 'core', prettyErrors: false, merge: false, strict: true } as const;

/**
 * True when an edited text says what it said before, but for the words that the edits touch: the same maps, lists, anchors
 * and comments, no key twice that was not. A text that was no YAML must be one now, or must be readable further than before.
 */
export function keepsRest(before: string, after: string, edits: readonly Edit[]): boolean {
  const [old, now] = [parse(before), parse(after)];
  const [wasBroken, isBroken] = [firstError(old, before), firstError(now, after)];
  if (wasBroken !== undefined) return isBroken === undefined || isBroken > wasBroken;
  if (isBroken !== undefined || twice(now) > twice(old)) return false;
  const isTouched = ([start, end]: readonly [number, number]) => edits.some((edit) => edit.start < end && edit.end > start);
  return isSame(old.contents, now.contents, isTouched);
}

function parse(text: string): Document {
  return parseDocument(text, OPTIONS);
}

/** The line of the first error but keys given twice. */
function firstError({ errors, warnings }: Document, text: string): number | undefined {
  const places = [...errors, ...warnings].filter(({ code }) => code !== 'DUPLICATE_KEY').map(({ pos }) => pos[0]);
  return places.length === 0 ? undefined : text.slice(0, Math.min(...places)).split('\n').length;
}

function twice({ errors }: Document): number {
  return errors.filter(({ code }) => code === 'DUPLICATE_KEY').length;
}

type IsTouched = (range: readonly [number, number]) => boolean;

function isSame(old: unknown, now: unknown, isTouched: IsTouched): boolean {
  if (isScalar(old)) {
    if (!isScalar(now) || old.anchor !== now.anchor || old.tag !== now.tag) return isScalar(now) && isEdited(old, isTouched);
    return (old.source === now.source && old.type === now.type) || isEdited(old, isTouched);
  }
  if (isAlias(old)) return isAlias(now) && old.source === now.source;
  if (isMap(old)) {
    if (!isMap(now) || old.items.length !== now.items.length || old.anchor !== now.anchor) return false;
    return old.items.every((pair, index) => isSamePair(pair, now.items[index], isTouched));
  }
  if (isSeq(old)) {
    if (!isSeq(now) || old.items.length !== now.items.length || old.anchor !== now.anchor) return false;
    return old.items.every((item, index) => isSame(item, now.items[index], isTouched));
  }
  return old === now || (old === null && now === undefined);
}

/** A key without a value may be parted into a key and its value. */
function isSamePair(old: Pair, now: Pair | undefined, isTouched: IsTouched): boolean {
  if (now === undefined || !isSame(old.key, now.key, isTouched)) return false;
  const isParted = old.value === null && isScalar(old.key) && isEdited(old.key, isTouched) && isScalar(now.value);
  return isParted || isSame(old.value, now.value, isTouched);
}

function isEdited({ range }: Node, isTouched: IsTouched): boolean {
  return range !== undefined && range !== null && isTouched([range[0], range[1]]);
}
