import type { DataFiles } from '../model/files.ts';
import type { Layout } from './header.ts';
import { linesOfBytes } from './line-of-byte.ts';
import type { BrokenRow } from './readers/table.ts';

/** Longer rows are not looked at. */
const MOST = 16_384;

/** What is left of a file that breaks off within its last row, and that row. */
export interface BrokenOff {
  readonly whole: Iterable<Uint8Array>;
  readonly broken: BrokenRow;
}

/**
 * The last row of a file that is not ended and has fewer cells than the row before, which has all: what stands in its last
 * cell may be half of a number. Undefined: the file is whole, as far as can be told.
 */
export function brokenOff(absolute: string, { columns, delimiter }: Layout, files: DataFiles): BrokenOff | undefined {
  const { bytes, size } = files.tail(absolute, MOST);
  const last = bytes.at(-1);
  if (last === undefined || last === 0x0a || last === 0x0d) return undefined;
  const start = bytes.lastIndexOf(0x0a) + 1;
  const [before, row] = [bytes.subarray(0, Math.max(0, start - 1)), bytes.subarray(start)];
  const lineBefore = before.subarray(before.lastIndexOf(0x0a) + 1);
  if (start === 0 || cellsIn(lineBefore, delimiter) !== columns.length) return undefined;
  const cells = cellsIn(row, delimiter);
  if (cells === 0 || cells >= columns.length) return undefined;
  const at = size - row.length;
  const line = linesOfBytes([at], files.scan(absolute)).get(at) ?? 1;
  return { whole: upTo(at, files.scan(absolute)), broken: { line, reason: 'truncated' } };
}

/** 0 for a line that is blank, or that only together with others is a row. */
function cellsIn(line: Uint8Array, delimiter: string): number {
  const plain = new TextDecoder().decode(line).replace(/"(?:[^"]|"")*"/g, '');
  return plain.includes('"') || (plain.trim() === '' && line.length === plain.length) ? 0 : plain.split(delimiter).length;
}

/** The first bytes. */
export function* upTo(size: number, chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  let left = size;
  for (const chunk of chunks) {
    if (left <= 0) return;
    yield chunk.subarray(0, Math.min(left, chunk.length));
    left -= chunk.length;
  }
}
