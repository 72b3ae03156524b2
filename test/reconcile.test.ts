import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Status, statusIn } from './support/actuals.ts';
import { temporary } from './support/run.ts';

// Whatever a file holds: what was read is used, left out or rejected, in rows and in amount, and the facts are what is used.
const PLAN = (source: string) => `salesplan: 1
name: P
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
rates: {USD: {2026-02-01: 7.1}}
segments: {east: {owner: lina, match: {province: [上海, 江苏]}}, south: {owner: lina, match: {province: [广东]}}}
strategy: {product: {x1: {name: X1}}}
team: {members: {lina: {name: 李娜}, wang: {name: 王伟}}}
goals: {g: {metric: revenue, target: 1M, owner: lina}, o: {metric: orders, target: 10, owner: lina}, w: {metric: win_rate, target: 50%, owner: lina}}
actuals: {o: {${source}}}
checks: {rules: {data/unclosed-quote: warning}}
`;
const HEADER = ['Record Id', 'date', 'amount', 'currency', 'seller', 'province', 'product', 'status', 'created'];
const SOURCE =
  'columns: {id: Record Id, date: date, amount: amount, currency: currency, owner: seller, product: product, created: created}, where: {status: [won]}, lost: {status: [lost]}';

const cell = (...usual: readonly string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom('', ' ', '-', '"', 'ａ', "'", '\t', 'x,y', 'a\nb') },
  );
const row = fc.tuple(
  cell('1', '2', '3', '4', '5', 'zcrm_6', ''),
  cell('2026-01-05', '2026/2/5', '2026年3月5日', '2025-12-31', '05/06/2026', '2026-02-30', '46027', '2026-03-31T23:00:00Z'),
  cell('10', '1,234.50', '(3.10)', '¥0.05', '0.1', '-7', '1e3', '1.2万', 'USD 3', 'nine', '9007199254740993.01'),
  cell('CNY', 'USD', 'EUR', ''),
  cell('李娜', ' lina', '王伟', 'nobody', '合计'),
  cell('上海', '广东', '北京'),
  cell('x1', 'X1 ', 'x2'),
  cell('won', 'won', 'WON', 'lost', 'open'),
  cell('2025-11-01', '2026-06-01', 'never'),
);
const written = fc.record({
  rows: fc.array(row, { maxLength: 12 }),
  /** Bytes cut off at the end. */
  cut: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 30 })),
  /** Cells too many in a row, or too few. */
  extra: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.constantFrom(',1,2\n', 'only\n', '\n\n', '"open\n')),
  isQuoted: fc.boolean(),
  /** What stands above the header. */
  title: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.constantFrom('报表\n', '\n\n', 'a title,,\n\n')),
});

/** No row is rejected without a word. */
const REJECTING = /^data\/(bad-|no-amount|currency|unclosed-quote|unknown-metric)/;

describe('what became of the rows of a mangled file', () => {
  const folder = temporary();
  const tell = async (files: Readonly<Record<string, string>>, from: string): Promise<Status['sources'][number] | undefined> => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, 'salesplan.yaml'), PLAN(`from: ${from}, ${SOURCE}`));
    const { sources, findings } = await statusIn(folder);
    if ((sources[0]?.rejected.rows ?? 0) > 0) expect(findings.filter(({ rule }) => REJECTING.test(rule)).length).toBeGreaterThan(0);
    return sources[0];
  };
  const quote = (text: string, isQuoted: boolean) => (isQuoted || /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  it('adds up to what was read', async () => {
    await fc.assert(
      fc.asyncProperty(written, async ({ rows, cut, extra, isQuoted, title }) => {
        const text = [HEADER, ...rows].map((cells) => cells.map((each) => quote(each, isQuoted)).join(',')).join('\n');
        const csv = `${title}${text}\n${extra}`;
        const source = await tell(
          { 'o.csv': csv.slice(0, Math.max(title.length + HEADER.join(',').length + 20, csv.length - cut)) },
          'o.csv',
        );
        if (source) expectBalance(source);
      }),
      { numRuns: 30 },
    );
  });

  it('adds up in JSON too, and counts each record', async () => {
    await fc.assert(
      fc.asyncProperty(written, async ({ rows, cut }) => {
        const records = rows.map((cells) => Object.fromEntries(HEADER.map((name, index) => [name, cells[index]])));
        const text = JSON.stringify(records);
        // One record stays whole: without any there are no columns to speak of.
        const end = Math.max(text.length - cut, JSON.stringify(records.slice(0, 1)).length - 1);
        const source = rows.length === 0 ? undefined : await tell({ 'o.json': text.slice(0, cut === 0 ? undefined : end) }, 'o.json');
        if (!source) return;
        expectBalance(source);
        if (cut === 0) expect(source.read.rows).toBe(rows.filter((cells) => cells.some((each) => each.trim() !== '')).length);
      }),
      { numRuns: 20 },
    );
  });
});

function expectBalance(source: Status['sources'][number]): void {
  const cents = (text: string) => BigInt(text.replace('.', ''));
  const sumOf = (parts: readonly { readonly rows: number; readonly amount: string }[]) => ({
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    amount: parts.reduce((sum, { amount }) => sum + cents(amount), 0n),
  });
  const { read, used, excluded, rejected, unassigned, excludedAs } = source;
  const whole = sumOf([used, excluded, rejected]);
  expect(whole.rows).toBe(read.rows);
  // Shown amounts are rounded to the cent, each on its own.
  const off = whole.amount - cents(read.amount);
  expect(off >= -2n && off <= 2n).toBe(true);
  expect(sumOf(Object.values(excludedAs)).rows).toBe(excluded.rows);
  expect(unassigned.rows).toBeLessThanOrEqual(used.rows);
}
