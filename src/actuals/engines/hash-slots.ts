/** Of each place of a hash table the number of what lies there, from 1; 0: free. What is hashed alike lies behind one another. */
export function slotsOf(hashes: readonly number[], size: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(size);
  for (let index = 0; index < hashes.length; index++) {
    let slot = (hashes[index] ?? 0) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = index + 1;
  }
  return slots;
}

/** Begins a hash (FNV-1a). */
export const HASH_START = 0x811c9dc5;

export function hashWith(hash: number, part: number): number {
  return Math.imul(hash ^ part, 0x01000193);
}

/** Short enough to be compared without being allocated, and its low bits know of all that went in. */
export function hashEnd(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 2;
}
