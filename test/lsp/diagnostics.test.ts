import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { type Editor, SALESPLAN, startEditor } from '../support/editor.ts';
import { ROOT, runIn, temporary } from '../support/run.ts';

const PLAN = `salesplan: 1
name: 华东 😀 2026
currency: CNY
language: en
period: {start: 2026-01-01, end: 2026-12-31}
include: [goals/*.yaml]
team:
  members:
    lina: {name: Lina}
`;
const GOALS = `goals:
  revenue:
    name: 😀 Revenue
    metric: revenue
    target: 12M
    owner: lina
    decompose: [{by: quarter}]
`;

const files: Record<string, string> = {
  'salesplan.yaml': PLAN,
  'goals/revenue.yaml': GOALS,
  'other/salesplan.yaml': PLAN.replace('[goals/*.yaml]', '[]').replace('lina: {name: Lina}', 'lina: {nmae: Lina}'),
  'other/notes.yaml': 'anything: [goes, here\n',
  'alone.yaml': 'salesplan: 1\nname: Alone\n',
};
const folder = temporary();
for (const [file, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

let editor: Editor;
beforeAll(async () => {
  editor = await startEditor(folder);
});
afterAll(async () => {
  expect(await editor.end()).toBe(0);
});

const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code);
const has = (code: string) => (found: readonly Diagnostic[]) => codes(found).includes(code);
const none = (found: readonly Diagnostic[]) => found.length === 0;

describe('findings in the editor', () => {
  it('says who it is', () => {
    expect(editor.initialized).toMatchObject({ serverInfo: { name: 'salesplan' }, capabilities: { positionEncoding: 'utf-16' } });
  });

  it('shows nothing where nothing is wrong, and a mistake while it is typed', async () => {
    await editor.open('goals/revenue.yaml');
    await editor.diagnostics('goals/revenue.yaml', none);
    await editor.type('goals/revenue.yaml', GOALS.replace('owner: lina', 'owner: lnia'));
    const found = await editor.diagnostics('goals/revenue.yaml', has('ref/unknown-id'));
    expect(found).toMatchObject([
      {
        code: 'ref/unknown-id',
        source: 'salesplan',
        severity: 1,
        range: { start: { line: 5, character: 11 }, end: { line: 5, character: 15 } },
        message: expect.stringContaining('lina'),
      },
    ]);
  });

  it('counts columns in UTF-16 units', async () => {
    await editor.type(
      'goals/revenue.yaml',
      'goals: {revenue: {name: 😀 𠀀, metric: revenue, target: 12M, owner: lnia, decompose: [{by: quarter}]}}\n',
    );
    const found = await editor.diagnostics('goals/revenue.yaml', (all) =>
      all.some(({ code, range }) => code === 'ref/unknown-id' && range.start.line === 0),
    );
    const at = found.find(({ code }) => code === 'ref/unknown-id')?.range;
    const line = 'goals: {revenue: {name: 😀 𠀀, metric: revenue, target: 12M, owner: lnia';
    expect(at).toEqual({ start: { line: 0, character: line.length - 4 }, end: { line: 0, character: line.length } });
  });

  it('shows what a change of one file means for another', async () => {
    await editor.type('goals/revenue.yaml', GOALS);
    await editor.diagnostics('goals/revenue.yaml', none);
    await editor.open('salesplan.yaml', PLAN.replace('lina:', 'zhao:'));
    await editor.diagnostics('goals/revenue.yaml', has('ref/unknown-id'));
    await editor.type('salesplan.yaml', PLAN);
    await editor.diagnostics('goals/revenue.yaml', none);
  });

  it('shows the first place beside the second', async () => {
    await editor.type('salesplan.yaml', `${PLAN}goals:\n  revenue: {metric: revenue, target: 1, owner: lina}\n`);
    const found = await editor.diagnostics('goals/revenue.yaml', has('ref/duplicate-id'));
    expect(found.find(({ code }) => code === 'ref/duplicate-id')?.relatedInformation).toMatchObject([
      { location: { uri: editor.uri('salesplan.yaml'), range: { start: { line: 10, character: 2 } } } },
    ]);
    await editor.type('salesplan.yaml', PLAN);
    await editor.diagnostics('goals/revenue.yaml', none);
  });

  it('survives a broken file, and clears what it said when it is whole again', async () => {
    await editor.type('salesplan.yaml', PLAN.replace('team:', 'team: [{"'));
    await editor.diagnostics('salesplan.yaml', has('syntax/yaml-error'));
    await editor.type('salesplan.yaml', PLAN);
    await editor.diagnostics('salesplan.yaml', none);
  });

  it('knows waivers and the severities of the plan', async () => {
    const wrong = GOALS.replace('    decompose', '    # salesplan-ignore-next-line goal/no-subgoals -- small\n    decompose');
    await editor.type('goals/revenue.yaml', wrong);
    expect(codes(await editor.diagnostics('goals/revenue.yaml', has('suppress/unused')))).toEqual(['suppress/unused']);
    await editor.type('salesplan.yaml', `${PLAN}checks: {rules: {suppress/*: off}}\n`);
    await editor.diagnostics('goals/revenue.yaml', none);
    await editor.type('goals/revenue.yaml', GOALS);
    await editor.type('salesplan.yaml', PLAN);
  });

  it('keeps several plans apart, and says nothing of what is no plan', async () => {
    await editor.open('other/notes.yaml');
    await editor.open('other/salesplan.yaml');
    await editor.open('alone.yaml');
    await editor.diagnostics('other/salesplan.yaml', has('schema/unknown-key'));
    await editor.diagnostics('alone.yaml', has('schema/missing-key'));
    await editor.close('other/salesplan.yaml');
    await editor.diagnostics('other/salesplan.yaml', none);
  });

  it('hears of changes on the disk', async () => {
    await editor.type('salesplan.yaml', PLAN.replace('goals/*', 'more/*'));
    await editor.diagnostics('salesplan.yaml', has('ref/include-missing'));
    mkdirSync(join(folder, 'more'));
    writeFileSync(join(folder, 'more', 'a.yaml'), GOALS);
    await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uri('more/a.yaml'), type: 1 }] });
    await editor.diagnostics('salesplan.yaml', (found) => !has('ref/include-missing')(found));
  });
});

describe('the same findings as on the command line', () => {
  let own: Editor;
  beforeAll(async () => {
    own = await startEditor(ROOT, { ...SALESPLAN, args: [...SALESPLAN.args, '--as-of', '2026-06-28'] });
  });
  afterAll(() => own.end());

  it.each(['test/golden/mistakes', 'examples/electronics', 'examples/starter'])(
    '%s',
    async (plan) => {
      await own.open(`${plan}/salesplan.yaml`);
      const found = await own.diagnostics(`${plan}/salesplan.yaml`);
      const ran = await runIn(ROOT, ['check', plan, '--format', 'json', '--as-of', '2026-06-28']);
      const { findings } = JSON.parse(ran.stdout) as { findings: readonly { rule: string; line: number; message: string; file: string }[] };
      const told = findings.filter(({ file }) => file === `${plan}/salesplan.yaml`);
      expect(found.map(({ code, range, message }) => [code, range.start.line + 1, String(message).split('\n')[0]])).toEqual(
        told.map(({ rule, line, message }) => [rule, line, message]),
      );
    },
    20_000,
  );
});

describe('an editor that names a baseline', () => {
  it('shows only what is new, wherever it stands', async () => {
    const home = temporary();
    mkdirSync(join(home, 'plans'));
    const plan = PLAN.replace('include: [goals/*.yaml]\n', 'segments: {east: {owner: lina}}\n') + GOALS;
    writeFileSync(join(home, 'plans', 'salesplan.yaml'), plan);
    await runIn(home, ['check', 'plans', '--write-baseline', 'known.yaml']);
    const own = await startEditor(join(home, 'plans'), { ...SALESPLAN, args: [...SALESPLAN.args, '--baseline', 'known.yaml'] });
    await own.open('salesplan.yaml');
    await own.diagnostics('salesplan.yaml', none);
    await own.type('salesplan.yaml', plan.replace('owner: lina}}', 'owner: lnia}}'));
    expect(codes(await own.diagnostics('salesplan.yaml', has('ref/unknown-id')))).toEqual(['ref/unknown-id']);
    expect(await own.end()).toBe(0);
  });
});
