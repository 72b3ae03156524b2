import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { ROOT, runIn } from './support/run.ts';

// What `--format json` prints is what its published schema says, on the examples and on a plan with mistakes.
const RUNS = [
  { schema: 'check', args: ['check'], exit: 0, plan: 'examples/electronics' },
  { schema: 'check', args: ['check'], exit: 1, plan: 'test/golden/mistakes' },
  { schema: 'decompose', args: ['decompose'], exit: 0, plan: 'examples/electronics' },
  { schema: 'table', args: ['decompose', '--table', 'owner'], exit: 0, plan: 'examples/electronics' },
  { schema: 'gap', args: ['gap', '--as-of', '2026-06-28'], exit: 0, plan: 'examples/electronics' },
  { schema: 'report', args: ['report', '--as-of', '2026-06-28'], exit: 0, plan: 'examples/electronics' },
  { schema: 'report', args: ['report', '--as-of', '2026-06-28'], exit: 0, plan: 'examples/blank' },
  { schema: 'why', args: ['why', '.', 'revenue-2026/east-young/lina/2026-Q4/2026-11'], exit: 0, plan: 'examples/electronics' },
  { schema: 'rebalance', args: ['rebalance', '--as-of', '2026-06-28', '--carry', 'both'], exit: 0, plan: 'examples/electronics' },
  { schema: 'roll-up', args: ['decompose', '--rollup', 'manager'], exit: 0, plan: 'examples/electronics' },
  { schema: 'compare', args: ['decompose', '--compare'], exit: 0, plan: 'examples/electronics' },
  { schema: 'calendar', args: ['calendar', 'DE', '2026', '--region', 'BY'], exit: 0, plan: 'examples/electronics' },
  { schema: 'smart', args: ['smart'], exit: 0, plan: 'examples/electronics' },
  { schema: 'actual-status', args: ['actual', 'status'], exit: 0, plan: 'examples/starter' },
];

describe.each(RUNS)('$schema of $plan', ({ schema, args, exit, plan }) => {
  it('is as published', async () => {
    const ran = await runIn(join(ROOT, plan), [...args, '--format', 'json']);
    expect(ran.exit).toBe(exit);
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(read(schema));
    validate(JSON.parse(ran.stdout));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('prints the schema on request', async () => {
    const ran = await runIn(ROOT, ['schema', schema]);
    expect(JSON.parse(ran.stdout)).toEqual(read(schema));
  });
});

describe('a report as a table of a spreadsheet', () => {
  it.each([
    ['smart', 'goal,letter,verdict,says,evidence,missing,text'],
    ['why', 'id,target,rule,shared,remainder,pinned,owner,deadline,file,line'],
  ])('%s has a row for each thing that it says', async (command, head) => {
    const operands = command === 'why' ? ['.', 'revenue/cafes'] : [];
    const { stdout } = await runIn(join(ROOT, 'examples/starter'), [command, ...operands, '--format', 'csv']);
    const [first, ...rows] = stdout.trimEnd().split('\r\n');
    expect(first).toBe(head);
    expect(rows.length).toBeGreaterThan(1);
  });
});

describe('the plan format', () => {
  it('is told in Chinese too, each title and description, and no others', async () => {
    const { titles, descriptions } = JSON.parse(readFileSync(join(ROOT, 'schemas', 'plan.zh.json'), 'utf8'));
    const english = textsOf(read('plan'));
    expect(Object.keys(titles).sort()).toEqual(english.titles);
    expect(Object.keys(descriptions).sort()).toEqual(english.descriptions);
    const chinese = textsOf(JSON.parse((await runIn(ROOT, ['schema', '--lang', 'zh'])).stdout));
    expect([...chinese.titles, ...chinese.descriptions].filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('describes every property, with an example', () => {
    const bare: string[] = [];
    walk(read('plan'), '', (path, node) => {
      if (!('description' in node) || !('examples' in node)) bare.push(path);
    });
    expect(bare).toEqual([]);
  });
});

function textsOf(schema: unknown) {
  const found = { title: new Set<string>(), description: new Set<string>() };
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if ((key === 'title' || key === 'description') && typeof value === 'string') found[key].add(value);
      else if (key !== 'examples' && key !== 'enum') visit(value);
    }
  };
  visit(schema);
  return { titles: [...found.title].sort(), descriptions: [...found.description].sort() };
}

function read(name: string) {
  return JSON.parse(readFileSync(join(ROOT, 'schemas', `${name}.schema.json`), 'utf8'));
}

/** Every property of every map that the format has. */
function walk(node: unknown, path: string, visit: (path: string, node: object) => void): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties')
      for (const [name, property] of Object.entries(value as Record<string, object>)) visit(`${path}/${name}`, property);
    walk(value, `${path}/${key}`, visit);
  }
}
