import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList, Hover } from 'vscode-languageserver/node';
import { type Editor, startEditor } from '../support/editor.ts';
import { runIn, temporary } from '../support/run.ts';

// The server that most editors use for YAML, as npm has it: it knows a plan by the modeline that `init` writes, and nothing else.
const home = dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json'));
const SERVER = { command: process.execPath, args: [join(home, 'bin', 'yaml-language-server'), '--stdio'] };

const folder = temporary();
let editor: Editor;
let text: string;
beforeAll(async () => {
  await runIn(folder, ['init', 'plan', '--yes', '--template', 'starter']);
  text = readFileSync(join(folder, 'plan/salesplan.yaml'), 'utf8');
  editor = await startEditor(folder, SERVER);
  await editor.notify('workspace/didChangeConfiguration', {
    settings: { yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } } },
  });
  await editor.open('plan/salesplan.yaml', text);
});
afterAll(async () => {
  await editor.end();
});

const FILE = 'plan/salesplan.yaml';
const lineOf = (content: string, part: string) => content.split('\n').findIndex((line) => line.includes(part));

describe('the YAML language server, by the modeline', () => {
  it('finds nothing wrong with a new plan', async () => {
    expect(await editor.diagnostics(FILE)).toEqual([]);
  });

  it('completes keys, and shows what they mean', async () => {
    const typed = `${text.trimEnd()}\nris`;
    await editor.type(FILE, typed);
    const answer = await editor.ask<CompletionList | CompletionItem[]>('textDocument/completion', FILE, typed.split('\n').length - 1, 3);
    const items = Array.isArray(answer) ? answer : answer.items;
    const risks = items.find(({ label }) => label === 'risks');
    expect(JSON.stringify(risks?.documentation)).toContain('What could go wrong.');
  });

  it.each([
    ['of one form only', '    owner: ana\n', '    carry: \n    owner: ana\n', 'carry: ', ['none', 'surplus', 'deficit', 'both']],
    ['of one form among several', '{by: quarter', '{by: ', '{by: ', ['segment', 'quarter', 'owner']],
    ['beside maps and lists', 'shares: working-days', 'shares: ', 'month, shares: ', ['even', 'working-days', 'history']],
  ])('completes words %s', async (_, there, instead, before, expected) => {
    const typed = text.replace(there, instead);
    await editor.type(FILE, typed);
    const line = lineOf(typed, `${before}${before.startsWith('{') ? ',' : ''}`);
    const character = (typed.split('\n')[line] ?? '').indexOf(before) + before.length;
    const answer = await editor.ask<CompletionList | CompletionItem[]>('textDocument/completion', FILE, line, character);
    const labels = (Array.isArray(answer) ? answer : answer.items).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(expected));
  });

  it('shows what a key means', async () => {
    await editor.type(FILE, text);
    const line = lineOf(text, '    target:');
    const hover = await editor.ask<Hover>('textDocument/hover', FILE, line, 6);
    expect(JSON.stringify(hover.contents)).toContain("An amount in the metric's unit");
  });

  it('underlines a misspelt key and a word that is none', async () => {
    const typed = text.replace('    target:', '    taget:').replace('{by: quarter', '{by: quarte');
    await editor.type(FILE, typed);
    const found = await editor.diagnostics(FILE, (all) => all.length >= 2);
    const lines = found.map(({ range }) => range.start.line);
    expect(lines).toContain(lineOf(typed, 'taget:'));
    expect(lines).toContain(lineOf(typed, 'quarte,'));
  });
});
