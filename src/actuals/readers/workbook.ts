import { isBadArchive, zipEntry } from './inflate.ts';
import { unmerged } from './merged-cells.ts';
import { type SheetRow, sheetRows } from './sheet-rows.ts';
import type { TableRead } from './table.ts';
import { looksOf, type Sheet, sharedStrings, sheetsIn } from './workbook-parts.ts';

const MOST = 4_000_000_000;
const MOST_STRINGS = 500_000_000;

/**
 * A sheet of an Excel workbook, read as a stream: the one that is named, else the first visible one that has a header, which
 * is a row with two cells or more. Refuses: not-workbook, old-workbook, no-sheet, truncated, too-large.
 */
export function readWorkbook(chunks: () => Iterable<Uint8Array>, sheetName: string | undefined, hasHeader: boolean): TableRead {
  const mark = markOf(chunks());
  if (mark !== 'zip') return { is: 'refused', reason: mark === 'ole' ? 'old-workbook' : 'not-workbook' };
  try {
    return tableOf(chunks, sheetName, hasHeader);
  } catch (error) {
    return { is: 'refused', reason: isBadArchive(error) ? error.reason : 'truncated' };
  }
}

function markOf(chunks: Iterable<Uint8Array>): 'zip' | 'ole' | undefined {
  const [first = new Uint8Array()] = chunks;
  if (first[0] === 0x50 && first[1] === 0x4b) return 'zip';
  return first[0] === 0xd0 && first[1] === 0xcf && first[2] === 0x11 ? 'ole' : undefined;
}

function tableOf(chunks: () => Iterable<Uint8Array>, sheetName: string | undefined, hasHeader: boolean): TableRead {
  const entry = (name: string, most = MOST_STRINGS) => zipEntry(chunks(), name, most);
  const workbook = [...entry('xl/workbook.xml')];
  if (workbook.length === 0) return { is: 'refused', reason: 'not-workbook' };
  const { sheets, is1904 } = sheetsIn(workbook, entry('xl/_rels/workbook.xml.rels'));
  const strings = whole(entry('xl/sharedStrings.xml'), sharedStrings);
  const context = { strings, looks: whole(entry('xl/styles.xml'), looksOf), is1904 };
  const rowsOf = ({ entry: part }: Sheet, merged: string[] = []) => sheetRows(entry(part, MOST), context, merged);
  const filled = sheetName === undefined ? withTables(sheets, rowsOf) : sheets.filter(({ name }) => name === sheetName);
  const [sheet, ...others] = filled;
  if (!sheet) return { is: 'refused', reason: 'no-sheet', sheets: sheets.map(({ name }) => name) };
  const merged: string[] = [];
  const { header, width } = lookThrough(rowsOf(sheet, merged));
  if (!header) return { is: 'empty' };
  const rows = () => unmerged(rowsOf(sheet), merged);
  const columns = Array.from({ length: width }, (_, index) => (hasHeader ? (header.cells[index] ?? '').trim() : String(index + 1)));
  const isRow = ({ row }: SheetRow) => (hasHeader ? row > header.row : true);
  return {
    is: 'table',
    unread: sheetName === undefined ? others.map(({ name }) => name) : [],
    table: {
      columns,
      rows: function* () {
        for (const each of rows()) if (isRow(each)) yield { line: each.row, cells: each.cells };
      },
    },
  };
}

/** A part that a workbook may lack. */
function whole<Value>(bytes: Iterable<Uint8Array>, read: (bytes: Iterable<Uint8Array>) => readonly Value[]): readonly Value[] {
  const chunks = [...bytes];
  return chunks.length === 0 ? [] : read(chunks);
}

/** More sheets are not looked into. */
const MOST_SHEETS = 50;

/** Visible sheets that have a header with something below it; where none has, the first one there is. */
function withTables(sheets: readonly Sheet[], rowsOf: (sheet: Sheet) => Iterable<SheetRow>): readonly Sheet[] {
  const visible = sheets.filter(({ isHidden }) => !isHidden).slice(0, MOST_SHEETS);
  const filled = visible.length < 2 ? visible : visible.filter((sheet) => hasTable(rowsOf(sheet)));
  return filled.length > 0 ? filled : [...visible, ...sheets].slice(0, 1);
}

function hasTable(rows: Iterable<SheetRow>): boolean {
  let hasHeader = false;
  for (const { cells } of rows) {
    if (hasHeader) return true;
    hasHeader = isHeader(cells);
  }
  return false;
}

function isHeader(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell.trim() !== '').length >= 2;
}

/** Titles stand above a header alone in their row. A sheet is read to its end once, so that a file that breaks off is known before it is used. */
function lookThrough(rows: Iterable<SheetRow>): { readonly header: SheetRow | undefined; readonly width: number } {
  let [first, header, width]: [SheetRow | undefined, SheetRow | undefined, number] = [undefined, undefined, 0];
  for (const each of rows) {
    first ??= each;
    if (!header && isHeader(each.cells)) header = each;
    width = Math.max(width, each.cells.length);
  }
  return { header: header ?? first, width };
}
