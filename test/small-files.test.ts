import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, EngineFile, GroupSum, RolledUp, RollUp } from '../src/actuals/engines/engine.ts';
import { fractionOf } from '../src/actuals/engines/exact-sum.ts';
import { openEngine } from '../src/actuals/engines/index.ts';
import { rollUpPlain } from '../src/actuals/engines/plain.ts';
import { rollUpSmall } from '../src/actuals/engines/small.ts';
import { rollUpInTurns } from '../src/actuals/engines/turns.ts';
import { linesOfBytes } from '../src/actuals/line-of-byte.ts';
import { swallowedBy } from '../src/actuals/swallowed.ts';
import { parseExportedNumber } from '../src/model/exported-number.ts';
import { type Fraction, NOUGHT, parseDecimal, plus, times, toDecimal } from '../src/model/fraction.ts';
import { statusIn } from './support/actuals.ts';
import { temporary } from './support/run.ts';

// What is rolled up without an engine is what the embedded engine makes of the same files.
const folder = temporary();
let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('duckdb', () => folder);
});
afterAll(() => engine.close());

const cell = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('a', 'b', '华东', '1', '2.50', '-3', '2026-01-05', '2026-01-05 10:00') },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      ' a',
      '1,000',
      '"',
      'a"b',
      'a,b',
      'x\ny',
      '1e3',
      '.5',
      '5.',
      '+5',
      ' 7 ',
      '٣',
      '1.2万',
      '1_000',
      '0x10',
      'NaN',
      'inf',
    ),
  },
);
/** Files of so many columns; now and then a row has one more. */
const fileOf = (columns: number) =>
  fc.record({
    lines: fc.array(
      fc.record({
        cells: fc.oneof(
          { weight: 12, arbitrary: fc.array(cell, { minLength: 1, maxLength: columns }) },
          { weight: 1, arbitrary: fc.array(cell, { minLength: 1, maxLength: columns + 1 }) },
        ),
        isQuoted: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
    end: fc.constantFrom('\n', '\n', '\r\n'),
    isEnded: fc.boolean(),
    isStrict: fc.constantFrom(true, true, true, false),
  });
type File = ReturnType<typeof fileOf> extends fc.Arbitrary<infer T> ? T : never;

/** As a program would write it, or (not strict) as it came. */
function textOf({ lines, end, isEnded, isStrict }: File, header: string): string {
  const write = (text: string, isQuoted: boolean) => (isQuoted || /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = lines.map(({ cells, isQuoted }) => cells.map((each) => (isStrict ? write(each, isQuoted) : each)).join(','));
  return [header, ...rows].join(end) + (isEnded ? end : '');
}

function written(name: string, text: string, columnCount: number): EngineFile {
  const absolute = join(folder, name);
  writeFileSync(absolute, text);
  return { absolute, delimiter: ',', columnCount, bytes: statSync(absolute).size };
}

/** What is read of the groups in the end, in one order, whoever has read the numbers. */
function plainOf({ groups, broken, repeated }: RolledUp, text: string) {
  const read = new Map<string, { rows: number; total: Fraction }>();
  for (const { keys, sums, rows } of groups) {
    const [sum] = sums;
    const value = sum?.isEmpty ? 'empty' : sum?.odd != null ? parseExportedNumber(sum.odd) : sum && numberOf(sum.total);
    const key = JSON.stringify([keys, typeof value === 'object' ? 'number' : (value ?? sum?.odd)]);
    const total = typeof value === 'object' ? (sum?.odd == null ? value : times(value, { n: BigInt(rows), d: 1n })) : NOUGHT;
    const before = read.get(key);
    read.set(key, { rows: rows + (before?.rows ?? 0), total: plus(total, before?.total ?? NOUGHT) });
  }
  const sorted = [...read].map(([key, { rows, total }]) => `${key.replaceAll('\\r\\n', '\\n')} ${rows} ${toDecimal(total, 6)}`).sort();
  // Of a joined file the engine reads only what it needs.
  const ofRows = broken
    .flatMap(({ absolute, offset, line: known }) => (absolute.endsWith('rows.csv') ? [known ?? lineAt(text, offset)] : []))
    .sort((a, b) => a - b);
  return { groups: sorted, broken: ofRows, repeated };
}

function numberOf(total: GroupSum['total']): Fraction | undefined {
  return typeof total === 'string' ? parseDecimal(total) : fractionOf(total);
}

/** Groups with exact totals, in one order. */
function sortedGroups({ groups }: RolledUp): readonly string[] {
  const written = [...groups].map(({ keys, sums, rows }) => {
    const totals = sums.map(({ odd, isEmpty, total }) => [odd, isEmpty, toDecimal(numberOf(total) ?? NOUGHT, 9)]);
    return JSON.stringify([keys, totals, rows]);
  });
  return written.sort();
}

function lineAt(text: string, offset: number): number {
  return linesOfBytes([offset], [Buffer.from(text)]).get(offset) ?? 0;
}

describe('small files', () => {
  it('are rolled up as the embedded engine does', async () => {
    let [answered, quoted, bytewise] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(fileOf(3), fileOf(2), async (rows, joined) => {
        const [main, other] = [textOf(rows, 'h,i,j'), textOf(joined, 'k,l')];
        const question: RollUp = {
          files: [written('rows.csv', main, 3)],
          hasHeader: true,
          joins: [{ file: written('joined.csv', other, 2), left: { table: 0, column: 0 }, right: 0 }],
          keys: [
            { ref: { table: 0, column: 0 }, isDate: false },
            { ref: { table: 0, column: 1 }, isDate: true },
            { ref: { table: 1, column: 1 }, isDate: false },
          ],
          sums: [{ table: 0, column: 2 }],
          decimal: '.',
        };
        const small = await rollUpSmall(question, (absolute) => [readFileSync(absolute)]);
        if (!small) return;
        // The engine miscounts lines that end in several ways.
        const isMixed = main.includes('\r\n') && /[^\r]\n/.test(main);
        answered++;
        if (main.includes('"')) quoted++;
        const plain = rollUpPlain(question, (absolute) => [readFileSync(absolute)]);
        if (plain) {
          bytewise++;
          expect(plainOf(plain, main)).toEqual(plainOf(small, main));
        }
        const [own, engines] = [plainOf(small, main), plainOf(await engine.rollUp(question), main)];
        expect(own).toEqual(isMixed ? { ...engines, broken: own.broken } : engines);
      }),
      process.env.FUZZ_RUNS ? { numRuns: Number(process.env.FUZZ_RUNS) } : { numRuns: 60, seed: 1 },
    );
    expect(answered).toBeGreaterThan(10);
    expect(quoted).toBeGreaterThan(2);
    expect(bytewise).toBeGreaterThan(2);
  });

  it('make the same answer in turns as at once', async () => {
    let turns = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fileOf(3), { minLength: 2, maxLength: 4 }), fileOf(2), async (parts, joined) => {
        const files = parts.map((part, index) => written(`${index}-rows.csv`, textOf(part, 'h,i,j'), 3));
        const key = (column: number) => ({ ref: { table: 0, column }, isDate: false });
        const joins = [{ file: written('joined.csv', textOf(joined, 'k,l'), 2), left: { table: 0, column: 0 }, right: 0 }];
        const sums = [1, 2].map((column) => key(column).ref);
        const question: RollUp = { files, hasHeader: true, joins, keys: [key(0)], sums, decimal: '.' };
        const rollUp = (asked: RollUp) => rollUpSmall(asked, (absolute) => [readFileSync(absolute)]);
        const atOnce = await rollUp(question);
        if (!atOnce) return;
        const inTurns = await rollUpInTurns(question, 40, async (part) => {
          turns++;
          return (await rollUp(part)) ?? atOnce;
        });
        expect(sortedGroups(inTurns)).toEqual(sortedGroups(atOnce));
        expect(inTurns.broken).toEqual(atOnce.broken);
      }),
      { numRuns: 100, seed: 1 },
    );
    expect(turns).toBeGreaterThan(100);
  });

  it('are read by the engine too where their lines end in several ways', async () => {
    const text = 'h,i,j\r\nx\ny\r\na,b,3,4\nc,d,5\r\n';
    const file = written('ends.csv', text, 3);
    const key = (column: number) => ({ ref: { table: 0, column }, isDate: false });
    const question: RollUp = { files: [file], hasHeader: true, joins: [], keys: [key(0)], sums: [{ table: 0, column: 2 }], decimal: '.' };
    const { groups, broken } = await engine.rollUp(question);
    expect([...groups].map(({ keys: [first] }) => first).sort()).toEqual(['c', 'x', 'y']);
    expect(broken).toMatchObject([{ absolute: file.absolute, line: 4 }]);
  });

  it.each([
    ['of few rows', 3, 'South'],
    ['of many rows', 60_000, 'South'],
    ['with breaks in quotes', 3, '"So\nuth"'],
  ])('%s count every line behind a quote that is never closed', async (_, more, first) => {
    const plan = temporary();
    writeFileSync(
      join(plan, 'salesplan.yaml'),
      'salesplan: 1\nname: P\ncurrency: CNY\nperiod: {start: 2026-01-01, end: 2026-12-31}\nteam: {members: {lina: {}}}\n' +
        'goals: {g: {metric: revenue, target: 1M, owner: lina}}\nactuals: {o: {from: o.csv}}\nchecks: {rules: {data/unclosed-quote: warning}}\n',
    );
    const line = first.includes('\n') ? 4 : 3;
    const rows = '2026-01-07,North,1\n'.repeat(more);
    writeFileSync(join(plan, 'o.csv'), `date,region,amount\n2026-01-05,${first},10.50\n2026-01-06,"South,1\n${rows}`);
    const status = await statusIn(plan);
    expect(status.sources[0]).toMatchObject({ read: { rows: more + 2 }, used: { rows: 1 }, rejected: { rows: more + 1 } });
    expect(status.findings.slice(0, 1)).toMatchObject([
      { rule: 'data/unclosed-quote', line, message: expect.stringContaining(`Lines ${line} to ${line + more}`) },
    ]);
  });

  it('count the lines that a quote takes in up to the next one', () => {
    const text = 'a,b\n1,"x\n\n2,y\n3,"z"\n4,w\n5,"v\n6,u\n\n';
    const swallowed = swallowedBy(
      [2, 7],
      ',',
      [...Buffer.from(text)].map((byte) => Uint8Array.of(byte)),
    );
    expect(swallowed.get(2)).toEqual({ last: 5, further: 2, isOpen: false });
    expect(swallowed.get(7)).toEqual({ last: 9, further: 1, isOpen: true });
  });

  it('may end their lines as old programs did', async () => {
    const plan = temporary();
    writeFileSync(
      join(plan, 'salesplan.yaml'),
      'salesplan: 1\nname: P\ncurrency: CNY\nperiod: {start: 2026-01-01, end: 2026-12-31}\nteam: {members: {lina: {}}}\n' +
        'goals: {g: {metric: revenue, target: 1M, owner: lina}}\nactuals: {o: {from: o.csv, columns: {date: 日期, amount: 金额}}}\n',
    );
    writeFileSync(join(plan, 'o.csv'), '日期,金额\r2026-01-05,10.50\r2026-01-06,x\r');
    const status = await statusIn(plan);
    expect(status.sources[0]).toMatchObject({ read: { rows: 2 }, used: { rows: 1 }, rejected: { rows: 1 } });
  });
});
