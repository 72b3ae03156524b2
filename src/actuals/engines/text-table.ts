import type { Span } from '../record-reader.ts';
import { mixed, slotsOf } from './hash-slots.ts';

/** Numbers texts, from 0 on as they come; one that is there already costs no memory, and none is decoded before it is asked for. */
export interface TextTable {
  numberOf(text: Span): number;
  textAt(number: number): string;
}

export function textTable(): TextTable {
  let kept = Buffer.allocUnsafe(1 << 12);
  /** Where each text begins; the last one is where the next will. */
  const starts: number[] = [0];
  const hashes: number[] = [];
  const texts: string[] = [];
  let slots = slotsOf(hashes, 1 << 8);
  const isAt = (number: number, { bytes, from, to }: Span): boolean => {
    let other = starts[number] ?? 0;
    if ((starts[number + 1] ?? 0) - other !== to - from) return false;
    for (let at = from; at < to; at++) if (bytes[at] !== kept[other++]) return false;
    return true;
  };
  const keep = ({ bytes, from, to }: Span, hash: number): number => {
    const start = starts[hashes.length] ?? 0;
    const end = start + to - from;
    if (end > kept.length) kept = Buffer.concat([kept], Math.max(2 * kept.length, end));
    kept.set(bytes.subarray(from, to), start);
    starts.push(end);
    return hashes.push(hash);
  };
  return {
    numberOf: (text) => {
      const hash = hashOf(text);
      const mask = slots.length - 1;
      let slot = hash & mask;
      for (let number = slots[slot] ?? 0; number !== 0; number = slots[slot] ?? 0) {
        if (hashes[number - 1] === hash && isAt(number - 1, text)) return number - 1;
        slot = (slot + 1) & mask;
      }
      const count = keep(text, hash);
      if (count * 2 > slots.length) slots = slotsOf(hashes, slots.length * 4);
      else slots[slot] = count;
      return count - 1;
    },
    textAt: (number) => {
      const text = texts[number] ?? kept.toString('utf8', starts[number], starts[number + 1]);
      texts[number] = text;
      return text;
    },
  };
}

function hashOf({ bytes, from, to }: Span): number {
  let hash = to - from;
  for (let at = from; at < to; at++) hash = (hash << 7) ^ (hash >>> 25) ^ (bytes[at] ?? 0);
  return mixed(hash);
}
