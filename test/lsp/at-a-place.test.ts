import { describe, expect, it } from 'vitest';
import { decompose } from '../../src/decompose/index.ts';
import { loadPlan } from '../../src/load/index.ts';
import { completionsAt } from '../../src/lsp/complete.ts';
import type { Known } from '../../src/lsp/facts.ts';
import { definitionsAt, referencesAt } from '../../src/lsp/go-to.ts';
import { hoverAt } from '../../src/lsp/hover.ts';
import { type Manuscript, manuscriptReader, type Page } from '../../src/lsp/manuscript.ts';
import { nodeAt } from '../../src/lsp/node-at.ts';
import { renameAt } from '../../src/lsp/rename.ts';
import { symbolsOf } from '../../src/lsp/symbols.ts';
import { filesOf } from '../support/plans.ts';

const PLAN = `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
include: [goals.yaml]
segments:
  east:
    name: 华东
    owner: lina
  "007":
    owner: zhao
  south: {name: South, owner: zhao}
process:
  stages:
    lead: {name: Leads, phase: pre-sale, conversion: 40%}
    won: {name: Won, phase: in-sale}
team:
  members:
    lina: {name: Lina Li}
    zhao: {name: Zhao, manager: lina}
`;
const GOALS = `goals:
  revenue:
    name: Revenue
    metric: revenue
    target: {floor: 9M, target: 12M}
    owner: lina
    decompose:
      - {by: segment, shares: {east: 45%, south: 40%, "007": rest}}
      - {by: quarter, shares: [20%, 30%, 25%, 25%]}
    pins:
      - {at: {segment: east, quarter: 2026-Q1}, target: 1.2M}
  deals:
    metric: orders
    target: 100
    owner: zhao
    decompose:
      - by: stage
actions:
  visit: {name: Visit all, goal: revenue, owner: lina, deadline: 2026-03-31}
`;

interface Desk {
  readonly manuscript: Manuscript;
  page(name: string): Page;
}

function deskOf(texts: Readonly<Record<string, string>>): Desk {
  const manuscript = manuscriptReader()(Object.entries(texts).map(([path, text]) => ({ path, text })));
  const page = (name: string): Page => {
    const found = manuscript.pages.find(({ file }) => file.path === name);
    if (!found) throw new Error(name);
    return found;
  };
  return { manuscript, page };
}

const whole = deskOf({ 'salesplan.yaml': PLAN, 'goals.yaml': GOALS });

/** The offset of `▮` in what is around it. */
function placeOf(text: string, around: string): number {
  const at = text.indexOf(around.replace('▮', ''));
  if (at < 0) throw new Error(`not there: ${around}`);
  return at + around.indexOf('▮');
}

function nodeIn(name: string, around: string) {
  const page = whole.page(name);
  const node = nodeAt(page, placeOf(page.file.text, around));
  if (!node) throw new Error(`nothing at ${around}`);
  return node;
}

const lineOf = ({ path, start }: { readonly path: string; readonly start: number }) =>
  `${path}:${whole.page(path).file.text.slice(0, start).split('\n').length}`;

/** What can be typed where `▮` stands in a goals file. */
function typed(goals: string): readonly string[] {
  const desk = deskOf({ 'salesplan.yaml': PLAN, 'goals.yaml': goals.replace('▮', '') });
  return completionsAt(desk.manuscript, desk.page('goals.yaml'), goals.indexOf('▮'), 'en').map(({ text }) => text);
}

describe('completion', () => {
  it.each([
    ['keys at the top', '▮', ['goals:', 'segments:', 'name: ']],
    ['keys of a goal, those that are needed first', 'goals:\n  new:\n    ▮\n', ['metric: ', 'target: ', 'owner: ', 'name: ', 'decompose:']],
    ['keys before keys that are there', 'goals:\n  new:\n    ▮\n    metric: revenue\n    target: 1\n', ['owner: ']],
    ['keys after keys', 'goals:\n  new:\n    metric: revenue\n    ow▮\n', ['owner: ', 'target: ']],
    ['keys of a list item', 'goals:\n  new:\n    decompose:\n      - ▮\n', ['by: ', 'shares: ']],
    ['keys of a map on one line', 'goals: {new: {decompose: [{by: segment, ▮}]}}\n', ['shares: ', 'owners: ']],
    ['keys of a map that is not closed yet', 'goals:\n  new:\n    decompose:\n      - {by: segment, ▮\n', ['shares: ']],
    ['a member', 'goals:\n  new:\n    owner: ▮\n', ['lina', 'zhao']],
    ['a member in a line that is begun', 'goals:\n  new:\n    owner: li▮\n    metric: revenue\n', ['lina', 'zhao']],
    ['a member in quotes', 'goals:\n  new:\n    owner: "li▮"\n', ['lina']],
    ['a metric, built in', 'goals:\n  new:\n    metric: ▮\n', ['revenue', 'win_rate']],
    ['a segment in a list', 'goals:\n  new:\n    scope: {segments: [east, ▮]}\n', ['south', '007']],
    ['a segment in a list over lines', 'goals:\n  new:\n    scope:\n      segments:\n        - ▮\n', ['east', 'south']],
    ['the children of a split', 'goals:\n  new:\n    decompose:\n      - {by: segment, shares: {▮}}\n', ['east: ', 'south: ']],
    [
      'the children of a split by owner',
      'goals:\n  new:\n    decompose:\n      - by: owner\n        shares:\n          ▮\n',
      ['lina: ', 'zhao: '],
    ],
    ['what a goal is split by', 'goals:\n  new:\n    decompose:\n      - {by: ▮}\n', ['segment', 'quarter']],
    ['words of the format', 'goals:\n  new:\n    carry: ▮\n', ['none', 'surplus', 'deficit', 'both']],
    ['rules of a waiver', 'goals:\n  # salesplan-ignore-next-line goal/▮\n  new: {}\n', ['goal/no-subgoals', 'price/below-cost']],
    ['rules of the settings', 'checks:\n  rules:\n    ▮\n', ['goal/no-subgoals: ']],
  ])('offers %s', (_, goals, expected) => {
    const offered = typed(goals);
    expect(expected.filter((each) => !offered.includes(each))).toEqual([]);
  });

  it.each([
    ['keys that are there already', 'goals:\n  new:\n    ▮\n    metric: revenue\n', 'metric: '],
    ['segments that the list has', 'goals:\n  new:\n    scope: {segments: [east, ▮]}\n', 'east'],
    ['keys of another place', 'goals:\n  new:\n    ▮\n', 'segments:'],
    ['anything in a comment', 'goals: # ▮\n', 'goals:'],
    ['a second colon', 'goals:\n  new:\n    ow▮: lina\n', 'owner: '],
  ])('does not offer %s', (_, goals, unwanted) => {
    expect(typed(goals)).not.toContain(unwanted);
  });

  it('shows ids with their names and keys with what they mean', () => {
    const desk = deskOf({ 'salesplan.yaml': PLAN, 'goals.yaml': 'goals: {new: {owner: }}' });
    const [first] = completionsAt(desk.manuscript, desk.page('goals.yaml'), 21, 'en');
    expect(first).toMatchObject({ label: 'lina', detail: 'Lina Li', about: 'team member: Lina Li' });
    const keys = completionsAt(desk.manuscript, desk.page('goals.yaml'), 13, 'en');
    expect(keys.find(({ label }) => label === 'carry')?.about).toContain('One of `none`, `surplus`');
  });

  it('works in a file that is broken further down', () => {
    expect(typed('goals:\n  new:\n    owner: ▮\n  other: [}\n\tx')).toContain('lina');
  });
});

describe('going to an id', () => {
  it.each([
    ['goals.yaml', 'owner: li▮na', ['salesplan.yaml:19']],
    ['goals.yaml', '{ea▮st: 45%', ['salesplan.yaml:7']],
    ['goals.yaml', '"00▮7": rest', ['salesplan.yaml:10']],
    ['goals.yaml', 'goal: reve▮nue', ['goals.yaml:2']],
    ['salesplan.yaml', 'manager: ▮lina', ['salesplan.yaml:19']],
    ['goals.yaml', 'metric: reven▮ue', []],
  ])('finds where %s %s is defined', (file, around, expected) => {
    expect(definitionsAt(whole.manuscript, nodeIn(file, around)).map(lineOf)).toEqual(expected);
  });

  it('finds where it is named, in all files', () => {
    const found = referencesAt(whole.manuscript, nodeIn('salesplan.yaml', '  ea▮st:'), false).map(lineOf);
    expect(found).toEqual(['goals.yaml:8', 'goals.yaml:11']);
    expect(referencesAt(whole.manuscript, nodeIn('salesplan.yaml', '  ea▮st:'), true)).toHaveLength(3);
  });

  it('keeps a goal and a metric of the same name apart', () => {
    expect(referencesAt(whole.manuscript, nodeIn('goals.yaml', 'goal: reve▮nue'), true).map(lineOf)).toEqual([
      'goals.yaml:2',
      'goals.yaml:19',
    ]);
  });
});

describe('renaming', () => {
  const renamed = (around: string, to: string, file = 'salesplan.yaml'): Record<string, string> | string => {
    const renaming = renameAt(whole.manuscript, nodeIn(file, around), to);
    if (renaming.is !== 'edits') return renaming.is;
    const texts: Record<string, string> = { 'salesplan.yaml': PLAN, 'goals.yaml': GOALS };
    for (const { stretch, text } of renaming.edits.toSorted((a, b) => b.stretch.start - a.stretch.start)) {
      const before = texts[stretch.path] ?? '';
      texts[stretch.path] = before.slice(0, stretch.start) + text + before.slice(stretch.end);
    }
    return texts;
  };

  it('changes an id wherever it stands, and nothing else', async () => {
    const texts = renamed('  ea▮st:', '华东');
    expect(texts).toEqual({
      'salesplan.yaml': PLAN.replace('  east:', '  华东:'),
      'goals.yaml': GOALS.replace('{east: 45%', '{华东: 45%').replace('segment: east', 'segment: 华东'),
    });
    const loaded = await loadPlan(filesOf(texts as Record<string, string>), 'salesplan.yaml');
    expect(loaded.problems).toEqual([]);
  });

  it('keeps quotes, and adds them where YAML would read something else', () => {
    expect(renamed('"00▮7":', 'west')).toMatchObject({ 'goals.yaml': GOALS.replace('"007": rest', '"west": rest') });
    expect(renamed('  ea▮st:', 'true')).toMatchObject({ 'salesplan.yaml': PLAN.replace('  east:', '  "true":') });
  });

  it.each([
    ['  ea▮st:', 'south', 'taken'],
    ['  ea▮st:', 'a b', 'not-an-id'],
    ['  ea▮st:', 'rest', 'reserved'],
    ['na▮me: Growth', 'x', 'no-id'],
  ])('refuses %s to %s: %s', (around, to, reason) => {
    expect(renamed(around, to)).toBe(reason);
  });

  it('leaves built-in metrics alone', () => {
    expect(renamed('metric: reven▮ue', 'sales', 'goals.yaml')).toBe('not-own');
  });

  it('changes an anchor once, however many aliases there are', () => {
    const text = PLAN.replace('owner: lina', 'owner: &who lina').replace(
      'south: {name: South, owner: zhao}',
      'south: {name: South, owner: *who}',
    );
    const desk = deskOf({ 'salesplan.yaml': text });
    const page = desk.page('salesplan.yaml');
    const node = nodeAt(page, placeOf(text, 'lin▮a: {'));
    const renaming = node && renameAt(desk.manuscript, node, 'li');
    const edits = renaming?.is === 'edits' ? renaming.edits.toSorted((a, b) => b.stretch.start - a.stretch.start) : [];
    const after = edits.reduce((text, edit) => text.slice(0, edit.stretch.start) + edit.text + text.slice(edit.stretch.end), text);
    expect(after).toBe(text.replace('lina: {', 'li: {').replace('&who lina', '&who li').replace('manager: lina', 'manager: li'));
  });
});

describe('hover', () => {
  const known = async (): Promise<Known> => {
    const { plan } = await loadPlan(filesOf({ 'salesplan.yaml': PLAN, 'goals.yaml': GOALS }), 'salesplan.yaml');
    if (!plan) throw new Error('no plan');
    const trees = decompose(plan, { facts: undefined, table: () => undefined }).flatMap(({ tree }) => tree ?? []);
    return { plan, trees, progress: undefined, language: 'en' };
  };
  const shown = async (file: string, around: string): Promise<string> => {
    const page = whole.page(file);
    const hover = await hoverAt(whole.manuscript, page, placeOf(page.file.text, around), 'en', known);
    return hover?.markdown ?? '';
  };

  it.each([
    ['a goal', 'goals.yaml', 'rev▮enue:\n', ['Target: 12,000,000.00 (12M)', 'Floor: 9,000,000.00', 'Owner: Lina Li', 'adds up']],
    ['a target', 'goals.yaml', 'target: 1▮2M', ['Target: 12,000,000.00']],
    ['a segment', 'salesplan.yaml', 'ea▮st:', ['**华东** · segment `east`', 'Owner: Lina Li', 'Target: Revenue: 5,400,000.00']],
    [
      'a child of a split',
      'goals.yaml',
      'ea▮st: 45%',
      ['Revenue › 华东', 'Target: 5,400,000.00', 'Share: 45.0%', 'Owner: Lina Li', 'Deadline: 2026-12-31'],
    ],
    ['a place in a list of shares', 'goals.yaml', '3▮0%, 25%', ['Revenue › 2026-Q2', 'sum of 3 subgoals', 'Owner: Lina Li, Zhao']],
    ['a step', 'goals.yaml', 'b▮y: quarter', ['Subgoals: 12', 'What the goal is split over.']],
    ['a stage', 'salesplan.yaml', 'le▮ad:', ['Needed volume: deals: 250', 'Conversion: 40.0%']],
    ['a member', 'goals.yaml', 'owner: li▮na, deadline', ['**Lina Li** · team member', 'Answers for: Revenue: 5,400,000.00']],
    ['an action', 'goals.yaml', 'vi▮sit:', ['Deadline: 2026-03-31', 'Goal: Revenue']],
    ['a key', 'goals.yaml', 'dead▮line: 2026', ['**Deadline**', 'Example']],
    ['a built-in metric', 'goals.yaml', 'metric: ord▮ers', ['Unit: count', 'flow']],
  ])('tells of %s', async (_, file, around, expected) => {
    const markdown = await shown(file, around);
    expect(expected.filter((each) => !markdown.includes(each))).toEqual([]);
  });

  it('says nothing between words', async () => {
    expect(await shown('salesplan.yaml', '▮\nprocess')).toBe('');
  });
});

it('gives an outline with sections and names', () => {
  const outline = symbolsOf(whole.page('salesplan.yaml'), 'en').map(({ name, children }) => [name, children.map((child) => child.name)]);
  expect(outline).toEqual([
    ['period', []],
    ['segments', ['华东', '007', 'South']],
    ['process', ['stages']],
    ['team', ['members']],
  ]);
});
