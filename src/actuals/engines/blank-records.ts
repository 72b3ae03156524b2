import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { recordWalk } from '../swallowed.ts';
import type { EngineFile } from './engine.ts';

const PIECE = 1 << 20;
const BREAK = 0x0a;

/**
 * A copy of a file in which the records that begin on these lines, from 1, are line breaks and nothing else: engines pass over
 * blank lines, and what stands behind them keeps its line.
 */
export function withBlankRecords(file: EngineFile, lines: ReadonlySet<number>, to: string): EngineFile {
  const [from, into] = [openSync(file.absolute, 'r'), openSync(to, 'w', 0o600)];
  const piece = Buffer.allocUnsafe(PIECE);
  let [line, bytes] = [1, 0];
  let isStart = true;
  let isEnd: ((byte: number) => boolean) | undefined;
  try {
    for (let read = readSync(from, piece); read > 0; read = readSync(from, piece)) {
      let length = 0;
      for (let at = 0; at < read; at++) {
        const byte = piece[at] ?? 0;
        if (isStart && !isEnd && lines.has(line)) isEnd = recordWalk(file.delimiter);
        const isKept = !isEnd || byte === BREAK;
        if (isEnd?.(byte)) isEnd = undefined;
        isStart = byte === BREAK;
        if (isStart) line++;
        if (isKept) piece[length++] = byte;
      }
      for (let at = 0; at < length; ) at += writeSync(into, piece, at, length - at);
      bytes += length;
    }
  } finally {
    closeSync(from);
    closeSync(into);
  }
  return { ...file, absolute: to, bytes };
}
