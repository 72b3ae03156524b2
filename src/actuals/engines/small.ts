import { decimalText } from '../../model/fraction.ts';
import { withoutTime } from '../date-text.ts';
import { foldKey, type JoinedRows, joinedRows, type Row } from '../joined-rows.ts';
import type { BrokenRecord, EngineFile, Group, RolledUp, RollUp } from './engine.ts';

/** Larger files are for an engine with threads and a memory limit. */
const MOST_BYTES = 4_000_000;

/**
 * Rolls small, plain files up without an engine: opening one takes longer than reading them. Undefined where a file is large
 * or has a quote in it: then rows are more than lines. The answer is the one that the embedded engine gives (a test holds the
 * two to it).
 */
export function rollUpSmall(question: RollUp, read: (absolute: string) => Iterable<Uint8Array>): RolledUp | undefined {
  const files = [...question.files, ...question.joins.map(({ file }) => file)];
  if (files.some(({ parquet }) => parquet)) return undefined;
  if (files.reduce((bytes, file) => bytes + file.bytes, 0) > MOST_BYTES) return undefined;
  const texts = new Map(files.map((file) => [file.absolute, textOf(read(file.absolute))]));
  if ([...texts.values()].some((text) => text.includes('"'))) return undefined;
  const broken: BrokenRecord[] = [];
  const rowsIn = (file: EngineFile, hasHeader: boolean) => rowsOf(texts.get(file.absolute) ?? '', file, hasHeader, broken);
  const joined = question.joins.map(({ file, right }) => joinedRows(rowsIn(file, true), right));
  const groups = grouper(question);
  for (const file of question.files) {
    for (const row of rowsIn(file, question.hasHeader)) groups.add(withJoined(row, question, joined));
  }
  const repeated = joined.flatMap(({ repeated: keys }, join) => keys.map((key) => ({ join, key })));
  return { groups: groups.all(), broken, repeated };
}

function textOf(chunks: Iterable<Uint8Array>): string {
  return new TextDecoder().decode(Buffer.concat([...chunks]));
}

/** Rows as cells, an empty one null; blank lines are none, and lines with too many cells are broken. */
function rowsOf(
  text: string,
  { absolute, delimiter, columnCount }: EngineFile,
  hasHeader: boolean,
  broken: BrokenRecord[],
): readonly Row[] {
  const rows: Row[] = [];
  let isHeader = hasHeader;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '');
    const cells = line.split(delimiter);
    if (line !== '' && !isHeader) {
      if (cells.length > columnCount)
        broken.push({ absolute, offset: Buffer.byteLength(text.slice(0, start)), reason: 'TOO MANY COLUMNS' });
      else if (line.trim() !== '' && cells.some((cell) => cell.trim() !== '')) rows.push(cells.map((cell) => (cell === '' ? null : cell)));
    }
    if (line !== '') isHeader = false;
    start = end < 0 ? text.length : end + 1;
  }
  return rows;
}

function withJoined(row: Row, { joins }: RollUp, joined: readonly JoinedRows[]): readonly Row[] {
  const tables: Row[] = [row];
  joins.forEach(({ left }, index) => {
    const key = tables[left.table]?.[left.column] ?? null;
    tables.push((key === null ? undefined : joined[index]?.byKey.get(foldKey(key))) ?? []);
  });
  return tables;
}

const PLAIN = /^\s*(-?)(\d+)(?:\.(\d+))?\s*$/;

interface Sum {
  units: bigint;
  decimals: number;
  readonly odd: string | null;
  readonly isEmpty: boolean;
}

/** Adds rows up by their keys. */
function grouper({ keys, sums, decimal }: RollUp) {
  const groups = new Map<string, { readonly keys: Row; readonly sums: readonly Sum[]; rows: number }>();
  return {
    add: (tables: readonly Row[]): void => {
      const texts = keys.map(({ ref, isDate }) => {
        const text = tables[ref.table]?.[ref.column] ?? null;
        return isDate && text !== null ? withoutTime(text) : text;
      });
      const numbers = sums.map((ref) => readCell(tables[ref.table]?.[ref.column] ?? null, decimal));
      const key = `${texts.join('\u0001')}\u0002${numbers.map(({ odd, isEmpty }) => odd ?? (isEmpty ? '\u0003' : '')).join('\u0001')}`;
      const group = groups.get(key);
      if (!group) groups.set(key, { keys: texts, sums: numbers, rows: 1 });
      else {
        group.rows++;
        for (const [index, sum] of group.sums.entries()) addTo(sum, numbers[index] ?? sum);
      }
    },
    all: (): readonly Group[] =>
      [...groups.values()].map((group) => ({
        keys: group.keys,
        rows: group.rows,
        sums: group.sums.map(({ units, decimals, odd, isEmpty }) => ({ total: decimalText(units, decimals), odd, isEmpty })),
      })),
  };
}

/** A plain decimal is a number here; any other text is left to whoever asked. */
function readCell(cell: string | null, decimal: '.' | ','): Sum {
  if (cell === null || cell.trim() === '') return { units: 0n, decimals: 0, odd: null, isEmpty: true };
  const plain = decimal === '.' ? PLAIN.exec(cell) : null;
  if (!plain) return { units: 0n, decimals: 0, odd: cell.trim(), isEmpty: false };
  const [, sign, whole = '', part = ''] = plain;
  const units = BigInt(whole + part);
  return { units: sign ? -units : units, decimals: part.length, odd: null, isEmpty: false };
}

function addTo(sum: Sum, other: Sum): void {
  const decimals = Math.max(sum.decimals, other.decimals);
  sum.units = sum.units * 10n ** BigInt(decimals - sum.decimals) + other.units * 10n ** BigInt(decimals - other.decimals);
  sum.decimals = decimals;
}
