import type { Span } from '../record-reader.ts';

/** Numbers keys that are bytes, from 0 on as they come; a key that is there already costs no memory. */
export interface KeyTable {
  /** Begins a key; what is pushed makes it up. */
  begin(): void;
  push(span: Span): void;
  pushText(text: string): void;
  pushByte(byte: number): void;
  /** The number of the key: the one that it has, or the next. */
  place(): number;
}

export function keyTable(): KeyTable {
  let [key, length] = [Buffer.allocUnsafe(256), 0];
  let [kept, used] = [Buffer.allocUnsafe(1 << 16), 0];
  const starts: number[] = [];
  const hashes: number[] = [];
  /** Of each place the number of its key, from 1; 0: free. */
  let slots = new Int32Array(1 << 10);
  const slotOf = (hash: number): number => {
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let index = slots[slot] ?? 0; index !== 0; index = slots[slot] ?? 0) {
      if (hashes[index - 1] === hash && isKept(index - 1)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const isKept = (index: number): boolean => {
    const start = starts[index] ?? 0;
    if ((starts[index + 1] ?? used) - start !== length) return false;
    for (let at = 0; at < length; at++) if (kept[start + at] !== key[at]) return false;
    return true;
  };
  const keep = (hash: number): void => {
    kept = grown(kept, used, length);
    starts.push(used);
    hashes.push(hash);
    used += key.copy(kept, used, 0, length);
    if (starts.length * 2 > slots.length) slots = slotsOf(hashes, slots.length * 4);
    else slots[slotOf(hash)] = starts.length;
  };
  return {
    begin: () => {
      length = 0;
    },
    push: ({ bytes, from, to }) => {
      key = grown(key, length, to - from + 1);
      for (let at = from; at < to; at++) key[length++] = bytes[at] ?? 0;
    },
    pushText: (text) => {
      key = grown(key, length, 3 * text.length);
      length += key.write(text, length);
    },
    pushByte: (byte) => {
      key = grown(key, length, 1);
      key[length++] = byte;
    },
    place: () => {
      const hash = hashOf(key, length);
      const index = slots[slotOf(hash)] ?? 0;
      if (index === 0) keep(hash);
      return index === 0 ? starts.length - 1 : index - 1;
    },
  };
}

function grown(buffer: Buffer<ArrayBuffer>, used: number, more: number): Buffer<ArrayBuffer> {
  if (used + more <= buffer.length) return buffer;
  const larger = Buffer.allocUnsafe(Math.max(2 * buffer.length, used + more));
  buffer.copy(larger, 0, 0, used);
  return larger;
}

function slotsOf(hashes: readonly number[], size: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(size);
  hashes.forEach((hash, index) => {
    let slot = hash & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = index + 1;
  });
  return slots;
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 2;
}
