import type { ColumnRef } from '../bind.ts';
import { foldKey, hasTooMany, type JoinedRows, joinedRows, type Row } from '../joined-rows.ts';
import type { Span } from '../record-reader.ts';
import type { BrokenRecord, EngineFile, RolledUp, RollUp } from './engine.ts';
import { grouper, NOTHING, spanOf, textIn } from './grouper.ts';
import { eachPlainLine, type PlainLine } from './plain-lines.ts';

/** Larger files are for an engine with threads and a memory limit; up to about here, opening it costs more than it saves. */
const MOST_BYTES = 8_000_000;

type Chunks = (absolute: string) => Iterable<Uint8Array>;

/**
 * Rolls plain files of middling size up byte by byte, without an engine. Undefined where a file is large, has a quote in it, a delimiter of several bytes, or
 * lines that end in a way of their own: then rows are more than lines. The answer is the one that the embedded engine gives (a
 * test holds the two to it).
 */
export function rollUpPlain(question: RollUp, chunksOf: Chunks): RolledUp | undefined {
  const files = [...question.files, ...question.joins.map(({ file }) => file)];
  if (files.some(({ parquet, delimiter }) => parquet || !/^[\0-\x7f]$/.test(delimiter))) return undefined;
  if (files.reduce((bytes, file) => bytes + file.bytes, 0) > MOST_BYTES) return undefined;
  const broken: BrokenRecord[] = [];
  const joined: JoinedRows[] = [];
  for (const { file, right } of question.joins) {
    const rows = rowsOf(file, chunksOf, broken);
    if (!rows) return undefined;
    joined.push(joinedRows(rows, right));
  }
  const refs = refsOf(question);
  const own = refs.filter(({ table }) => table === 0);
  const placeOf = ({ table, column }: ColumnRef) => refs.findIndex((ref) => ref.table === table && ref.column === column);
  const groups = grouper(question, placeOf);
  const withJoined = joiner(question, refs.slice(own.length), joined, placeOf);
  const columns = own.map(({ column }) => column);
  for (const file of question.files) {
    if (!eachRow(file, columns, question.hasHeader, chunksOf, broken, ({ cells }) => groups.add(withJoined(cells)))) return undefined;
  }
  const repeated = joined.flatMap(({ repeated: keys }, join) => keys.map((key) => ({ join, key })));
  return { groups: groups.all(), broken, repeated };
}

/** What is asked for, each column once: rising, those of the files themselves first. */
function refsOf({ keys, sums, joins }: RollUp): readonly ColumnRef[] {
  const refs = [...keys.map(({ ref }) => ref), ...sums, ...joins.map(({ left }) => left)];
  const sorted = refs.sort((a, b) => a.table - b.table || a.column - b.column);
  return sorted.filter(({ table, column }, index) => table !== sorted[index - 1]?.table || column !== sorted[index - 1]?.column);
}

/** Lines with too many cells are broken, and lines of blank cells are no rows. False: the file is not plain. */
function eachRow(
  { absolute, delimiter, columnCount }: EngineFile,
  columns: readonly number[],
  hasHeader: boolean,
  chunksOf: Chunks,
  broken: BrokenRecord[],
  take: (row: PlainLine) => void,
): boolean {
  let isHeader = hasHeader;
  return eachPlainLine(chunksOf(absolute), delimiter, columns, (line) => {
    if (isHeader) isHeader = false;
    else if (line.width > columnCount && hasTooMany(line.whole().split(delimiter), columnCount))
      broken.push({ absolute, offset: line.offset, reason: 'TOO MANY COLUMNS' });
    else if (isFilled(line, delimiter)) take(line);
  });
}

/** A letter or a digit in a cell that is asked for tells it at once. */
function isFilled({ cells, whole }: PlainLine, delimiter: string): boolean {
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] ?? NOTHING;
    const first = cell.bytes[cell.from] ?? 0;
    if (cell.from < cell.to && first > 0x20 && first < 0x7f) return true;
  }
  return whole()
    .split(delimiter)
    .some((cell) => cell.trim() !== '');
}

function rowsOf(file: EngineFile, chunksOf: Chunks, broken: BrokenRecord[]): readonly Row[] | undefined {
  const rows: Row[] = [];
  const all = Array.from({ length: file.columnCount }, (_, column) => column);
  const isPlain = eachRow(file, all, true, chunksOf, broken, ({ cells }) => void rows.push(cells.map((cell) => textIn(cell) || null)));
  return isPlain ? rows : undefined;
}

/** Adds the cells of the rows that a row is joined to. */
function joiner({ joins }: RollUp, refs: readonly ColumnRef[], joined: readonly JoinedRows[], placeOf: (ref: ColumnRef) => number) {
  if (joins.length === 0) return (cells: readonly Span[]) => cells;
  return (cells: readonly Span[]): readonly Span[] => {
    const all = [...cells];
    for (const [index, { left }] of joins.entries()) {
      const key = all[placeOf(left)];
      const row = key && joined[index]?.byKey.get(foldKey(textIn(key)));
      for (const { table, column } of refs) if (table === index + 1) all.push(spanOf(row?.[column] ?? ''));
    }
    return all;
  };
}
