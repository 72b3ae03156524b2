import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, CompletionItem, DocumentSymbol, Hover, Location, WorkspaceEdit } from 'vscode-languageserver/node';
import { type Editor, startEditor } from '../support/editor.ts';
import { temporary } from '../support/run.ts';

// What the pure handlers answer is tested beside; here every request goes over the real protocol to the built program.
const PLAN = `salesplan: 1
name: 增长 2026
currency: CNY
language: zh
period: {start: 2026-01-01, end: 2026-12-31}
include: [goals.yaml]
segments:
  east: {name: 华东 😀, owner: lina}
  south: {name: 华南, owner: lina}
team:
  members:
    lina: {name: 李娜}
actuals:
  orders: {from: orders.csv, columns: {date: 日期, amount: 金额, segment: 区域}, values: {segment: {东: east, 南: south}}}
`;
const GOALS = `goals:
  revenue:
    name: 销售额
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 45%, south: 55%}}
`;

const folder = temporary();
mkdirSync(join(folder, 'data'));
writeFileSync(join(folder, 'salesplan.yaml'), PLAN);
writeFileSync(join(folder, 'goals.yaml'), GOALS);
writeFileSync(join(folder, 'orders.csv'), '日期,金额,区域\n2026-01-05,3000000,东\n2026-01-06,1000000,南\n');

let editor: Editor;
beforeAll(async () => {
  editor = await startEditor(folder);
  await editor.open('salesplan.yaml');
  await editor.open('goals.yaml');
});
afterAll(async () => {
  expect(await editor.end()).toBe(0);
});

const GOAL_LINE = 7;
const east = GOALS.split('\n')[GOAL_LINE]?.indexOf('east') ?? 0;

describe('an editor asks', () => {
  it('what can be typed', async () => {
    await editor.type('goals.yaml', GOALS.replace('owner: lina', 'owner: '));
    const items = await editor.ask<CompletionItem[]>('textDocument/completion', 'goals.yaml', 5, 11);
    expect(items[0]).toMatchObject({ label: 'lina', detail: '李娜', filterText: 'lina 李娜', textEdit: { newText: 'lina' } });
    await editor.type('goals.yaml', GOALS);
  });

  it('what rules there are, with what each is about', async () => {
    await editor.type('goals.yaml', `${GOALS}checks:\n  rules:\n    \n`);
    const items = await editor.ask<CompletionItem[]>('textDocument/completion', 'goals.yaml', GOALS.split('\n').length + 1, 4);
    expect(items.find(({ label }) => label === 'price/below-cost')).toMatchObject({ detail: '标价低于单位成本。' });
    await editor.type('goals.yaml', GOALS);
  });

  it('what a goal is, with its sum and where it stands by the data', async () => {
    const { contents } = await editor.ask<Hover>('textDocument/hover', 'goals.yaml', 1, 4);
    const markdown = (contents as { readonly value: string }).value;
    expect(markdown).toContain('**销售额** · 目标 `revenue`');
    expect(markdown).toContain('- 负责人：李娜');
    expect(markdown).toContain('- 实绩：4,000,000.00 (400万)，完成 33.3%');
  });

  it('what a key means, in the language of the plan', async () => {
    const { contents } = await editor.ask<Hover>('textDocument/hover', 'goals.yaml', 5, 5);
    expect((contents as { readonly value: string }).value).toContain('**负责人**\n\n唯一的责任人。');
  });

  it('what a subgoal is', async () => {
    const hover = await editor.ask<Hover>('textDocument/hover', 'goals.yaml', GOAL_LINE, east + 1);
    expect((hover.contents as { readonly value: string }).value).toContain('销售额 › 华东 😀\n\n- 目标值：5,400,000.00 (540万)');
    expect(hover.range?.start).toEqual({ line: GOAL_LINE, character: east });
  });

  it('where an id is defined, in another file, and where it is named', async () => {
    const place = { uri: editor.uri('salesplan.yaml'), range: { start: { line: 7, character: 2 }, end: { line: 7, character: 6 } } };
    expect(await editor.ask<Location[]>('textDocument/definition', 'goals.yaml', GOAL_LINE, east)).toEqual([place]);
    const context = { includeDeclaration: true };
    expect(await editor.ask<Location[]>('textDocument/references', 'goals.yaml', GOAL_LINE, east, { context })).toHaveLength(3);
  });

  it('to rename an id in all files', async () => {
    expect(await editor.ask('textDocument/prepareRename', 'goals.yaml', GOAL_LINE, east)).toMatchObject({ placeholder: 'east' });
    const { changes } = await editor.ask<WorkspaceEdit>('textDocument/rename', 'goals.yaml', GOAL_LINE, east, { newName: '华东' });
    expect(Object.keys(changes ?? {}).toSorted()).toEqual([editor.uri('goals.yaml'), editor.uri('salesplan.yaml')]);
    expect(changes?.[editor.uri('salesplan.yaml')]).toHaveLength(2);
  });

  it('and is told why an id can not be renamed so', async () => {
    const renamed = editor.ask('textDocument/rename', 'goals.yaml', GOAL_LINE, east, { newName: 'south' });
    await expect(renamed).rejects.toThrow('计划里已有这个标识');
    expect(await editor.ask('textDocument/prepareRename', 'goals.yaml', 0, 2)).toBeNull();
  });

  it('for the outline', async () => {
    const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: editor.uri('salesplan.yaml') },
    });
    expect(symbols.find(({ name }) => name === 'segments')?.children).toMatchObject([
      { name: '华东 😀', detail: 'east', range: { start: { line: 7, character: 2 }, end: { line: 7, character: 34 } } },
      { name: '华南' },
    ]);
  });

  const actionsAt = (file: string, line: number) =>
    editor.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: editor.uri(file) },
      range: { start: { line, character: 0 }, end: { line, character: 0 } },
      context: { diagnostics: [] },
    });

  it('for a fix, and for all that is safe', async () => {
    await editor.type('goals.yaml', GOALS.replace('target: 12M', 'target: 1.2 亿').replace('    metric', '    meric'));
    const [fix, ...others] = await actionsAt('goals.yaml', 4);
    expect(fix).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      edit: { changes: { [editor.uri('goals.yaml')]: [{ newText: '1.2亿' }] } },
    });
    const all = others.find(({ kind }) => kind === 'source.fixAll.salesplan');
    expect(all?.edit?.changes?.[editor.uri('goals.yaml')]).toHaveLength(2);
    await editor.type('goals.yaml', GOALS);
  });

  it('for a waiver, and writes the reason', async () => {
    await editor.type('goals.yaml', GOALS.replace('55%', '45%'));
    const [waiver] = (await actionsAt('goals.yaml', GOAL_LINE)).filter(({ title }) => title.includes('sum/shares-not-100'));
    expect(waiver?.edit?.changes?.[editor.uri('goals.yaml')]).toEqual([
      {
        range: { start: { line: GOAL_LINE, character: 0 }, end: { line: GOAL_LINE, character: 0 } },
        newText: '      # salesplan-ignore-next-line sum/shares-not-100 -- \n',
      },
    ]);
    const shown = new Promise((resolve) => {
      editor.on('window/showDocument', (params) => {
        resolve(params);
        return { success: true };
      });
    });
    await editor.request('workspace/executeCommand', { command: waiver?.command?.command, arguments: waiver?.command?.arguments });
    expect(await shown).toMatchObject({ uri: editor.uri('goals.yaml'), selection: { start: { line: GOAL_LINE, character: 57 } } });
  });

  it('about a plan that is broken, and hears what was known', async () => {
    await editor.type('salesplan.yaml', PLAN.replace('team:', 'team: {'));
    const { contents } = await editor.ask<Hover>('textDocument/hover', 'goals.yaml', 1, 4);
    expect((contents as { readonly value: string }).value).toContain('销售额');
    expect(await editor.ask('textDocument/definition', 'goals.yaml', GOAL_LINE, east)).toHaveLength(1);
    await editor.type('salesplan.yaml', PLAN);
  });

  it('about a file that is no plan', async () => {
    await editor.open('data/notes.yaml', 'a: b\n');
    expect(await editor.ask('textDocument/hover', 'data/notes.yaml', 0, 0)).toBeNull();
    expect(await editor.ask('textDocument/completion', 'data/notes.yaml', 0, 0)).toEqual([]);
  });
});
