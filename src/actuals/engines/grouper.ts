import type { ColumnRef } from '../bind.ts';
import { withoutTime } from '../date-text.ts';
import type { Span } from '../record-reader.ts';
import type { Group, GroupSum, RollUp } from './engine.ts';
import { addTo, type ExactSum, readExact } from './exact-sum.ts';
import { type TextTable, textTable } from './text-table.ts';
import { tupleTable } from './tuple-table.ts';

/** A date as short as this has no time of day. */
const SHORT_DATE = 10;
export const NOTHING: Span = { bytes: new Uint8Array(), from: 0, to: 0 };

/**
 * Adds rows up by their keys, and by what is no number. A row of a group that is there makes nothing new; what is done for each row
 * is written so that it is fast before V8 has compiled it, too: without patterns and iterators.
 */
export interface Grouper {
  /** Takes the cells of a row. */
  add(cells: readonly Span[]): void;
  all(): Iterable<Group>;
}

/** `placeOf` tells where among the cells of a row a column is. */
export function grouper({ keys, sums, decimal }: RollUp, placeOf: (ref: ColumnRef) => number): Grouper {
  const labels = keys.map(({ ref, isDate }) => ({ at: placeOf(ref), texts: isDate ? dateTable() : textTable() }));
  const added = sums.map((ref) => summed(placeOf(ref), decimal));
  const tuple = new Int32Array(labels.length + added.length);
  const groups = tupleTable(tuple.length);
  const counts: number[] = [];
  const groupOf = (group: number): Group => {
    const [texts, totals]: [(string | null)[], GroupSum[]] = [[], []];
    let index = 0;
    for (const label of labels) texts.push(label.texts.textAt(groups.at(group, index++)) || null);
    for (const sum of added) totals.push(sum.of(group, groups.at(group, index++)));
    return { keys: texts, sums: totals, rows: counts[group] ?? 0 };
  };
  return {
    add: (cells) => {
      for (let index = 0; index < labels.length; index++) {
        const label = labels[index];
        if (label) tuple[index] = label.texts.numberOf(cells[label.at] ?? NOTHING);
      }
      for (let index = 0; index < added.length; index++) tuple[labels.length + index] = added[index]?.read(cells) ?? 0;
      const group = groups.numberOf(tuple);
      counts[group] = (counts[group] ?? 0) + 1;
      for (let index = 0; index < added.length; index++) added[index]?.addTo(group);
    },
    all: () => ({
      *[Symbol.iterator]() {
        for (let group = 0; group < counts.length; group++) yield groupOf(group);
      },
    }),
  };
}

/** Numbers dates without their time of day. */
function dateTable(): TextTable {
  const table = textTable();
  /** Of each text that has one its number without it. */
  const days: number[] = [];
  const numberOf = (text: Span): number => {
    const number = table.numberOf(text);
    if (text.to - text.from <= SHORT_DATE) return number;
    const day = days[number] ?? table.numberOf(spanOf(withoutTime(textIn(text))));
    days[number] = day;
    return day;
  };
  return { numberOf, textAt: table.textAt };
}

/** The numbers of one column, added up by group. */
function summed(at: number, decimal: RollUp['decimal']) {
  /** Texts that are no numbers. */
  const odd = textTable();
  const totals: ExactSum[] = [];
  const number: ExactSum = { units: 0, decimals: 0 };
  let isOdd = false;
  return {
    /** Reads the number of a row; gives which text it has instead, from 1, or 0. */
    read: (cells: readonly Span[]): number => {
      const cell = cells[at] ?? NOTHING;
      isOdd = decimal !== '.' || !(readExact(cell, number) || readExact(trimmed(cell), number));
      return isOdd ? odd.numberOf(trimmed(cell)) + 1 : 0;
    },
    /** Adds what was read last. */
    addTo: (group: number): void => {
      if (isOdd) return;
      const total = totals[group];
      if (total) addTo(total, number);
      else totals[group] = { ...number };
    },
    of: (group: number, oddAt: number): Group['sums'][number] => {
      const text = oddAt === 0 ? null : odd.textAt(oddAt - 1);
      return { total: totals[group] ?? '0', odd: text || null, isEmpty: text === '' };
    },
  };
}

function trimmed(cell: Span): Span {
  return cell.from === cell.to ? cell : spanOf(textIn(cell).trim());
}

export function textIn({ bytes, from, to }: Span): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString();
}

export function spanOf(text: string): Span {
  const bytes = Buffer.from(text);
  return { bytes, from: 0, to: bytes.length };
}
