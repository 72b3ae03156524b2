import { parseExportedNumber } from '../../model/exported-number.ts';
import { columnOf, type SheetRow } from './sheet-rows.ts';

/** Cells of one column that are merged: rows from 1. */
interface Merged {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Rows whose merged cells say in each row what stands in the first: a region, an owner or a date that is written once for
 * several rows. A number is not repeated: an amount that is merged over the rows of an order would count for each of them.
 */
export function* unmerged(rows: Iterable<SheetRow>, ranges: readonly string[]): Iterable<SheetRow> {
  const waiting = ranges.flatMap((range) => mergedOf(range)).sort((a, b) => a.from - b.from);
  let open: (Merged & { readonly text: string })[] = [];
  let next = 0;
  for (const { row, cells } of rows) {
    open = open.filter(({ to }) => to >= row);
    yield { row, cells: open.length > 0 ? filled(cells, open) : cells };
    for (let each = waiting[next]; each && each.from <= row; each = waiting[++next]) {
      const text = each.from === row ? (cells[each.column] ?? '') : '';
      if (isLabel(text)) open.push({ ...each, text });
    }
  }
}

function filled(cells: readonly string[], labels: readonly { readonly column: number; readonly text: string }[]): readonly string[] {
  const all = [...cells];
  for (const { column, text } of labels) {
    while (all.length <= column) all.push('');
    if (all[column]?.trim() === '') all[column] = text;
  }
  return all;
}

function isLabel(text: string): boolean {
  return text.trim() !== '' && (typeof parseExportedNumber(text, undefined) !== 'object' || /^\d{4}-\d{2}-\d{2}/.test(text));
}

/** `B2:B5`; what is merged within one row alone says nothing of others. */
function mergedOf(range: string): readonly Merged[] {
  const [, start = '', from = '', to = ''] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(range) ?? [];
  return Number(to) > Number(from) ? [{ column: columnOf(start), from: Number(from), to: Number(to) }] : [];
}
