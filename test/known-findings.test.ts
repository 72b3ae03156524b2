import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printBaseline, readBaseline } from '../src/edit/baseline.ts';
import { addDays, day } from '../src/model/day.ts';
import { runIn, temporary } from './support/run.ts';

const PLAN = `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
include: [parts/*.yaml]
team:
  members:
    lina: {name: Lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    deadline: 2026-11-30
    decompose:
      - {by: quarter}
`;
const EAST = 'segments:\n  east: {name: East, owner: lina}\n';
const WEST = '  west: {name: West, owner: lina}\n';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporary();
  mkdirSync(join(folder, 'parts'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function rulesIn(stdout: string): readonly string[] {
  return JSON.parse(stdout).findings.map(({ rule, entity }: { rule: string; entity: string }) => `${rule} ${entity}`);
}

describe('a baseline', () => {
  it('hides what it knows, however the lines move, and tells what is new', async () => {
    const folder = folderWith({ 'salesplan.yaml': PLAN, 'parts/segments.yaml': EAST });
    const written = await runIn(folder, ['check', '--write-baseline', 'known.yaml']);
    expect(written).toMatchObject({ exit: 0, stderr: 'Wrote known.yaml: 2 entries, 2 new, 0 gone.\n' });
    expect(readFileSync(join(folder, 'known.yaml'), 'utf8')).toContain(
      '- {rule: segment/no-criteria, plan: salesplan.yaml, at: segments/east, since: 2026-06-28}\n',
    );
    writeFileSync(join(folder, 'parts/segments.yaml'), `# moved\n\n${EAST}${WEST}`);
    const ran = await runIn(join(folder, 'parts'), ['check', '--baseline', '../known.yaml', '--format', 'json']);
    expect(rulesIn(ran.stdout)).toEqual(['segment/no-criteria segments/west', 'segment/no-needs segments/west']);
    expect(JSON.parse(ran.stdout).hidden).toBe(2);
  });

  it('stands in SARIF as suppressed, with its reason, as does what a comment waives', async () => {
    const parts = `${EAST}# salesplan-ignore-next-line segment/no-needs, segment/no-criteria -- asked in May\n${WEST}`;
    const folder = folderWith({ 'salesplan.yaml': PLAN, 'parts/segments.yaml': parts });
    const known = '- {rule: segment/no-needs, plan: salesplan.yaml, at: segments/east, since: 2026-01-02, why: brief pending}\n';
    writeFileSync(join(folder, 'known.yaml'), known);
    const resultsOf = async (...args: readonly string[]) => {
      const { results } = JSON.parse((await runIn(folder, ['check', '--format', 'sarif', ...args])).stdout).runs[0];
      return results.map((each: { ruleId: string; baselineState?: string; suppressions: { kind: string; justification: string }[] }) => {
        const by = each.suppressions.map(({ kind, justification }) => `${kind}: ${justification}`);
        return [each.ruleId, each.baselineState, ...by].join(' ');
      });
    };
    expect(await resultsOf('--baseline', 'known.yaml')).toEqual([
      'segment/no-criteria new',
      'segment/no-criteria new inSource: asked in May',
      'segment/no-needs new inSource: asked in May',
      'segment/no-needs unchanged external: brief pending',
    ]);
    expect(await resultsOf()).toContain('segment/no-needs  inSource: asked in May');
  });

  it('says how old its oldest entry is, and which entries occur no more', async () => {
    const folder = folderWith({ 'salesplan.yaml': PLAN, 'parts/segments.yaml': EAST + WEST });
    await runIn(folder, ['check', '--write-baseline', 'known.yaml'], { today: '2026-01-15' });
    writeFileSync(join(folder, 'parts/segments.yaml'), EAST);
    const ran = await runIn(folder, ['check', '--baseline', 'known.yaml'], { today: '2026-02-25' });
    expect(ran.stdout).toContain('no new problems');
    expect(ran.stdout).toContain('2 known findings hidden by the baseline (oldest: 41 days).');
    expect(ran.stdout).toContain('2 entries of the baseline occur no more; --write-baseline known.yaml takes them out.');
  });

  it('keeps reasons and days when it is written again, and the entries of other plans', async () => {
    const folder = folderWith({ 'salesplan.yaml': PLAN, 'parts/segments.yaml': EAST });
    const known = `- {rule: segment/no-needs, plan: salesplan.yaml, at: segments/east, since: 2026-01-02, why: "agency brief: pending"}
- {rule: goal/no-owner, plan: other/salesplan.yaml, at: goals/x, since: 2026-01-02}
- {rule: goal/no-owner, plan: salesplan.yaml, at: goals/gone, since: 2026-01-02}\n`;
    writeFileSync(join(folder, 'known.yaml'), known);
    await runIn(folder, ['check', '--write-baseline', 'known.yaml']);
    expect(readFileSync(join(folder, 'known.yaml'), 'utf8').split('\n').slice(2)).toEqual([
      '- {rule: goal/no-owner, plan: other/salesplan.yaml, at: goals/x, since: 2026-01-02}',
      '- {rule: segment/no-criteria, plan: salesplan.yaml, at: segments/east, since: 2026-06-28}',
      '- {rule: segment/no-needs, plan: salesplan.yaml, at: segments/east, since: 2026-01-02, why: "agency brief: pending"}',
      '',
    ]);
  });

  it('never hides that a file can not be read, nor is a mistake in it mended', async () => {
    const folder = folderWith({ 'salesplan.yaml': `\tx: 1\n${PLAN}` });
    await runIn(folder, ['check', '--write-baseline', 'known.yaml']);
    expect((await runIn(folder, ['check', '--baseline', 'known.yaml'])).exit).toBe(1);
    const typo = PLAN.replace('name: Growth', 'naem: Growth').replace('include: [parts/*.yaml]\n', '');
    writeFileSync(join(folder, 'salesplan.yaml'), typo);
    await runIn(folder, ['check', '--write-baseline', 'known.yaml']);
    await runIn(folder, ['check', '--baseline', 'known.yaml', '--fix']);
    expect(readFileSync(join(folder, 'salesplan.yaml'), 'utf8')).toBe(typo);
  });

  it.each([
    ['is missing', undefined, 'There is no baseline known.yaml.'],
    ['is no YAML', '- {rule: [', 'see line 1'],
    ['holds something else', '- {rule: a/b, plan: x, at: y, since: 2026-01-01}\n- {rule: a/b}\n', 'see line 2'],
  ])('that %s ends the run with the way out', async (_, text, said) => {
    const folder = folderWith({ 'salesplan.yaml': PLAN, 'parts/segments.yaml': EAST });
    if (text !== undefined) writeFileSync(join(folder, 'known.yaml'), text);
    const ran = await runIn(folder, ['check', '--baseline', 'known.yaml']);
    expect(ran).toMatchObject({ exit: 2, stdout: '' });
    expect(ran.stderr).toContain(said);
  });

  it('reads back what it wrote, sorted, each entry once', () => {
    const word = fc.string({ minLength: 1, unit: 'grapheme' });
    const entry = fc.record({
      rule: word,
      plan: word,
      at: word,
      since: fc.integer({ min: 0, max: 5000 }).map((days) => addDays(day('2020-01-01'), days)),
      why: fc.option(word, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), (entries) => {
        const text = printBaseline(entries);
        const read = readBaseline(text);
        const keys = (all: readonly unknown[]) => [...new Set(all.map((each) => JSON.stringify(each)))].sort();
        expect(read.is === 'entries' && keys(read.entries)).toEqual(keys(entries));
        expect(read.is === 'entries' && printBaseline([...read.entries].reverse())).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});

describe('check --since', () => {
  const commit = (folder: string) => {
    for (const args of [
      ['init', '-q', '-b', 'main'],
      ['add', '-A'],
      ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'one'],
    ]) {
      expect(spawnSync('git', args, { cwd: folder }).status).toBe(0);
    }
  };

  it('tells what the change brought, in included files too, and what it eased without a reason', async () => {
    const folder = folderWith({ 'salesplan.yaml': PLAN, 'parts/segments.yaml': EAST });
    commit(folder);
    writeFileSync(join(folder, 'parts/segments.yaml'), EAST + WEST);
    writeFileSync(join(folder, 'salesplan.yaml'), PLAN.replace('12M\n    owner', '11M\n    owner').replace('2026-11-30', '2026-12-31'));
    const ran = await runIn(folder, ['check', '--since', 'HEAD', '--format', 'json', '--fail-on', 'warning']);
    expect(ran).toMatchObject({ exit: 1, stderr: '' });
    expect(rulesIn(ran.stdout)).toEqual([
      'segment/no-criteria segments/west',
      'segment/no-needs segments/west',
      'plan/eased-without-reason goals/revenue/target',
      'plan/eased-without-reason goals/revenue/deadline',
    ]);
    const said = (await runIn(folder, ['check', '--since', 'main'])).stdout;
    expect(said).toContain('The target of "revenue" was eased from 12,000,000 to 11,000,000 without a reason.');
    expect(said).toContain('2 findings of before main not shown.');
    const why = PLAN.replace('12M\n    owner', '11M\n    changes: [{date: 2026-06-01, from: 12M, to: 11M, reason: late}]\n    owner');
    writeFileSync(join(folder, 'salesplan.yaml'), why);
    expect(rulesIn((await runIn(folder, ['check', '--since', 'HEAD', '--format', 'json'])).stdout)).not.toContain(
      'plan/eased-without-reason goals/revenue/target',
    );
  });

  it('tells everything of a plan that was not there', async () => {
    const folder = folderWith({ 'other.txt': 'x' });
    commit(folder);
    writeFileSync(join(folder, 'salesplan.yaml'), PLAN);
    writeFileSync(join(folder, 'parts/segments.yaml'), EAST);
    expect(rulesIn((await runIn(folder, ['check', '--since', 'HEAD', '--format', 'json'])).stdout)).toHaveLength(2);
  });

  it.each([
    ['nowhere', 'git knows no revision nowhere.'],
    ['--output=x', 'git knows no revision --output=x.'],
    ['HEAD; touch pwned', 'git knows no revision HEAD; touch pwned.'],
  ])('refuses %s', async (revision, said) => {
    const folder = folderWith({ 'salesplan.yaml': PLAN });
    commit(folder);
    const ran = await runIn(folder, ['check', `--since=${revision}`]);
    expect(ran.exit).toBe(2);
    expect(ran.stderr).toContain(said);
  });
});
