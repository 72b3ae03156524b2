import { earlierDay } from '../model/day.ts';
import { type Fraction, minus, plus } from '../model/fraction.ts';
import type { Placed, Spot } from './judgement.ts';

/** Rows of one thing, such as an order, that lie at one place on one day. */
export interface Part {
  readonly placed: Placed;
}

/**
 * Where a thing of several rows counts: on its first day, at the place of its largest part on that day. Of parts that are
 * equal the first by place: the order in which rows come says nothing.
 */
export function firstPart<Some extends Part>(parts: readonly Some[]): Some | undefined {
  const [only, second] = parts;
  if (!second) return only;
  const day = parts.reduce((first, { placed }) => earlierDay(first, placed.day), second.placed.day);
  const byPlace = new Map<string, { readonly part: Some; readonly amount: Fraction }>();
  for (const part of parts) {
    if (part.placed.day !== day) continue;
    const key = placeKey(part.placed.spot);
    const before = byPlace.get(key);
    byPlace.set(key, { part: before?.part ?? part, amount: before ? plus(before.amount, part.placed.amount) : part.placed.amount });
  }
  const sorted = [...byPlace].sort(([key, a], [other, b]) => sign(minus(b.amount, a.amount)) || (key < other ? -1 : 1));
  const [, first] = sorted[0] ?? [];
  return first && { ...first.part, placed: { ...first.part.placed, amount: first.amount } };
}

/** Tells places apart, and sorts them. */
export function placeKey({ segment, product, channel, owner }: Spot): string {
  return [segment, product, channel, owner].map((part) => part ?? '').join('\0');
}

function sign({ n }: Fraction): number {
  return n > 0n ? 1 : n < 0n ? -1 : 0;
}
