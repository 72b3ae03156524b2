import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { linesOfBytes } from '../line-of-byte.ts';
import type { EngineFile } from './engine.ts';

const PIECE = 1 << 20;
const [LINE_FEED, CARRIAGE_RETURN] = [0x0a, 0x0d];

/** A copy of a file in which every line ends with a line feed: lines keep their numbers. */
export function withEvenEnds(file: EngineFile, to: string): EngineFile {
  const into = openSync(to, 'w', 0o600);
  const even = Buffer.allocUnsafe(PIECE + 1);
  let [bytes, isPending] = [0, false];
  try {
    for (const piece of piecesOf(file.absolute)) {
      let length = 0;
      for (const byte of piece) {
        if (isPending && byte !== LINE_FEED) even[length++] = LINE_FEED;
        isPending = byte === CARRIAGE_RETURN;
        if (!isPending) even[length++] = byte;
      }
      for (let at = 0; at < length; ) at += writeSync(into, even, at, length - at);
      bytes += length;
    }
  } finally {
    closeSync(into);
  }
  return { ...file, absolute: to, bytes };
}

/** The lines, from 1, of bytes of a file. */
export function linesAt(absolute: string, offsets: readonly number[]): ReadonlyMap<number, number> {
  return linesOfBytes(offsets, piecesOf(absolute));
}

/** The bytes of a file; each piece is overwritten by the next. */
export function* piecesOf(absolute: string): Iterable<Uint8Array> {
  const file = openSync(absolute, 'r');
  try {
    const piece = Buffer.allocUnsafe(PIECE);
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) yield piece.subarray(0, read);
  } finally {
    closeSync(file);
  }
}
