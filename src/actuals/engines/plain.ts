import type { ColumnRef } from '../bind.ts';
import { foldKey, hasTooMany, type JoinedRows, joinedRows, type Row } from '../joined-rows.ts';
import { type FoundRecord, type Span, textOf } from '../record-reader.ts';
import { scanCells } from '../scan-cells.ts';
import type { BrokenRecord, EngineFile, RolledUp, RollUp } from './engine.ts';
import { grouper, spanOf, textIn } from './grouper.ts';

/** Larger files are for an engine with threads and a memory limit; up to about here, opening it costs more than it saves. */
const MOST_BYTES = 8_000_000;
const [QUOTE, RETURN, BREAK] = [0x22, 0x0d, 0x0a];

type Found = Pick<FoundRecord, 'cells' | 'spans' | 'whole'>;
type Chunks = (absolute: string) => Iterable<Uint8Array>;

/**
 * Rolls plain files of middling size up byte by byte, without an engine. Undefined where a file is large, has a quote in it, or
 * lines that end in a way of their own: then rows are more than lines. The answer is the one that the embedded engine gives (a
 * test holds the two to it).
 */
export function rollUpPlain(question: RollUp, chunksOf: Chunks): RolledUp | undefined {
  const files = [...question.files, ...question.joins.map(({ file }) => file)];
  if (files.some(({ parquet }) => parquet)) return undefined;
  if (files.reduce((bytes, file) => bytes + file.bytes, 0) > MOST_BYTES) return undefined;
  if (!files.every(({ absolute }) => isPlain(chunksOf(absolute)))) return undefined;
  const broken: BrokenRecord[] = [];
  const joined = question.joins.map(({ file, right }) => joinedRows(rowsOf(file, chunksOf, broken), right));
  const columns = columnsOf(question);
  const cellAt = cellReader(question, columns, joined);
  const groups = grouper(question);
  for (const file of question.files) {
    eachRow(file, columns, question.hasHeader, chunksOf, broken, (row) => groups.add(cellAt(row)));
  }
  const repeated = joined.flatMap(({ repeated: keys }, join) => keys.map((key) => ({ join, key })));
  return { groups: groups.all(), broken, repeated };
}

function isPlain(chunks: Iterable<Uint8Array>): boolean {
  let endsInReturn = false;
  for (const chunk of chunks) {
    if (chunk.includes(QUOTE) || (endsInReturn && chunk[0] !== BREAK)) return false;
    for (let at = chunk.indexOf(RETURN); at >= 0 && at < chunk.length - 1; at = chunk.indexOf(RETURN, at + 1)) {
      if (chunk[at + 1] !== BREAK) return false;
    }
    endsInReturn = chunk.at(-1) === RETURN;
  }
  return !endsInReturn;
}

/** Of the files themselves, what is asked of them: rising. */
function columnsOf({ keys, sums, joins }: RollUp): readonly number[] {
  const refs = [...keys.map(({ ref }) => ref), ...sums, ...joins.map(({ left }) => left)];
  const columns = refs.filter(({ table }) => table === 0).map(({ column }) => column);
  return [...new Set(columns)].sort((a, b) => a - b);
}

/** Blank lines are no rows, and lines with too many cells are broken. */
function eachRow(
  { absolute, delimiter, columnCount }: EngineFile,
  columns: readonly number[],
  hasHeader: boolean,
  chunksOf: Chunks,
  broken: BrokenRecord[],
  take: (row: Found) => void,
): void {
  const scanned = columns.map((column) => ({ column }));
  scanCells(chunksOf(absolute), delimiter, scanned, ({ found, record, offset }) => {
    if (record === 1 && hasHeader) return 'go on';
    if (found.width > columnCount && hasTooMany(textOf(found.whole()).split(delimiter), columnCount))
      broken.push({ absolute, offset, reason: 'TOO MANY COLUMNS' });
    else if (isFilled(found, delimiter)) take(found);
    return 'go on';
  });
}

/** A letter or a digit in a cell that is asked for tells it at once. */
function isFilled({ spans, whole }: Found, delimiter: string): boolean {
  for (const { bytes, from, to } of spans) {
    const first = bytes[from] ?? 0;
    if (from < to && first > 0x20 && first < 0x7f) return true;
  }
  return textOf(whole())
    .split(delimiter)
    .some((cell) => cell.trim() !== '');
}

function rowsOf(file: EngineFile, chunksOf: Chunks, broken: BrokenRecord[]): readonly Row[] {
  const rows: Row[] = [];
  const all = Array.from({ length: file.columnCount }, (_, column) => column);
  eachRow(file, all, true, chunksOf, broken, (row) => void rows.push(row.cells().map((cell) => textOf(cell) || null)));
  return rows;
}

/** Reads a cell of a row, or of the row that is joined to it. */
function cellReader({ joins }: RollUp, columns: readonly number[], joined: readonly JoinedRows[]) {
  let [row, rows]: [Found | undefined, (Row | undefined)[]] = [undefined, []];
  const cellAt = ({ table, column }: ColumnRef): Span =>
    (table === 0 ? row?.spans[columns.indexOf(column)] : undefined) ?? spanOf(rows[table - 1]?.[column] ?? '');
  return (next: Found): ((ref: ColumnRef) => Span) => {
    row = next;
    if (joins.length > 0) rows = [];
    for (const [index, { left }] of joins.entries()) rows.push(joined[index]?.byKey.get(foldKey(textIn(cellAt(left)))));
    return cellAt;
  };
}
