import { type FoundRecord, recordReader, type ScannedColumn } from './record-reader.ts';

/** A record as it stands in its file. */
export interface ScannedRecord {
  readonly found: Pick<FoundRecord, 'cells' | 'spans' | 'width' | 'whole'>;
  /** Where it begins, counted from 1; records count the header and leave blank lines out. */
  readonly line: number;
  readonly record: number;
  /** Where it begins, in bytes. */
  readonly offset: number;
}

/**
 * Passes through a delimited UTF-8 text and shows cells of some columns, in the order of `columns` (rising). A missing cell is an
 * empty one. Stops where `see` says that it has seen enough; what it was shown is overwritten by the next.
 */
export function scanCells(
  chunks: Iterable<Uint8Array>,
  delimiter: string,
  columns: readonly ScannedColumn[],
  see: (record: ScannedRecord) => 'go on' | 'enough',
): void {
  const read = recordReader(delimiter, columns);
  let [line, record, base, isOver] = [1, 0, 0, false];
  const take = (bytes: Buffer, isLast: boolean): number => {
    for (let start = 0; start < bytes.length; ) {
      const found = read(bytes, start, isLast);
      if (!found) return start;
      if (!found.isBlank) record++;
      if (!found.isBlank && found.couldBe()) isOver = see({ found, line, record, offset: base + start }) === 'enough';
      if (isOver) return start;
      line += found.breaks + 1;
      start = found.end + 1;
    }
    return bytes.length;
  };
  let rest: Buffer = Buffer.alloc(0);
  for (const chunk of chunks) {
    const mark = base === 0 && rest.length === 0 && hasMark(chunk) ? 3 : 0;
    base += mark;
    const bytes = Buffer.concat([rest, chunk.subarray(mark)]);
    const taken = take(bytes, false);
    if (isOver) return;
    rest = bytes.subarray(taken);
    base += taken;
  }
  take(rest, true);
}

function hasMark(chunk: Uint8Array): boolean {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
}
