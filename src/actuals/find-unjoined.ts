import { foldLabel } from '../model/fold-label.ts';
import type { Binding } from './bind.ts';
import type { PreparedFile } from './prepare.ts';
import { textOf } from './record-reader.ts';
import { scanCells } from './scan-cells.ts';

/** The first row that a joined file says nothing of. */
export interface Unjoined {
  readonly file: PreparedFile;
  readonly line: number;
  readonly key: string;
  /** The column of the key in the rows, from 0. */
  readonly column: number;
}

type Scan = (absolute: string) => Iterable<Uint8Array>;

/** Looks for it by the keys of both files; undefined where every row has its partner, or the key stands in a joined file itself. */
export function findUnjoined(
  { left, right }: Binding['joins'][number],
  files: readonly PreparedFile[],
  joined: PreparedFile,
  hasHeader: boolean,
  scan: Scan,
): Unjoined | undefined {
  if (left.table !== 0) return undefined;
  const known = new Set<string>();
  eachKey(joined, right, true, scan, (key) => {
    known.add(foldLabel(key));
    return false;
  });
  for (const file of files) {
    let found: Unjoined | undefined;
    eachKey(file, left.column, hasHeader, scan, (key, line) => {
      if (known.has(foldLabel(key))) return false;
      found = { file, line, key: key.trim(), column: left.column };
      return true;
    });
    if (found) return found;
  }
  return undefined;
}

/** Calls `see` with the key of every row until it says that it has seen enough. */
function eachKey(file: PreparedFile, column: number, hasHeader: boolean, scan: Scan, see: (key: string, line: number) => boolean): void {
  scanCells(scan(file.absolute), file.delimiter, [{ column }], ({ found, line, record }) => {
    if (record === 1 && hasHeader) return 'go on';
    return see(textOf(found.cells()[0] ?? ''), file.origin ? record : line) ? 'enough' : 'go on';
  });
}
