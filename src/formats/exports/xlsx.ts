import { unzipSync, zipSync } from 'fflate';
import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node';
import type { Amount } from '../../model/amount.ts';
import { type Day, dayNumber } from '../../model/day.ts';
import { decimalText } from '../../model/fraction.ts';
import { exportText } from '../../text/export-text.ts';
import { harmless } from '../csv.ts';
import { type ExportedSubgoal, type ExportFormat, type ExportInput, unitOf } from './export-format.ts';

/** One sheet, a row a subgoal: numbers are numbers, days are days, the head stays in sight. */
export const xlsx: ExportFormat = {
  id: 'xlsx',
  isBinary: true,
  render: async (input) => {
    const text = exportText[input.language];
    const heads = [text.goal, ...input.dimensions.map((each) => text.dimensions[each] ?? each), text.target, text.unit, text.owner];
    const head: Row = [...heads, text.start, text.deadline, text.subgoal].map((value) => ({ value, fontWeight: 'bold' }));
    const rows = input.subgoals.map((subgoal) => rowOf(subgoal, input));
    const columns = head.map((_, index) => ({ width: index === head.length - 1 ? 40 : 16 }));
    const file = await writeXlsxFile([head, ...rows], { sheet: text.sheet, columns, stickyRowsCount: 1 }).toBuffer();
    return withoutClock(file);
  },
};

function rowOf({ goal, places, metric, target, owner, start, deadline, id }: ExportedSubgoal, input: ExportInput): Row {
  const unit = unitOf(metric, input.currency, exportText[input.language].units);
  const names = input.dimensions.map((dimension) => places.get(dimension) ?? '');
  const number = target === undefined ? null : numberCell(target, metric.decimals);
  return [...[goal, ...names].map(textCell), number, ...[unit, owner].map(textCell), dayCell(start), dayCell(deadline), textCell(id)];
}

/** Names that begin as a formula does are made harmless, as in CSV. */
function textCell(value: string): Cell {
  return value === '' ? null : { value: harmless(value), type: String };
}

/** A sheet holds 15 digits: what would lose some stays text. */
function numberCell(target: Amount, decimals: number): Cell {
  const text = decimalText(target, decimals);
  const digits = text.replace(/^-?0*|\./g, '').length;
  if (digits > 15) return { value: text, type: String, align: 'right' };
  return { value: Number(text), type: Number, format: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}` };
}

/** Sheets count days from the end of 1899. */
const FIRST_DAY = 25_569;

function dayCell(on: Day): Cell {
  return { value: dayNumber(on) + FIRST_DAY, type: Number, format: 'yyyy-mm-dd' };
}

/** The same subgoals are the same bytes: entries of the archive do not say when they were made. */
function withoutClock(file: Uint8Array): Uint8Array {
  return zipSync(unzipSync(file), { mtime: '2000-01-01T00:00:00' });
}
