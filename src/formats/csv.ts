import type { Cell, Report, Table } from '../model/report.ts';
import type { Format } from './format.ts';

/** RFC 4180: the report's own records, else every table of it, one after the other. */
export const csv: Format = {
  id: 'csv',
  render: (report) => {
    const { records } = report;
    if (!records) return rowsOf(report).map(csvLine).join('');
    const lines = [csvLine(records.columns)];
    for (const row of records.rows) lines.push(csvLine(row.map((cell) => (cell === null ? '' : String(cell)))));
    return lines.join('');
  },
};

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

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/** A leading quote keeps a spreadsheet from reading text as a formula; numbers stay numbers. */
function harmless(text: string): string {
  const isNumber = /^[-+]?[\d,.]+(?:[eE][-+]?\d+)?%?$/.test(text);
  return /^[=+\-@\t\r]/.test(text) && !isNumber ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
