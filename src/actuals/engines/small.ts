import type { ColumnRef } from '../bind.ts';
import { withoutTime } from '../date-text.ts';
import { foldKey, hasTooMany, type JoinedRows, joinedRows, type Row } from '../joined-rows.ts';
import type { BrokenRecord, EngineFile, Group, RolledUp, RollUp } from './engine.ts';
import { addTo, type ExactSum, exactOf, textOfExact } from './exact-sum.ts';

/** Larger files are read byte by byte (`plain.ts`), or are for an engine with threads and a memory limit. */
const MOST_BYTES = 1_000_000;

/**
 * Rolls small, plain files up without an engine: opening one takes longer than reading them. Undefined where a file is large
 * or its quotes are out of order. The answer is the one that the embedded engine gives (a test holds the two to it).
 */
export async function rollUpSmall(question: RollUp, chunksOf: (absolute: string) => Iterable<Uint8Array>): Promise<RolledUp | undefined> {
  const files = [...question.files, ...question.joins.map(({ file }) => file)];
  if (files.some(({ parquet }) => parquet)) return undefined;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes > MOST_BYTES) return undefined;
  const texts = new Map(files.map((file) => [file.absolute, textOf(chunksOf(file.absolute))]));
  if ([...texts.values()].some(hasOddEnds)) return undefined;
  const hasQuotes = [...texts.values()].some((text) => text.includes('"'));
  const quotedRows = hasQuotes ? (await import('./quoted-rows.ts')).quotedRows : undefined;
  const broken: BrokenRecord[] = [];
  const joined: JoinedRows[] = [];
  for (const { file, right } of question.joins) {
    const rows = rowsOf(file, true);
    if (!rows) return undefined;
    joined.push(joinedRows(rows, right));
  }
  const groups = grouper(question);
  for (const file of question.files) {
    const rows = rowsOf(file, question.hasHeader);
    if (!rows) return undefined;
    for (const row of rows) groups.add(joined.length === 0 ? [row] : withJoined(row, question, joined));
  }
  const repeated = joined.flatMap(({ repeated: keys }, join) => keys.map((key) => ({ join, key })));
  return { groups: groups.all(), broken, repeated };

  function rowsOf(file: EngineFile, hasHeader: boolean): Iterable<Row> | undefined {
    const text = texts.get(file.absolute) ?? '';
    if (!quotedRows || !text.includes('"')) return plainRows(text, file, hasHeader, broken);
    return quotedRows(text, file, hasHeader)?.filter((cells) => cells.some(isFilled));
  }
}

/** Lines that end as they did on computers of another age. */
function hasOddEnds(text: string): boolean {
  return text.includes('\r') && /\r(?!\n)/.test(text);
}

function textOf(chunks: Iterable<Uint8Array>): string {
  return new TextDecoder().decode(Buffer.concat([...chunks]));
}

/** Rows as cells; blank lines are none, and lines with too many cells are broken. */
function* plainRows(
  text: string,
  { absolute, delimiter, columnCount }: EngineFile,
  hasHeader: boolean,
  broken: BrokenRecord[],
): Iterable<Row> {
  let isHeader = hasHeader;
  for (let start = 0, next = 0; start < text.length; start = next) {
    const newLine = text.indexOf('\n', start);
    const end = newLine < 0 ? text.length : newLine;
    next = end + 1;
    const line = text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end);
    if (line === '') continue;
    if (isHeader) {
      isHeader = false;
      continue;
    }
    const cells = line.split(delimiter);
    if (hasTooMany(cells, columnCount))
      broken.push({ absolute, offset: Buffer.byteLength(text.slice(0, start)), reason: 'TOO MANY COLUMNS' });
    else if (cells.some(isFilled)) yield cells;
  }
}

function isFilled(cell: string | null): boolean {
  return cell !== null && cell !== '' && cell.trim() !== '';
}

/** An empty cell is null, and so is one that the row does not have. */
function cellAt(tables: readonly Row[], { table, column }: ColumnRef): string | null {
  return tables[table]?.[column] || null;
}

function withJoined(row: Row, { joins }: RollUp, joined: readonly JoinedRows[]): readonly Row[] {
  const tables: Row[] = [row];
  for (const [index, { left }] of joins.entries()) {
    const key = cellAt(tables, left);
    tables.push((key === null ? undefined : joined[index]?.byKey.get(foldKey(key))) ?? []);
  }
  return tables;
}

const PLAIN = /^-?\d+(?:\.\d+)?$/;

interface Sum {
  readonly odd: string | null;
  readonly isEmpty: boolean;
  /** The one number of a single row, as it stands there; of several the sum of all. */
  total: string | ExactSum;
}

interface Gathering {
  readonly keys: Row;
  readonly sums: readonly Sum[];
  rows: number;
}

/** Adds rows up by their keys. */
function grouper({ keys, sums, decimal }: RollUp) {
  const groups = new Map<string, Gathering>();
  return {
    add: (tables: readonly Row[]): void => {
      const texts = keys.map(({ ref, isDate }) => keyText(cellAt(tables, ref), isDate));
      const numbers = sums.map((ref) => readCell(cellAt(tables, ref), decimal));
      const key = texts.join('\u0001') + numbers.map(mark).join('');
      const group = groups.get(key);
      if (group) addRow(group, numbers);
      else groups.set(key, { keys: texts, sums: numbers, rows: 1 });
    },
    all: (): readonly Group[] => [...groups.values()].map(groupOf),
  };
}

function keyText(cell: string | null, isDate: boolean): string | null {
  return isDate && cell !== null ? withoutTime(cell) : cell;
}

/** Rows whose numbers can't be added up are told apart by them. */
function mark({ odd, isEmpty }: Sum, index: number): string {
  return odd === null && !isEmpty ? '' : `\u0002${index}\u0002${odd ?? ''}`;
}

function addRow(group: Gathering, numbers: readonly Sum[]): void {
  group.rows++;
  for (const [index, sum] of group.sums.entries()) {
    const other = numbers[index];
    if (!other || sum.odd !== null || sum.isEmpty) continue;
    const total = exactOf(sum.total);
    addTo(total, exactOf(other.total));
    sum.total = total;
  }
}

function groupOf({ keys, sums, rows }: Gathering): Group {
  const written = sums.map(({ odd, isEmpty, total }) => ({
    odd,
    isEmpty,
    total: typeof total === 'string' ? total : textOfExact(total),
  }));
  return { keys, sums: written, rows };
}

/** A plain decimal is a number here; any other text is left to whoever asked. */
function readCell(cell: string | null, decimal: '.' | ','): Sum {
  const text = cell === null ? '' : cell.trim();
  if (text === '') return { odd: null, isEmpty: true, total: '0' };
  return decimal === '.' && PLAIN.test(text) ? { odd: null, isEmpty: false, total: text } : { odd: text, isEmpty: false, total: '0' };
}
