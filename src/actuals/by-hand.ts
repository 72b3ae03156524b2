import { CsvError, parse } from 'csv-parse/sync';
import type { Day } from '../model/day.ts';
import { foldLabel } from '../model/fold-label.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import { dayOfText } from './date-text.ts';
import { likelyDelimiter } from './delimiter.ts';
import { finderOf } from './labels.ts';

/** Columns of a new file of values by hand, in their order. */
export const HAND_FIELDS = ['date', 'metric', 'value', 'segment', 'owner', 'product', 'channel', 'note'] as const;
export type HandField = (typeof HAND_FIELDS)[number];
const KEY_FIELDS = ['date', 'metric', 'segment', 'owner', 'product', 'channel'] as const;

/** One value as it is to stand in the file; a field that is not given is an empty cell. */
export interface HandEntry extends Partial<Readonly<Record<HandField, string>>> {
  readonly date: Day;
  readonly metric: Id;
  /** A plain decimal in the metric's unit. */
  readonly value: string;
}

export type OnDuplicate = 'refuse' | 'add' | 'replace';

export type Entered =
  | { readonly is: 'added' | 'replaced'; readonly text: string; readonly line: number; readonly before: string | undefined }
  /** The same metric, day and place has a value already; `line` counts from 1. */
  | { readonly is: 'duplicate'; readonly line: number; readonly value: string }
  | { readonly is: 'no-column'; readonly field: HandField }
  | { readonly is: 'unreadable'; readonly line: number };

/**
 * The text of a file of values by hand with one more of them. Everything that stood there stays byte for byte, but for the
 * row that is replaced. `text` undefined: the file is new.
 */
export function enterByHand(text: string | undefined, entry: HandEntry, source: Source, plan: Plan, onDuplicate: OnDuplicate): Entered {
  const isNew = text === undefined || text.trim() === '';
  const before = isNew ? `${HAND_FIELDS.map((field) => source.columns.get(field) ?? field).join(',')}\n` : text;
  const delimiter = source.formats.delimiter ?? likelyDelimiter(before);
  const table = tableOf(before, delimiter, source);
  if (table.is === 'unreadable') return table;
  const missing = HAND_FIELDS.find((field) => entry[field] !== undefined && !table.columns.has(field));
  if (missing) return { is: 'no-column', field: missing };
  const wanted = keyOf((field) => entry[field] ?? '', source, plan);
  const found = table.rows.findLast(({ cells }) => keyOf(cellIn(cells, table.columns), source, plan) === wanted);
  if (!found || onDuplicate === 'add') {
    const row = rowOf(entry, table, [], delimiter);
    // The first one is the one between rows: others may stand inside cells.
    const lineBreak = /\r?\n/.exec(before)?.[0] ?? '\n';
    const whole = before.endsWith(lineBreak) ? before : `${before}${lineBreak}`;
    return { is: 'added', text: `${whole}${row}${lineBreak}`, line: whole.split('\n').length, before: undefined };
  }
  const value = cellIn(found.cells, table.columns)('value');
  if (onDuplicate === 'refuse') return { is: 'duplicate', line: found.line, value };
  const row = rowOf(entry, table, found.cells, delimiter);
  const replaced = before.slice(0, found.start) + row + before.slice(found.end);
  return { is: 'replaced', text: replaced, line: found.line, before: value };
}

interface HandTable {
  readonly is: 'table';
  readonly width: number;
  readonly columns: ReadonlyMap<HandField, number>;
  readonly rows: readonly HandRow[];
}

interface HandRow {
  readonly cells: readonly string[];
  readonly line: number;
  /** Offsets in the text, without the line break. */
  readonly start: number;
  readonly end: number;
}

interface Parsed {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

function tableOf(text: string, delimiter: string, source: Source): HandTable | { readonly is: 'unreadable'; readonly line: number } {
  try {
    const options = { bom: true, delimiter, info: true, raw: true, relaxColumnCount: true, skipEmptyLines: true } as const;
    const [header, ...records] = parse(text, options) as unknown as readonly Parsed[];
    const names = (header?.record ?? []).map(foldLabel);
    const columns = new Map<HandField, number>();
    for (const field of HAND_FIELDS) {
      const given = source.columns.get(field) ?? field;
      const at = typeof given === 'number' ? given - 1 : names.indexOf(foldLabel(given));
      if (at >= 0 && at < names.length) columns.set(field, at);
    }
    let from = text.indexOf(header?.raw ?? '') + (header?.raw.length ?? 0);
    const rows = records.map(({ record, raw }) => {
      const body = raw.replace(/^[\r\n]+|[\r\n]+$/g, '');
      const start = text.indexOf(body, from);
      from = start + body.length;
      return { cells: record, start, end: from, line: text.slice(0, start).split('\n').length };
    });
    return { is: 'table', width: names.length, columns, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { is: 'unreadable', line: typeof error.lines === 'number' ? error.lines : 1 };
  }
}

function cellIn(cells: readonly string[], columns: ReadonlyMap<HandField, number>): (field: HandField) => string {
  return (field) => cells[columns.get(field) ?? -1] ?? '';
}

/** What tells values apart, with names and aliases as ids. */
function keyOf(cell: (field: HandField) => string, { values, formats }: Source, plan: Plan): string {
  const homes = { metric: plan.metrics, segment: plan.segments, owner: plan.members, product: plan.products, channel: plan.channels };
  const parts = KEY_FIELDS.map((field) => {
    const text = cell(field).trim();
    if (text === '') return '';
    if (field === 'date') return dayOfText(text, formats.date, plan.timezone) ?? text;
    return finderOf(homes[field], values.get(field))(text).id ?? foldLabel(text);
  });
  return JSON.stringify(parts);
}

/** What the entry does not say stays as it was in a row that is replaced. */
function rowOf(entry: HandEntry, { width, columns }: HandTable, was: readonly string[], delimiter: string): string {
  const cells = Array.from({ length: Math.max(width, was.length) }, (_, at) => was[at] ?? '');
  for (const [field, at] of columns) {
    const given = entry[field];
    if (given !== undefined) cells[at] = harmless(given);
  }
  return cells.map((cell) => quoted(cell, delimiter)).join(delimiter);
}

/** A spreadsheet opens this file too: a note must not become a formula. */
function harmless(cell: string): string {
  return /^[=+@\t\r]/.test(cell) || /^-(?![\d.]+$)/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
}
