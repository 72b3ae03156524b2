import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ROOT, runIn, temporary } from './support/run.ts';

// Subgoals leave the plan as a file, are edited in a spreadsheet, and come back as pins; a quarter is closed and the rest spread.
let folder = '';
beforeEach(() => {
  folder = temporary();
  cpSync(join(ROOT, 'examples', 'starter'), folder, { recursive: true });
});
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const edit = (name: string, from: string | RegExp, to: string) => writeFileSync(join(folder, name), read(name).replace(from, to));
const january = 'revenue/cafes/2026-Q1/2026-01';
const rowOf = (id: string) =>
  read('subgoals.csv')
    .split('\n')
    .find((line) => line.includes(`,${id},`)) ?? '';

describe('written subgoals', () => {
  it('are the same bytes again, and check holds them to the plan', async () => {
    await runIn(folder, ['decompose', '--write']);
    const first = read('subgoals.csv');
    expect(first.split('\n')).toHaveLength(26);
    expect((await runIn(folder, ['check'])).exit).toBe(0);
    edit('salesplan.yaml', 'cafes: 55%, offices: 45%', 'cafes: 54%, offices: 46%');
    const stale = await runIn(folder, ['check', '--format', 'compact']);
    expect(stale.exit).toBe(1);
    expect(stale.stdout).toMatch(/^subgoals\.csv:2:1 error plan\/stale-subgoals/m);
    edit('salesplan.yaml', 'cafes: 54%, offices: 46%', 'cafes: 55%, offices: 45%');
    await runIn(folder, ['decompose', '--write']);
    expect(read('subgoals.csv')).toBe(first);
  });

  it('come back as pins, shown before they are written', async () => {
    await runIn(folder, ['decompose', '--write']);
    const plan = read('salesplan.yaml');
    const row = rowOf(january);
    edit('subgoals.csv', row, row.replace(/,\d+\.\d\d,/, ',40000.25,'));
    const review = await runIn(folder, ['decompose', '--read', 'subgoals.csv', '--format', 'json']);
    const [goal] = JSON.parse(review.stdout).goals;
    expect(
      goal.changes.map(({ id, after, why }: { id: string; after: string; why: string }) => [id.split('/').at(-1), after, why]),
    ).toEqual([
      ['2026-01', '40000.25', 'edited'],
      ['2026-02', expect.any(String), 'spread'],
      ['2026-03', expect.any(String), 'spread'],
    ]);
    expect(read('salesplan.yaml')).toBe(plan);
    await runIn(folder, ['decompose', '--read', 'subgoals.csv', '--write']);
    const pin = '      - {at: {segment: cafes, quarter: 2026-Q1, month: 2026-01}, target: 40000.25, note: "edited by hand"}\n';
    expect(read('salesplan.yaml')).toBe(plan.replace('actuals:\n', `    pins:\n${pin}actuals:\n`));
    await runIn(folder, ['decompose', '--write']);
    expect(rowOf(january)).toContain(',40000.25,');
    expect((await runIn(folder, ['check'])).exit).toBe(0);
  });

  it.each([
    ['an empty cell', /,\d+\.\d\d,/, ',,', 0, 'One|1 empty cell is not set'],
    ['a word', /,\d+\.\d\d,/, ',lots,', 2, 'subgoals.csv:2: the target «lots» is no number'],
    ['half a cent', /,\d+\.\d\d,/, ',40000.255,', 2, 'finer than 0.01'],
    ['a subgoal that is none', /2026-01,cafes/, '2026-13,cafes', 2, 'has no subgoal revenue/cafes/2026-Q1/2026-13'],
    ['more than there is', /,\d+\.\d\d,/, ',900000,', 1, "What was edited can't become pins"],
  ])('with %s', async (_, from, to, exit, says) => {
    await runIn(folder, ['decompose', '--write']);
    const plan = read('salesplan.yaml');
    const row = rowOf(january);
    edit('subgoals.csv', row, row.replace(from, to));
    const ran = await runIn(folder, ['decompose', '--read', 'subgoals.csv', '--write']);
    expect(ran.exit).toBe(exit);
    expect(ran.stdout + ran.stderr).toMatch(new RegExp(says));
    expect(read('salesplan.yaml')).toBe(plan);
  });
});

describe('a rebalanced plan', () => {
  it('says what to change where pins of what is still open leave no room', async () => {
    edit('salesplan.yaml', /(?=actuals:)/, '    pins: [{at: {segment: cafes, month: 2026-03}, target: 50000}]\n');
    writeFileSync(join(folder, 'orders.csv'), read('orders.csv').split('\n').slice(0, 3).join('\n'));
    const { stdout } = await runIn(folder, ['rebalance', '--as-of', '2026-03-10', '--carry', 'both']);
    expect(stdout.replace(/\s+/g, ' ')).toContain('Change the pins and limits of what is still open, or take them out, and run it again.');
  });

  it('is written in place, keeps the rest byte for byte, and stays as it is the second time', async () => {
    const plan = read('salesplan.yaml');
    const args = ['rebalance', '--as-of', '2026-04-01', '--carry', 'both', '--write'];
    const ran = await runIn(folder, args);
    expect(ran.stdout).toContain('Wrote salesplan.yaml: 8 pins added, 0 changed, 0 removed.');
    const written = read('salesplan.yaml');
    expect(written.replace(/ {4}pins:\n(?: {6}- .*\n)+/, '')).toBe(plan);
    const again = await runIn(folder, args);
    expect(again.stdout).toContain('Nothing changes.');
    expect(read('salesplan.yaml')).toBe(written);
    expect((await runIn(folder, ['check'])).exit).toBe(0);
  });
});
