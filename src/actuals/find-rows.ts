import { parse } from 'csv-parse';
import type { ColumnRef } from './bind.ts';
import { withoutTime } from './date-text.ts';
import type { PreparedFile } from './prepare.ts';
import type { KeyCell, Rows } from './roll-source.ts';

/** Rows to be found again in their file, because something is to be told about them. */
export interface Wanted {
  /** The cell that shows it; undefined: any cell of the group. */
  readonly ref: ColumnRef | undefined;
  readonly rows: Rows;
  /** All rows of the group, or the first only. */
  readonly isEach: boolean;
  /** Called with the file and the line of each row found, in the order of the file. */
  found(file: PreparedFile, line: number): void;
}

/** Finds the lines of rows in one table's files. The files are read again, which happens only when there is something to tell. */
export async function findRows(
  wanted: readonly Wanted[],
  files: readonly PreparedFile[],
  table: number,
  hasHeader: boolean,
  chunks: (absolute: string) => Iterable<Uint8Array>,
): Promise<void> {
  const open = new Set(wanted.map((each) => searchOf(each, table)));
  for (const file of files) {
    if (open.size === 0) return;
    await searchFile(file, open, hasHeader, chunks(file.absolute));
  }
}

interface Search {
  readonly wanted: Wanted;
  readonly cells: readonly KeyCell[];
  left: number;
}

function searchOf(wanted: Wanted, table: number): Search {
  const cells = wanted.rows.cells().filter(({ ref }) => ref.table === table);
  return { wanted, cells, left: wanted.isEach ? (table === 0 ? wanted.rows.count : Number.POSITIVE_INFINITY) : 1 };
}

async function searchFile(file: PreparedFile, open: Set<Search>, hasHeader: boolean, chunks: Iterable<Uint8Array>): Promise<void> {
  const parser = parse({
    bom: true,
    delimiter: file.delimiter,
    info: true,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
  });
  const reading = (async () => {
    let isFirst = hasHeader;
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number; records: number } }>) {
      if (!isFirst) lookAt(record, file.origin ? info.records : firstLine(record, info.lines), file, open);
      isFirst = false;
      if (open.size === 0) return;
    }
  })().catch(() => undefined);
  for (const chunk of chunks) {
    if (parser.destroyed || open.size === 0) break;
    if (!parser.write(chunk)) await Promise.race([new Promise((resolve) => parser.once('drain', resolve)), reading]);
  }
  parser.end();
  await reading;
  parser.destroy();
}

/** Cells may hold line breaks. */
function firstLine(record: readonly string[], lastLine: number): number {
  return lastLine - record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
}

function lookAt(record: readonly string[], line: number, file: PreparedFile, open: Set<Search>): void {
  for (const search of open) {
    if (!search.cells.every((cell) => isSame(record[cell.ref.column], cell))) continue;
    search.wanted.found(file, line);
    if (--search.left <= 0) open.delete(search);
  }
}

function isSame(cell: string | undefined, { text, as }: KeyCell): boolean {
  if (as === 'trimmed') return (cell ?? '').trim() === (text ?? '');
  if (text === null) return cell === undefined || cell === '';
  return cell !== undefined && (as === 'date' ? withoutTime(cell) : cell) === text;
}
