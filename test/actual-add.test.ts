import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enterByHand } from '../src/actuals/by-hand.ts';
import { parseRows } from '../src/actuals/target-table.ts';
import { day } from '../src/model/day.ts';
import { planOf } from './support/plans.ts';
import { ROOT, runIn, temporary } from './support/run.ts';

const PLAN = `salesplan: 1
name: By hand
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments: {east: {owner: lina, criteria: {geographic: {area: east}}}}
team: {members: {lina: {name: 李娜}, zhao: {name: Zhao}}}
goals:
  share: {metric: market_share, target: 12%, owner: lina}
  revenue: {metric: revenue, target: 1M, owner: lina}
actuals:
  by-hand: {from: actuals.csv}
`;

function folderWith(actuals?: string | Uint8Array): string {
  const folder = temporary();
  writeFileSync(join(folder, 'salesplan.yaml'), PLAN);
  if (actuals !== undefined) writeFileSync(join(folder, 'actuals.csv'), actuals);
  return folder;
}

const add = (folder: string, ...more: readonly string[]) => runIn(folder, ['actual', 'add', '--lang', 'en', ...more]);
const read = (folder: string) => readFileSync(join(folder, 'actuals.csv'), 'utf8');

describe('actual add', () => {
  it('starts the file, and a report reads what it wrote', async () => {
    const folder = folderWith();
    const ran = await add(folder, '--metric', 'market_share', '--value', '11.5%', '--date', '2026-03-31', '--note', 'panel, Q1');
    expect(ran).toEqual({ exit: 0, stdout: 'actuals.csv:2: added market_share 11.5 (2026-03-31).\n', stderr: '' });
    expect(read(folder)).toBe('date,metric,value,segment,owner,product,channel,note\n2026-03-31,market_share,11.5,,,,,"panel, Q1"\n');
    const gap = await runIn(folder, ['gap', 'share', '--format', 'json']);
    expect(JSON.parse(gap.stdout).goals[0].actual).toBe('11.50');
  });

  it('takes names for ids; a value without a person is whose segment it is; one outside of the period is told', async () => {
    const folder = folderWith();
    const revenue = (value: string, ...more: readonly string[]) => add(folder, '--metric', 'revenue', '--value', value, ...more);
    expect((await revenue('100', '--date', '2026-03-31', '--segment', 'east')).exit).toBe(0);
    expect((await revenue('7', '--date', '2026-03-31', '--owner', 'Zhao')).exit).toBe(0);
    expect((await revenue('9', '--date', '2025-03-31', '--owner', '李娜')).stderr).toContain("outside of the plan's period");
    expect(read(folder)).toContain('2026-03-31,revenue,7,,zhao,,,\n2025-03-31,revenue,9,,lina,,,\n');
    const { stdout } = await runIn(folder, ['report', '--as-of', '2026-06-28', '--format', 'json']);
    const of = (who: string | null) =>
      JSON.parse(stdout).people.find((each: { owner: string; goal: string }) => each.owner === who && each.goal === 'revenue');
    expect([of('lina')?.actual, of('zhao')?.actual, of(null)]).toEqual(['100.00', '7.00', undefined]);
    expect((await runIn(folder, ['actual', 'status', '--format', 'json'])).stdout).toContain('"unassigned": {\n        "rows": 2');
  });

  it('knows a value by names and aliases, and asks what to do with the second one', async () => {
    const before = 'date,metric,value,owner\r\n2026/3/31,Revenue,"1,000",李娜\r\n';
    const folder = folderWith(before);
    const same = ['--metric', 'revenue', '--value', '1.2k', '--date', '2026-03-31', '--owner', 'lina'];
    const refused = await add(folder, ...same);
    expect(refused.exit).toBe(1);
    expect(refused.stderr).toContain('actuals.csv:2 already holds 1,000');
    expect(read(folder)).toBe(before);
    expect((await add(folder, ...same, '--duplicate', 'skip')).stdout).toBe('Nothing was changed.\n');
    await add(folder, ...same, '--duplicate', 'add');
    expect(read(folder)).toBe(`${before}2026-03-31,revenue,1200,lina\r\n`);
    const replaced = await add(folder, ...same.with(3, '1300'), '--duplicate', 'replace');
    expect(replaced.stdout).toBe('actuals.csv:3: 1200 became revenue 1300 (2026-03-31).\n');
    expect(read(folder)).toBe(`${before}2026-03-31,revenue,1300,lina\r\n`);
  });

  const refused: readonly (readonly [string, string | Uint8Array | undefined, readonly string[], number, string])[] = [
    ['no metric', undefined, ['--value', '1'], 2, 'give --metric'],
    ['a metric that is none', undefined, ['--metric', 'revenu', '--value', '1'], 2, 'Did you mean revenue?'],
    ['a value that is none', undefined, ['--metric', 'revenue', '--value', 'much'], 2, 'much is no value.'],
    ['a share for a percent', undefined, ['--metric', 'market_share', '--value', '0.115'], 2, '0.115 is no value.'],
    ['another currency', undefined, ['--metric', 'revenue', '--value', '1200 USD'], 2, 'not in USD'],
    ['a day to come', undefined, ['--metric', 'revenue', '--value', '1', '--date', '2026-09-01'], 2, 'still to come'],
    ['somebody unknown', undefined, ['--metric', 'revenue', '--value', '1', '--owner', 'linaa'], 2, 'Did you mean lina?'],
    [
      'a column that is not there',
      'date,metric,value\n',
      ['--metric', 'revenue', '--value', '1', '--owner', 'lina'],
      2,
      'no column for owner',
    ],
    ['a broken quote', 'date,metric,value\n2026-01-01,revenue,"1\n', ['--metric', 'revenue', '--value', '1'], 2, 'breaks off'],
    ['another encoding', Uint8Array.of(0xb5, 0xd8, 0xc7, 0xf8, 0x0a), ['--metric', 'revenue', '--value', '1'], 2, 'not UTF-8'],
    ['a policy that is none', undefined, ['--metric', 'revenue', '--value', '1', '--duplicate', 'maybe'], 2, 'replace, add or skip'],
  ];
  it.each(refused)('refuses %s and writes nothing', async (_, before, args, exit, message) => {
    const folder = folderWith(before);
    const ran = await add(folder, ...args);
    expect(ran.exit).toBe(exit);
    expect(ran.stderr).toContain(message);
    expect(existsSync(join(folder, 'actuals.csv')) ? readFileSync(join(folder, 'actuals.csv')) : undefined).toEqual(
      before === undefined ? undefined : Buffer.from(before),
    );
    expect(readdirSync(folder).filter((name) => name.includes('lock'))).toEqual([]);
  });

  it('keeps everything that stood there byte for byte, whatever it is', async () => {
    const plan = await planOf(PLAN);
    const source = plan.actuals.get('by-hand');
    if (!source) throw new Error('no source');
    const cell = fc.string({ maxLength: 6, unit: fc.constantFrom('a', '1', '李', ' ', ',', '"', '\n', '\r\n', "'", '=') });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const row = fc.tuple(fc.constantFrom('2026-01-31', '2026-02-28'), fc.constantFrom('revenue', 'market_share'), cell, cell);
    const table = fc.record({
      rows: fc.array(row, { maxLength: 6 }),
      mark: fc.constantFrom('', '\ufeff'),
      end: fc.constantFrom('', '\n', '\r\n'),
    });
    fc.assert(
      fc.property(table, fc.constantFrom('add' as const, 'replace' as const), ({ rows, mark, end }, policy) => {
        const lines = rows.map(([date, metric, value, note]) => `${date},${metric},${quoted(value)},${quoted(note)}`);
        const before = `${mark}${['date,metric,value,note', ...lines].join(end || '\n')}${end}`;
        const entry = { date: day('2026-01-31'), metric: 'revenue', value: '7', note: 'new' };
        const entered = enterByHand(before, entry, source, plan, policy);
        if (entered.is !== 'added' && entered.is !== 'replaced') throw new Error(entered.is);
        const at = rows.findLastIndex(([date, metric]) => date === '2026-01-31' && metric === 'revenue');
        expect(entered.is).toBe(policy === 'replace' && at >= 0 ? 'replaced' : 'added');
        const expected =
          entered.is === 'added' ? [...rows, ['2026-01-31', 'revenue', '7', 'new']] : rows.with(at, ['2026-01-31', 'revenue', '7', 'new']);
        const spot = { in: 'text', place: { file: 'x', line: 1, column: 1, endLine: 1, endColumn: 1 } } as const;
        const parsed = parseRows(entered.text, ',', 'x', 'x', spot);
        expect(parsed.is === 'table' && parsed.table.rows.slice(1).map(({ cells }) => [...cells])).toEqual(expected);
        if (entered.is === 'added') expect(entered.text.startsWith(before)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('several at once', () => {
  const args = (value: number) => [
    'actual',
    'add',
    '--metric',
    'revenue',
    '--value',
    String(value),
    '--date',
    '2026-01-31',
    '--duplicate',
    'add',
  ];
  const start = (folder: string, value: number) =>
    spawn(process.execPath, [join(ROOT, 'bin', 'salesplan.js'), ...args(value), '--as-of', '2026-06-28'], { cwd: folder, stdio: 'ignore' });
  const ended = (child: ReturnType<typeof start>) => new Promise<number | null>((resolve) => child.once('exit', resolve));

  it('lose no value', async () => {
    const folder = folderWith();
    const exits = await Promise.all([1, 2, 3, 4, 5, 6].map((value) => ended(start(folder, value))));
    expect(exits).toEqual([0, 0, 0, 0, 0, 0]);
    const values = read(folder)
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[2]);
    expect(values.sort()).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('leave whole rows when one is killed at any moment, and the next goes on', async () => {
    const folder = folderWith();
    await add(folder, '--metric', 'revenue', '--value', '1000', '--date', '2026-01-31');
    for (const after of [20, 60, 90, 110, 130]) {
      const child = start(folder, after);
      const exit = ended(child);
      setTimeout(() => child.kill('SIGKILL'), after);
      await exit;
      expect(read(folder)).toMatch(/^date,[a-z,]+\n2026-01-31,revenue,1000,,,,,\n(?:2026-01-31,revenue,\d+,,,,,\n)*$/);
    }
    expect(await ended(start(folder, 7))).toBe(0);
    expect(read(folder)).toContain('2026-01-31,revenue,7,');
  });
});
