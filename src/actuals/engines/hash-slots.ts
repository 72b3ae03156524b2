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

/**
 * Spreads what was put together by turning and xor over all bits, short enough to be compared without being allocated. The parts are
 * put together where they are read: a call for each byte costs more than all the rest before V8 has compiled it.
 */
export function mixed(hash: number): number {
  const spread = Math.imul(hash, 0x9e3779b1);
  return (spread ^ (spread >>> 15)) >>> 2;
}
