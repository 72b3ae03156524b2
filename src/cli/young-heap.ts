import { setFlagsFromString } from 'node:v8';

/** Bytes of plans; with more to read there is more to keep. Of data, only what they add up to is kept. */
const LITTLE = 500_000;
/** Milliseconds that a short command takes at most. */
const SHORT = 500;

let read = 0;

/**
 * The part of the heap for new objects is kept at its first size by `bin/salesplan.js`: for a short command, touching fresh
 * memory costs more than collecting. Longer work gets what V8 gives by itself.
 */
export function letYoungHeapGrow(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
}

/** What runs for longer may grow. */
export function growWhenLong(): void {
  setTimeout(letYoungHeapGrow, SHORT).unref();
}

export function countRead(bytes: number): void {
  if (read <= LITTLE && read + bytes > LITTLE) letYoungHeapGrow();
  read += bytes;
}
