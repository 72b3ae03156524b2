import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ran, runIn, temporary } from './support/run.ts';

// Whatever a planner's files hold: a finding or one line with the way out, a documented exit code, never a stack trace.
const PLAN = `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`;
const ACTUALS = 'actuals:\n  orders:\n    from: orders.csv\n    columns: {date: date, amount: amount}\n';

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporary();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

function expectClean({ exit, stdout, stderr }: Ran, code: number): void {
  expect({ exit, stderr }).toMatchObject({ exit: code });
  expect(stdout + stderr).not.toMatch(/\n\s+at .*:\d+:\d+|TypeError|RangeError|undefined|\[object/);
}

describe('a path that can not be read', () => {
  it.each([
    ['no such file', ['check', 'nowhere.yaml']],
    ['no plan in the folder', ['check', '.']],
    ['no plan anywhere', ['report']],
    ['an unknown option', ['check', '--frobnicate']],
    ['an unknown format', ['report', '--format', 'pdf']],
    ['an impossible day', ['report', '--as-of', '2026-02-30']],
  ])('%s', async (_, args) => {
    const folder = temporary();
    const ran = await runIn(folder, args);
    expectClean(ran, 2);
    expect(ran.stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
    expect(ran.stdout).toBe('');
  });

  it.each([
    ['a folder', 'out', 'en', 'out is a folder: --output names a file.'],
    ['a path that ends with a slash', 'new/', 'en', 'new/ is a folder: --output names a file.'],
    ['a folder, in Chinese', 'out', 'zh', 'out 是文件夹：--output 需要文件名。'],
  ])('an output that is %s', async (_, output, language, says) => {
    const folder = folderWith({ 'salesplan.yaml': PLAN, 'out/kept.txt': '' });
    for (const args of [['report'], ['export', '--format', 'csv']]) {
      const ran = await runIn(folder, [...args, '--output', output, '--lang', language]);
      expectClean(ran, 2);
      expect(ran.stderr).toContain(says);
    }
  });

  it.each([
    ['below a file', 'salesplan.yaml/x'],
    ['of a name that is too long', 'x'.repeat(300)],
  ])('a path %s', async (_, path) => {
    const folder = folderWith({ 'salesplan.yaml': PLAN });
    const [read, written] = [await runIn(folder, ['check', path]), await runIn(folder, ['report', '--lang', 'en', '--output', path])];
    expectClean(read, 2);
    expectClean(written, 3);
    expect(written.stderr).toContain(`${path} can't be written`);
  });

  it.each([
    ['ends before it begins', ['--from', '2026-05-01', '--to', '2026-04-01'], 'The first day, 2026-05-01, is after the last, 2026-04-01.'],
    ['can be of two years', ['--quarter', '2026-Q1'], 'write FY2026-Q1 (2025-02-01 to 2025-04-30)'],
    ['there is none of', ['--quarter', '2026-Q7'], '2026-Q7 names no week, month or quarter.'],
  ])('a window that %s', async (_, args, says) => {
    const folder = folderWith({ 'salesplan.yaml': `${PLAN}calendar: {year_start: 02-01}\n` });
    const ran = await runIn(folder, ['report', '--lang', 'en', ...args]);
    expectClean(ran, 2);
    expect(ran.stderr).toContain(says);
  });

  it.runIf(process.getuid?.() !== 0)('a file without permission', async () => {
    const folder = folderWith({ 'salesplan.yaml': PLAN });
    chmodSync(join(folder, 'salesplan.yaml'), 0);
    expectClean(await runIn(folder, ['check']), 2);
  });

  it('a goal that the plan does not have', async () => {
    const ran = await runIn(folderWith({ 'salesplan.yaml': PLAN }), ['decompose', 'revenu']);
    expectClean(ran, 2);
    expect(ran.stderr).toContain('revenue');
  });
});

describe('a plan that is no plan', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
    .split('')
    .map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`)
    .join('\n')}\n`;
  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'syntax/yaml-error'],
    ['only a comment', '# nothing\n', 'syntax/yaml-error'],
    ['a list', '- a\n- b\n', 'schema/wrong-type'],
    ['text', 'hello', 'schema/wrong-type'],
    ['GBK', new Uint8Array([0x6e, 0x3a, 0x20, 0xd0, 0xc7, 0xc0, 0xbd]), 'syntax/not-utf8'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x73, 0x00]), 'syntax/not-utf8'],
    ['binary', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'syntax/'],
    ['an alias bomb', bomb, 'syntax/too-many-aliases'],
    ['an anchor that holds itself', 'a: &a [*a]\n', 'syntax/yaml-error'],
    ['a quote never closed', `${PLAN}x-note: "open\n`, 'syntax/yaml-error'],
    ['a merge conflict', `<<<<<<< ours\n${PLAN}`, 'syntax/yaml-error'],
    ['a map where a key is refused', `${PLAN}rates: {2026-01: {USD: 7.1}}\n`, 'schema/bad-date'],
    ['tabs', 'salesplan: 1\nteam:\n\tmembers: {}\n', 'syntax/tab-indent'],
    ['keys that JavaScript knows', `${PLAN}__proto__: {polluted: 1}\nconstructor: {prototype: 1}\n`, 'schema/unknown-key'],
    ['deep nesting', `${PLAN}x-deep: ${'['.repeat(500)}${']'.repeat(500)}\n`, 'syntax/'],
    ['a newer format', PLAN.replace('salesplan: 1', 'salesplan: 2'), 'schema/out-of-range'],
    ['a period that runs backwards', PLAN.replace('end: 2026-12-31', 'end: 2025-12-31'), 'date/end-before-start'],
    ['a day that does not exist', PLAN.replace('end: 2026-12-31', 'end: 2026-02-30'), 'schema/bad-date'],
  ])('%s', async (_, text, rule) => {
    const folder = folderWith({ 'salesplan.yaml': text });
    const ran = await runIn(folder, ['check', '--format', 'json']);
    expectClean(ran, 1);
    const { findings } = JSON.parse(ran.stdout);
    expect(findings.map((finding: { rule: string }) => finding.rule).join(' ')).toContain(rule);
    expectClean(await runIn(folder, ['report', '--as-of', '2026-06-28']), 1);
    expectClean(await runIn(folder, ['decompose']), 1);
  });

  it('shows escape sequences instead of sending them', async () => {
    const folder = folderWith({
      'salesplan.yaml': PLAN.replace('name: Growth 2026', 'name: "\\e]0;owned\\a\\e[2J"').replace('owner: lina', 'owner: "\\e[31m"'),
    });
    for (const format of ['pretty', 'compact', 'github', 'markdown', 'junit']) {
      const { stdout } = await runIn(folder, ['check', '--format', format]);
      expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
    }
  });
});

describe('data that can not be read', () => {
  it.each<[string, Readonly<Record<string, string | Uint8Array>>, string, number]>([
    ['missing', {}, 'data/missing-file', 1],
    ['a folder', { 'orders.csv/a.csv': 'date,amount\n' }, 'data/unreadable-file', 1],
    ['empty', { 'orders.csv': '' }, 'data/empty-file', 0],
    ['a header only', { 'orders.csv': 'date,amount\n' }, 'data/empty-file', 0],
    ['another encoding than declared', { 'orders.csv': 'date,amount\n2026-01-05,1\n' }, 'data/wrong-encoding', 1],
    ['a broken quote', { 'orders.csv': 'date,amount\n2026-01-05,1\n2026-01-06,"2\n2026-01-07,3\n' }, 'data/unclosed-quote', 1],
    [
      'another encoding, not UTF-8',
      { 'orders.csv': Buffer.from('date,amount,note\n2026-01-05,1,\xbb\xaa\n', 'latin1') },
      'data/wrong-encoding',
      1,
    ],
    ['a page to log in', { 'orders.csv': '<!DOCTYPE html>\n<html><body>login</body></html>\n' }, 'data/unreadable-file', 1],
    ['binary', { 'orders.csv': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]) }, 'data/wrong-encoding', 1],
    ['no such column', { 'orders.csv': 'day,amount\n2026-01-05,1\n' }, 'data/missing-column', 1],
  ])('%s', async (name, files, rule, code) => {
    const actuals = name.startsWith('another') ? ACTUALS.replace('columns', 'encoding: utf-16\n    columns') : ACTUALS;
    const folder = folderWith({ 'salesplan.yaml': PLAN + actuals, ...files });
    const ran = await runIn(folder, ['report', '--as-of', '2026-06-28']);
    expectClean(ran, code);
    const status = code === 0 ? await runIn(folder, ['actual', 'status', '--format', 'json']) : ran;
    expect(status.stdout + status.stderr).toContain(rule);
  });

  it('never leaves the plan’s folder, not by a link either', async () => {
    const outside = folderWith({ 'orders.csv': 'date,amount\n2026-01-05,1\n' });
    const folder = folderWith({ 'salesplan.yaml': PLAN + ACTUALS });
    symlinkSync(join(outside, 'orders.csv'), join(folder, 'orders.csv'));
    const ran = await runIn(folder, ['report', '--as-of', '2026-06-28']);
    expectClean(ran, 1);
    expect(ran.stderr).toContain('data/outside-folder');
  });

  it('neutralises cells that a spreadsheet would run', async () => {
    const folder = folderWith({
      'salesplan.yaml': PLAN.replace('name: Lina', 'name: "=HYPERLINK(1)"').replace('by: quarter', 'by: owner'),
    });
    const { stdout } = await runIn(folder, ['report', '--as-of', '2026-06-28', '--format', 'csv']);
    expect(stdout).not.toMatch(/(^|,)=HYPERLINK/m);
  });
});
