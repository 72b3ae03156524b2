import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../src/rules/index.ts';
import { runIn, temporary } from './support/run.ts';

const PLAN = `salesplan: 1
name: Growth 2026   # agreed in January
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
  south: {name: 'South', owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`;

interface Case {
  readonly rule: string;
  /** What stands in the plan, what is written instead, and what the fix makes of it (by default what stood there). */
  readonly right: string;
  readonly wrong: string;
  readonly mended?: string;
  readonly isUnsafe?: boolean;
  readonly files?: Readonly<Record<string, string>>;
}

function inserted(rule: string, wrong: string, mended: string): Case {
  return { rule, right: 'currency: CNY\n', wrong: `currency: CNY\n${wrong}\n`, mended: `currency: CNY\n${mended}\n` };
}

// A case a kind of fix: each rule that mends has one.
const CASES: readonly Case[] = [
  { rule: 'schema/unknown-key', right: 'name: Growth', wrong: 'naem: Growth' },
  { rule: 'schema/unknown-key', right: "{name: 'South'", wrong: `{"nmae": 'South'`, mended: `{"name": 'South'` },
  { rule: 'schema/unknown-key', right: '{name: East, owner: lina}', wrong: '{name: East, owner：lina}' },
  { rule: 'schema/bad-quantity', right: 'target: 12M', wrong: 'target: 1 200 万', mended: 'target: 1200万' },
  { rule: 'schema/bad-quantity', right: 'target: 12M', wrong: 'target: ¥12M', isUnsafe: true },
  { rule: 'schema/bad-quantity', right: 'south: 45%', wrong: 'south: "45 %"', mended: 'south: "45%"' },
  inserted('schema/bad-percent', 'report: {status: {green: 95 %}}', 'report: {status: {green: 95%}}'),
  { ...inserted('schema/bad-percent', 'report: {status: {green: 95}}', 'report: {status: {green: 95%}}'), isUnsafe: true },
  inserted(
    'schema/bad-duration',
    'improvement: {reviews: {every: 2周, owner: lina}}',
    'improvement: {reviews: {every: 2 weeks, owner: lina}}',
  ),
  inserted(
    'schema/wrong-type',
    'actuals: {o: {file: o.csv, formats: {header: yes}}}',
    'actuals: {o: {file: o.csv, formats: {header: true}}}',
  ),
  inserted('schema/wrong-type', "rates: {USD: {2026-01-01: '7.1'}}", 'rates: {USD: {2026-01-01: 7.1}}'),
  { rule: 'schema/bad-date', right: 'start: 2026-01-01', wrong: 'start: 2026/1/1' },
  {
    ...inserted('schema/bad-date', 'checkins: {2026-38: {}}', 'checkins: {2026-W38: {}}'),
    isUnsafe: true,
  },
  { rule: 'schema/not-one-of', right: 'by: segment', wrong: 'by: segmnet', isUnsafe: true },
  { rule: 'ref/unknown-id', right: 'owner: zhao', wrong: 'owner: zhoa', isUnsafe: true },
  { rule: 'ref/unknown-id', right: 'south: 45%', wrong: 'suoth: 45%', isUnsafe: true },
  { rule: 'syntax/tab-indent', right: '  members:\n    lina', wrong: '\tmembers:\n\t\tlina' },
  { rule: 'syntax/yaml-error', right: 'currency: CNY', wrong: 'currency：CNY' },
  { rule: 'syntax/yaml-error', right: '{name: East, owner', wrong: '{name: East，owner' },
  { rule: 'syntax/yaml-error', right: 'name: Revenue of 12M', wrong: 'name: Revenue: 12M', mended: 'name: "Revenue: 12M"' },
  { rule: 'syntax/yaml-error', right: 'currency: CNY', wrong: 'currency:\u00a0CNY' },
  { rule: 'syntax/yaml-error', right: 'name: Growth 2026 ', wrong: 'name: @Growth 2026 ', mended: 'name: "@Growth 2026" ' },
  { rule: 'syntax/yaml-error', right: 'salesplan: 1\n', wrong: '%YAML 1.1\n---\nsalesplan: 1\n' },
  { rule: 'suppress/unused', right: '  revenue:\n', wrong: '  # salesplan-ignore-next-line price/below-cost -- agreed\n  revenue:\n' },
  { rule: 'suppress/unused', right: 'target: 12M\n', wrong: 'target: 12M  # salesplan-ignore date/outside-period -- agreed\n' },
  {
    rule: 'suppress/expired',
    right: '  revenue:\n',
    wrong: '  # salesplan-ignore-next-line goal/no-owner until 2026-01-31 -- x\n  revenue:\n',
  },
  {
    rule: 'ref/include-missing',
    right: 'period:',
    wrong: 'include: [mroe.yaml]\nperiod:',
    mended: 'include: [more.yaml]\nperiod:',
    isUnsafe: true,
    files: { 'more.yaml': 'x-note: {}\n' },
  },
  { ...orders('orders.csv', 'Amuont', 'orders.csv', 'Amount'), rule: 'data/missing-column' },
  { ...orders('ordres.csv', 'Amount', 'orders.csv', 'Amount'), rule: 'data/missing-file' },
];

function orders(wrongFile: string, wrongColumn: string, file: string, column: string): Omit<Case, 'rule'> {
  const source = (from: string, amount: string) => `actuals: {orders: {from: ${from}, columns: {date: Day, amount: ${amount}}}}`;
  const files = { 'orders.csv': 'Day,Amount\n2026-06-01,5\n' };
  return { ...inserted('', source(wrongFile, wrongColumn), source(file, column)), isUnsafe: true, files };
}

describe.each(CASES)('$rule: $wrong', ({ rule, right, wrong, mended = right, isUnsafe, files }) => {
  const folder = temporary();
  const plan = join(folder, 'salesplan.yaml');
  const before = PLAN.replace(right, () => wrong);
  const after = PLAN.replace(right, () => mended);
  const check = async (...args: readonly string[]) => runIn(folder, ['check', '--rule', 'segment/*=off', ...args]);
  for (const [name, text] of Object.entries(files ?? {})) writeFileSync(join(folder, name), text);

  it('is found with a fix that says whether it is safe', async () => {
    writeFileSync(plan, before);
    const { findings } = JSON.parse((await check('--format', 'json')).stdout);
    const found = findings.find((finding: { readonly rule: string }) => finding.rule === rule);
    expect(found?.fix).toMatchObject({ file: 'salesplan.yaml', safe: isUnsafe !== true });
  });

  it('is mended, and nothing else is touched', async () => {
    writeFileSync(plan, before);
    if (isUnsafe) {
      await check('--fix');
      expect(readFileSync(plan, 'utf8')).toBe(before);
    }
    const ran = await check('--fix', ...(isUnsafe ? ['--unsafe'] : []));
    expect(readFileSync(plan, 'utf8')).toBe(after);
    expect(ran.stderr).toMatch(/^Mended 1 finding in salesplan\.yaml\./);
    expect((await check('--fix', '--unsafe')).stderr).toBe('');
    expect(readFileSync(plan, 'utf8')).toBe(after);
  });
});

describe('--fix', () => {
  it('has a case here for every rule that mends', () => {
    const mending = [...RULES.values()].filter((rule) => rule.mend).map((rule) => rule.id);
    expect(mending.filter((id) => !CASES.some((each) => each.rule === id)).sort()).toEqual([]);
  });

  it('is called safe or not by the rule as it turns out to be', () => {
    for (const { id, mend, mends } of RULES.values()) {
      const kinds = new Set(CASES.filter(({ rule }) => rule === id).map(({ isUnsafe }) => (isUnsafe ? 'unsafe' : 'safe')));
      if (mends !== 'either') expect([id, [...kinds]]).toEqual([id, mend ? [mends] : []]);
    }
  });

  it('keeps a byte-order mark, CRLF, comments and letters beyond the first plane', async () => {
    const folder = temporary();
    const text = `\ufeff${PLAN.replace('name: Growth', 'naem: 🎯 Growth')}`.replaceAll('\n', '\r\n');
    writeFileSync(join(folder, 'salesplan.yaml'), text);
    await runIn(folder, ['check', '--fix']);
    expect(readFileSync(join(folder, 'salesplan.yaml'), 'utf8')).toBe(text.replace('naem', 'name'));
  });

  it('mends what shows only once the file can be read', async () => {
    const folder = temporary();
    const text = PLAN.replace('  members:', '\tmembers:').replace('name: Growth', 'naem: Growth').replace('45%', '45 %');
    writeFileSync(join(folder, 'salesplan.yaml'), text);
    const ran = await runIn(folder, ['check', '--fix', '--rule', 'segment/*=off']);
    expect(ran).toMatchObject({ exit: 0, stderr: 'Mended 3 findings in salesplan.yaml.\n' });
    expect(readFileSync(join(folder, 'salesplan.yaml'), 'utf8')).toBe(PLAN);
  });

  it('leaves a waiver alone while the plan can not be read', async () => {
    const folder = temporary();
    const text = `${PLAN.replace('name: Growth', '"name: Growth')}# salesplan-ignore-next-line price/below-cost -- agreed\n`;
    writeFileSync(join(folder, 'salesplan.yaml'), text);
    const ran = await runIn(folder, ['check', '--fix']);
    expect(ran.stdout).not.toContain('suppress/unused');
    expect(readFileSync(join(folder, 'salesplan.yaml'), 'utf8')).toBe(text);
  });

  it('mends an included file in its own place', async () => {
    const folder = temporary();
    writeFileSync(join(folder, 'salesplan.yaml'), `${PLAN}include: [north.yaml]\n`);
    writeFileSync(join(folder, 'north.yaml'), 'segments:\n  north: {nmae: North, owner: lina}\n');
    await runIn(folder, ['check', '--fix']);
    expect(readFileSync(join(folder, 'north.yaml'), 'utf8')).toBe('segments:\n  north: {name: North, owner: lina}\n');
    expect(readFileSync(join(folder, 'salesplan.yaml'), 'utf8')).toBe(`${PLAN}include: [north.yaml]\n`);
  });

  it('shows the changes as a diff and leaves the file alone', async () => {
    const folder = temporary();
    const text = PLAN.replace('name: Growth', 'naem: Growth');
    writeFileSync(join(folder, 'salesplan.yaml'), text);
    const ran = await runIn(folder, ['check', '--fix-dry-run']);
    expect(ran.exit).toBe(1);
    expect(ran.stdout).toContain('--- a/salesplan.yaml\n+++ b/salesplan.yaml\n');
    expect(ran.stdout).toContain('-naem: Growth 2026   # agreed in January\n+name: Growth 2026   # agreed in January\n');
    expect(readFileSync(join(folder, 'salesplan.yaml'), 'utf8')).toBe(text);
  });

  it('does not write back what came on standard input, but shows the changes', async () => {
    const stdin = PLAN.replace('name: Growth', 'naem: Growth');
    const folder = temporary();
    expect(await runIn(folder, ['check', '-', '--fix'], { stdin })).toMatchObject({ exit: 2, stdout: '' });
    const ran = await runIn(folder, ['check', '-', '--fix-dry-run', '--stdin-filename', 'mine.yaml'], { stdin });
    expect(ran.stdout).toContain('+++ b/mine.yaml\n');
    expect(ran.stdout).toContain('+name: Growth');
  });
});

describe('several plans in one run', () => {
  it('tells all of them, each plan once, and goes on past one that can not be read', async () => {
    const folder = temporary();
    writeFileSync(join(folder, 'one.yaml'), PLAN);
    writeFileSync(join(folder, 'two.yaml'), PLAN.replace('owner: zhao', 'owner: zhoa'));
    const good = await runIn(folder, ['check', 'one.yaml', './one.yaml', 'two.yaml', '--format', 'json']);
    const { plans, findings } = JSON.parse(good.stdout);
    expect(good.exit).toBe(1);
    expect(plans.map((each: { readonly plan: string }) => each.plan)).toEqual(['one.yaml', 'two.yaml']);
    expect(findings.filter((each: { readonly severity: string }) => each.severity === 'error')).toMatchObject([
      { rule: 'ref/unknown-id', plan: 'two.yaml', file: 'two.yaml', line: 7 },
    ]);
    const bad = await runIn(folder, ['check', 'three.yaml', '*.yaml', '--rule', 'segment/*=off']);
    expect(bad.exit).toBe(2);
    expect(bad.stderr).toContain('three.yaml');
    expect(bad.stdout).toContain('2 plans: 1 error');
  });
});
