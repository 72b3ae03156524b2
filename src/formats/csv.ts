import { decimalText } from '../model/fraction.ts';
import type { Batch, Cell, RecordStream, Report, Table, Values } from '../model/report.ts';
import { chunksOf, type RowPieces, remembering } from './batches.ts';
import type { Format } from './format.ts';

/** RFC 4180: the report's own records, else every table of it, one after the other. */
export const csv: Format = {
  id: 'csv',
  render: (report) => {
    const { records, stream } = report;
    if (stream) return [...chunks(stream)].join('');
    if (!records) return rowsOf(report).map(csvLine).join('');
    const lines = [csvLine(records.columns)];
    for (const row of records.rows) lines.push(csvLine(row.map((cell) => (cell === null ? '' : String(cell)))));
    return lines.join('');
  },
  chunks,
};

function chunks(stream: RecordStream): Iterable<string> {
  return chunksOf(stream, csvLine(stream.columns), addPieces);
}

function addPieces(batch: Batch, add: RowPieces): void {
  let isFirst = true;
  for (const values of batch.cells()) {
    if (!isFirst) add(',');
    isFirst = false;
    addCell(values, add);
  }
  add('\r\n');
}

const dressed = remembering((value: string | number | boolean | null) => cellText(value));
/** Keys that may stand inside a cell as they are; a quote where one may not. */
const bareKeys = remembering((key: string) => (quoted(key) === key ? key : '"'));

function addCell(values: Values, add: RowPieces): void {
  switch (values.is) {
    case 'all':
      add(cellText(values.value));
      return;
    case 'each':
      add(dressed(values.values));
      return;
    case 'amounts':
      add(values.values.map((quanta) => (quanta === undefined ? '' : decimalText(quanta, values.decimals))));
      return;
    case 'ids':
      addIds(values.under, values.keys, add);
  }
}

function addIds(under: string, keys: readonly string[], add: RowPieces): void {
  if (cellText(under) === under && !bareKeys(keys).includes('"')) {
    add(`${under}/`);
    add(keys);
  } else add(keys.map((key) => cellText(`${under}/${key}`)));
}

/** Most cells are ids, days and numbers. */
const PLAIN = /^[A-Za-z0-9][\w/.-]*$/;

function cellText(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return String(value);
  const text = String(value);
  return PLAIN.test(text) ? text : quoted(harmless(text));
}

/** One record: cells quoted where they must be, and what a spreadsheet would run as a formula made harmless. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(harmless(cell))).join(',')}\r\n`;
}

function rowsOf(report: Report): readonly (readonly string[])[] {
  const tables = report.blocks.filter((block): block is Table => block.is === 'table');
  return tables.flatMap((table, index) => [
    ...(index > 0 ? [[]] : []),
    table.columns.map((column) => column.title),
    ...[...table.rows, ...(table.totals ?? [])].map((row) => row.cells.map(textOf)),
  ]);
}

/** What machines can read: numbers without marks of thousands, nothing where there is none. */
function textOf(cell: Cell): string {
  const { text, exact = NONE.has(text) ? '' : text } = typeof cell === 'string' ? { text: cell } : cell;
  return GROUPED.test(exact) ? exact.replace(/^\+|,/g, '') : exact;
}

const NONE: ReadonlySet<string> = new Set(['–', 'n/a', '不适用']);
const GROUPED = /^[-+]?\d{1,3}(?:,\d{3})*(?:\.\d+)?$/;

/** A leading quote keeps a spreadsheet from reading text as a formula; numbers stay numbers. */
export function harmless(text: string): string {
  const isNumber = /^[-+]?[\d,.]+(?:[eE][-+]?\d+)?%?$/.test(text);
  return /^[=+\-@\t\r]/.test(text) && !isNumber ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
