import CliTable from 'cli-table3';
import type { Cell, Column, Row, Table } from '../model/report.ts';
import { formatsText } from '../text/formats-text.ts';
import type { Painter } from './colour.ts';
import { visible } from './escape.ts';
import type { FormatEnvironment } from './format.ts';
import { bar, sparkline } from './spark.ts';
import { cut, widthOf, wrap } from './width.ts';

/** A longer table is a file, not a table. */
const SHOWN = 1000;
const GAP = 2;
const BAR = 10;
const LEAST = 6;

/** A table that fits: columns go by their `drop` order, then flexible ones are cut; what is not shown is said below it. */
export function drawTable(table: Table, environment: FormatEnvironment, paint: Painter): string {
  const shown: Table = { ...table, rows: table.rows.slice(0, SHOWN) };
  const texts = textsOf(shown, environment);
  const { kept, widths } = layOut(shown, texts, environment.width);
  const drawn = draw(shown, texts, kept, widths, environment, paint);
  const notes: string[] = [];
  const text = formatsText[environment.language];
  const left = table.columns.filter((_, index) => !kept.includes(index)).map((column) => visible(column.title));
  if (left.length > 0) notes.push(text.leftOut(left));
  if (table.rows.length > SHOWN) notes.push(text.moreRows(table.rows.length - SHOWN));
  return [drawn, ...notes.flatMap((note) => wrap(note, environment.width)).map((line) => paint.faint(line))].join('\n');
}

/** The plain text of every cell, heads first, then rows, then totals. */
function textsOf(table: Table, { unicode }: FormatEnvironment): readonly (readonly string[])[] {
  const rows = [...table.rows, ...(table.totals ?? [])];
  const guides = guidesOf(rows, unicode);
  return [
    table.columns.map((column) => visible(column.title)),
    ...rows.map((row, at) =>
      table.columns.map((_, index) => (index === 0 ? (guides[at] ?? '') : '') + cellText(row.cells[index], unicode)),
    ),
  ];
}

/** The lines of a tree before its rows: from the last row up, since a branch must know whether another one follows. */
function guidesOf(rows: readonly Row[], unicode: boolean): readonly string[] {
  const follows: boolean[] = [];
  return rows
    .toReversed()
    .map(({ indent = 0 }) => {
      const above = Array.from({ length: Math.max(0, indent - 1) }, (_, level) => (unicode && follows[level + 1] ? '│ ' : '  ')).join('');
      const own = unicode ? (follows[indent] ? '├ ' : '└ ') : '- ';
      follows.length = indent;
      follows[indent] = true;
      return indent === 0 ? '' : above + own;
    })
    .toReversed();
}

function cellText(cell: Cell | undefined, unicode: boolean): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return visible(cell);
  if (cell.spark) return sparkline(cell.spark, unicode);
  if (cell.bar !== undefined) return `${bar(cell.bar, BAR, unicode)} ${visible(cell.text)}`;
  return visible(cell.text);
}

/** Which columns stay, and how wide each is, so that the whole is at most `width`. */
function layOut(table: Table, texts: readonly (readonly string[])[], width: number) {
  const natural = table.columns.map((_, index) => Math.max(1, ...texts.map((row) => widthOf(row[index] ?? ''))));
  let kept = table.columns.map((_, index) => index);
  const total = () => kept.reduce((sum, index) => sum + leastOf(table.columns[index], natural[index] ?? 0) + GAP, -GAP);
  for (let next = nextToGo(table.columns, kept); total() > width && next !== undefined; next = nextToGo(table.columns, kept)) {
    kept = kept.filter((index) => index !== next);
  }
  return { kept, widths: shrink(table.columns, natural, kept, width) };
}

function leastOf(column: Column | undefined, natural: number): number {
  return column?.flexible ? Math.min(natural, LEAST * 3) : natural;
}

function nextToGo(columns: readonly Column[], kept: readonly number[]): number | undefined {
  const droppable = kept.filter((index) => columns[index]?.drop !== undefined);
  return droppable.sort((a, b) => (columns[b]?.drop ?? 0) - (columns[a]?.drop ?? 0))[0];
}

/** Takes what is too wide from the flexible columns, the widest first; as a last resort from any text column. */
function shrink(columns: readonly Column[], natural: readonly number[], kept: readonly number[], width: number): readonly number[] {
  const widths = [...natural];
  const over = () => kept.reduce((sum, index) => sum + (widths[index] ?? 0) + GAP, -GAP) - width;
  for (const isSoft of [(index: number) => columns[index]?.flexible === true, (index: number) => columns[index]?.align === 'left']) {
    while (over() > 0) {
      const widest = kept
        .filter((index) => isSoft(index) && (widths[index] ?? 0) > LEAST)
        .sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
      if (widest === undefined) break;
      widths[widest] = (widths[widest] ?? 0) - 1;
    }
  }
  return widths;
}

function draw(
  table: Table,
  texts: readonly (readonly string[])[],
  kept: readonly number[],
  widths: readonly number[],
  { unicode }: FormatEnvironment,
  paint: Painter,
): string {
  const drawn = new CliTable({
    chars: borders(),
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths: kept.map((index) => (widths[index] ?? 0) + (index === kept.at(-1) ? 0 : GAP)),
    colAligns: kept.map((index) => table.columns[index]?.align ?? 'left'),
  });
  drawn.push(kept.map((index) => columnOf(index, table, texts, widths[index] ?? 0, index === kept.at(-1), unicode, paint)));
  return drawn.toString().replace(/[ \t]+$/gm, '');
}

/** A whole column is one cell of many lines: cli-table3 lays every cell out anew, with the square of the rows. */
function columnOf(
  index: number,
  table: Table,
  texts: readonly (readonly string[])[],
  width: number,
  isLast: boolean,
  unicode: boolean,
  paint: Painter,
): string {
  const rows = [...table.rows, ...(table.totals ?? [])];
  const rule = paint.faint((unicode ? '─' : '-').repeat(width));
  const text = (at: number): string => cut(texts[at]?.[index] ?? '', width);
  const lines = rows.flatMap((row, at) => {
    const line = paint.tone(toneOf(row, row.cells[index]), text(at + 1));
    return at === 0 || at === table.rows.length ? [rule, line] : [line];
  });
  const gap = isLast || table.columns[index]?.align !== 'right' ? '' : ' '.repeat(GAP);
  return [paint.faint(text(0)), ...lines].map((line) => line + gap).join('\n');
}

function toneOf(row: Row, cell: Cell | undefined) {
  return (typeof cell === 'object' ? cell.tone : undefined) ?? row.tone;
}

/** No frame: rules under the head and over the totals are rows of their own. */
function borders() {
  const none = ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'];
  const inner = ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'];
  return Object.fromEntries([...none, ...inner].map((name) => [name, '']));
}
