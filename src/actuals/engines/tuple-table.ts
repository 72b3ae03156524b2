import { mixed, slotsOf } from './hash-slots.ts';

/** Numbers tuples of whole numbers, all of one length, from 0 on as they come. */
export interface TupleTable {
  numberOf(tuple: Int32Array): number;
  /** One place of a tuple. */
  at(number: number, index: number): number;
}

export function tupleTable(length: number): TupleTable {
  const kept: number[] = [];
  const hashes: number[] = [];
  let slots = slotsOf(hashes, 1 << 10);
  const isAt = (number: number, tuple: Int32Array): boolean => {
    const start = number * length;
    for (let index = 0; index < length; index++) if (kept[start + index] !== tuple[index]) return false;
    return true;
  };
  const keep = (tuple: Int32Array, hash: number): number => {
    for (let index = 0; index < length; index++) kept.push(tuple[index] ?? 0);
    return hashes.push(hash);
  };
  return {
    numberOf: (tuple) => {
      const hash = hashOf(tuple);
      const mask = slots.length - 1;
      let slot = hash & mask;
      for (let number = slots[slot] ?? 0; number !== 0; number = slots[slot] ?? 0) {
        if (hashes[number - 1] === hash && isAt(number - 1, tuple)) return number - 1;
        slot = (slot + 1) & mask;
      }
      const count = keep(tuple, hash);
      if (count * 2 > slots.length) slots = slotsOf(hashes, slots.length * 4);
      else slots[slot] = count;
      return count - 1;
    },
    at: (number, index) => kept[number * length + index] ?? 0,
  };
}

function hashOf(tuple: Int32Array): number {
  let hash = 0;
  for (let index = 0; index < tuple.length; index++) hash = (hash << 7) ^ (hash >>> 25) ^ (tuple[index] ?? 0);
  return mixed(hash);
}
