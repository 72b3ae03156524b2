import type { ColumnRef } from '../bind.ts';
import { withoutTime } from '../date-text.ts';
import type { Span } from '../record-reader.ts';
import type { Group, RollUp } from './engine.ts';
import { addTo, type ExactSum, readExact, textOfExact } from './exact-sum.ts';
import { keyTable } from './key-table.ts';

interface Gathering {
  readonly keys: Group['keys'];
  /** Undefined: no number. */
  readonly totals: readonly (ExactSum | undefined)[];
  /** Texts that are no numbers. */
  readonly odd: readonly string[];
  rows: number;
}

/** A date as short as this has no time of day. */
const SHORT_DATE = 10;
const [BETWEEN_KEYS, BEFORE_ODD] = [1, 2];

/** Adds rows up by their keys, and by what is no number. Nothing is made for a row of a group that is there. */
export function grouper({ keys, sums, decimal }: RollUp) {
  const table = keyTable();
  const groups: Gathering[] = [];
  const numbers = sums.map((ref) => ({ ref, number: { units: 0, decimals: 0 } as ExactSum, isOdd: false }));
  const add = (cellAt: (ref: ColumnRef) => Span): void => {
    table.begin();
    for (const { ref, isDate } of keys) {
      const cell = cellAt(ref);
      if (isDate && cell.to - cell.from > SHORT_DATE) table.pushText(withoutTime(textIn(cell)));
      else table.push(cell);
      table.pushByte(BETWEEN_KEYS);
    }
    for (const sum of numbers) {
      const cell = cellAt(sum.ref);
      sum.isOdd = decimal !== '.' || !(readExact(cell, sum.number) || readExact(spanOf(textIn(cell).trim()), sum.number));
      table.pushByte(sum.isOdd ? BEFORE_ODD : BETWEEN_KEYS);
      if (sum.isOdd) table.pushText(textIn(cell).trim());
    }
    const group = groups[table.place()];
    if (!group) groups.push(begun(cellAt));
    else {
      group.rows++;
      for (let index = 0; index < numbers.length; index++) {
        const [total, sum] = [group.totals[index], numbers[index]];
        if (total && sum) addTo(total, sum.number);
      }
    }
  };
  const begun = (cellAt: (ref: ColumnRef) => Span): Gathering => ({
    keys: keys.map(({ ref, isDate }) => (isDate ? withoutTime(textIn(cellAt(ref))) : textIn(cellAt(ref))) || null),
    totals: numbers.map(({ number, isOdd }) => (isOdd ? undefined : { ...number })),
    odd: numbers.map(({ ref, isOdd }) => (isOdd ? textIn(cellAt(ref)).trim() : '')),
    rows: 1,
  });
  return { add, all: (): readonly Group[] => groups.map(groupOf) };
}

export function textIn({ bytes, from, to }: Span): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString();
}

export function spanOf(text: string): Span {
  const bytes = Buffer.from(text);
  return { bytes, from: 0, to: bytes.length };
}

function groupOf({ keys, totals, odd, rows }: Gathering): Group {
  const sums = totals.map((total, index) => {
    const text = odd[index] || null;
    return { total: total ? textOfExact(total) : '0', odd: text, isEmpty: !total && text === null };
  });
  return { keys, sums, rows };
}
