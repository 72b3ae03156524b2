import { recordWalk } from './swallowed.ts';

const BREAK = 0x0a;

/**
 * A text in which the records that begin on these lines, from 1, are line breaks and nothing else: engines pass over blank
 * lines, and what stands behind them keeps its line. What it gives is overwritten by the next piece.
 */
export function* blanked(chunks: Iterable<Uint8Array>, lines: ReadonlySet<number>, delimiter: string): Iterable<Uint8Array> {
  let line = 1;
  let isStart = true;
  let isEnd: ((byte: number) => boolean) | undefined;
  for (const chunk of chunks) {
    const kept = new Uint8Array(chunk.length);
    let length = 0;
    for (const byte of chunk) {
      if (isStart && !isEnd && lines.has(line)) isEnd = recordWalk(delimiter);
      if (!isEnd || byte === BREAK) kept[length++] = byte;
      if (isEnd?.(byte)) isEnd = undefined;
      isStart = byte === BREAK;
      if (isStart) line++;
    }
    yield kept.subarray(0, length);
  }
}
