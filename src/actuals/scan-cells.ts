import { type Bytes, recordReader, type ScannedColumn } from './record-reader.ts';

/** Where a record begins, counted from 1; records count the header and leave blank lines out. */
export interface RecordPlace {
  readonly line: number;
  readonly record: number;
}

/**
 * Passes through a delimited UTF-8 text and shows cells of some columns, in the order of `columns` (rising). A missing cell is an
 * empty one. Stops where `see` says that it has seen enough.
 */
export function scanCells(
  chunks: Iterable<Uint8Array>,
  delimiter: string,
  columns: readonly ScannedColumn[],
  see: (cells: readonly Bytes[], place: RecordPlace) => 'go on' | 'enough',
): void {
  const read = recordReader(delimiter, columns);
  let [line, record, isOver] = [1, 0, false];
  const take = (bytes: Buffer, isLast: boolean): number => {
    for (let start = 0; start < bytes.length; ) {
      const found = read(bytes, start, isLast);
      if (!found) return start;
      if (!found.isBlank) record++;
      if (!found.isBlank && found.couldBe()) isOver = see(found.cells(), { line, record }) === 'enough';
      if (isOver) return start;
      line += found.breaks + 1;
      start = found.end + 1;
    }
    return bytes.length;
  };
  let rest: Uint8Array = new Uint8Array();
  for (const chunk of chunks) {
    const bytes = Buffer.concat([rest, line === 1 && rest.length === 0 ? withoutMark(chunk) : chunk]);
    rest = bytes.subarray(take(bytes, false));
    if (isOver) return;
  }
  take(Buffer.concat([rest]), true);
}

function withoutMark(chunk: Uint8Array): Uint8Array {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
}
