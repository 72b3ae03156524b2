import type { NumberLook } from './workbook-parts.ts';
import { unescaped } from './workbook-parts.ts';
import { walkXml } from './xml.ts';

/** A row with its number in the sheet, from 1; cells by column, empty ones as empty texts. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly looks: readonly NumberLook[];
  readonly is1904: boolean;
}

interface Cell {
  readonly column: number;
  readonly type: string | undefined;
  readonly look: NumberLook;
}

/** The rows of a sheet that have anything in them, a few at a time. At the end `merged` has received the ranges of merged cells. */
export function* sheetRows(chunks: Iterable<Uint8Array>, context: SheetContext, merged: string[] = []): Iterable<SheetRow> {
  let done: SheetRow[] = [];
  let [row, text, isValue, isReading] = [0, '', false, false];
  let cells: string[] = [];
  let cell: Cell | undefined;
  const walk = walkXml(chunks, {
    open: (name, { r, t, s, ref }) => {
      if (name === 'mergeCell' && ref !== undefined) merged.push(ref);
      if (name === 'row') [row, cells] = [r === undefined ? row + 1 : Number(r), []];
      if (name === 'c') {
        cell = { column: r === undefined ? cells.length : columnOf(r), type: t, look: context.looks[Number(s ?? -1)] };
        text = '';
      }
      if (name === 'v' || name === 't') isValue = true;
      if (name === 'rPh') isReading = true;
    },
    text: (part) => {
      if (isValue && !isReading) text += part;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'rPh') isReading = false;
      if (name === 'c' && cell) put(cells, cell.column, textOf(cell, text, context));
      if (name === 'row' && cells.some((each) => each.trim() !== '')) done.push({ row, cells });
    },
  });
  for (const _ of walk) {
    yield* done;
    done = [];
  }
}

function put(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

/** `AB12` is in column 27, counted from 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return Math.max(0, column - 1);
}

function textOf({ type, look }: Cell, text: string, { strings, is1904 }: SheetContext): string {
  switch (type) {
    case 's':
      return strings[Number(text)] ?? '';
    case 'inlineStr':
    case 'str':
      return unescaped(text);
    case 'b':
      return text === '1' ? 'true' : 'false';
    case 'd':
    case 'e':
      return text;
    default:
      return numberText(text, look, is1904);
  }
}

function numberText(text: string, look: NumberLook, is1904: boolean): string {
  if (text === '') return '';
  if (look === 'date') return serialText(Number(text), is1904) ?? text;
  const exact = digitsOf(text) > 15 ? trimmed(Number(text)) : text;
  return look === 'percent' ? `${trimmed(Number(text) * 100)}%` : exact;
}

/** Excel keeps 15 digits and writes up to 17: 1234.5599999999999 is 1234.56. */
function trimmed(value: number): string {
  const text = value.toPrecision(15);
  return text.includes('e') ? String(Number(text)) : text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

function digitsOf(text: string): number {
  return text
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '').length;
}

const DAY = 86_400_000;
/** 1899-12-30, so that 1 March 1900 is day 61 as in Excel, which believes in a 29 February 1900. */
const FIRST = Date.UTC(1899, 11, 30);

/** A serial number as a date, with its time of day where it has one. */
export function serialText(serial: number, is1904 = false): string | undefined {
  const time = FIRST + Math.round((serial + (is1904 ? 1462 : 0)) * 86_400) * 1000;
  if (!Number.isFinite(time) || time < FIRST || time > Date.UTC(9999, 11, 31)) return undefined;
  const text = new Date(time).toISOString();
  return time % DAY === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}
