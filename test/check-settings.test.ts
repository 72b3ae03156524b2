import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isThreshold, THRESHOLDS } from '../src/rules/settings.ts';
import { isReadable } from '../src/rules/thresholds.ts';
import { runIn, temporary } from './support/run.ts';

const PLAN = `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments: {east: {name: East, owner: lina}}
team: {members: {lina: {name: Lina}, wang: {name: Wang, manager: lina}, zhao: {name: Zhao, manager: lina}}}
goals:
  revenue: {name: Revenue of 12M, metric: revenue, target: 12M, owner: lina, decompose: [{by: quarter}]}
`;

async function check(checks: string, ...args: readonly string[]) {
  const folder = temporary();
  writeFileSync(join(folder, 'salesplan.yaml'), checks === '' ? PLAN : `${PLAN}checks: ${checks}\n`);
  const ran = await runIn(folder, ['check', '--format', 'json', ...args]);
  const found: readonly Record<string, string>[] = ran.stdout === '' ? [] : JSON.parse(ran.stdout).findings;
  return { ...ran, found: found.map(({ rule, severity, entity }) => `${severity} ${rule} ${entity}`) };
}
const CRITERIA = 'segment/no-criteria segments/east';
const NEEDS = 'segment/no-needs segments/east';

describe('severities', () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    ['by default', '', [], [`warning ${CRITERIA}`, `warning ${NEEDS}`]],
    ['from the plan', '{rules: {segment/*: info, segment/no-needs: error}}', [], [`info ${CRITERIA}`, `error ${NEEDS}`]],
    ['the command line last', '{rules: {segment/*: error}}', ['--rule', 'segment/no-needs=off'], [`error ${CRITERIA}`]],
    ['several on the command line', '', ['--rule', 'segment/no-needs=off,segment/no-criteria=off'], []],
    ['given again', '', ['--rule', 'segment/no-needs=off', '--rule', 'segment/no-criteria=off', '.'], []],
  ])('%s', async (_, checks, args, found) => {
    expect((await check(checks, ...args)).found).toEqual(found);
  });

  it.each<[string, string, readonly string[], number]>([
    ['warnings pass', '', [], 0],
    ['the plan says where to fail', '{fail_on: warning}', [], 1],
    ['the command line says it last', '{fail_on: warning}', ['--fail-on', 'error'], 0],
    ['as many warnings as are allowed', '', ['--max-warnings', '2'], 0],
    ['more warnings than are allowed', '', ['--max-warnings', '1'], 1],
    ['no count', '', ['--max-warnings', '-1'], 2],
    ['no severity', '', ['--fail-on', 'fatal'], 2],
    ['no rule', '', ['--rule', 'segment/no-need=off'], 2],
    ['both kinds of fixing', '', ['--fix', '--fix-dry-run'], 2],
  ])('exit status: %s', async (_, checks, args, exit) => {
    expect((await check(checks, ...args)).exit).toBe(exit);
  });
});

describe('thresholds', () => {
  const WIDE = 'warning team/span-too-wide team/members/lina';

  it('move in the plan and on the command line, which goes last', async () => {
    expect((await check('')).found).not.toContain(WIDE);
    expect((await check('{thresholds: {span: 1}}')).found).toContain(WIDE);
    expect((await check('{thresholds: {span: 1}}', '--threshold', 'span=5')).found).not.toContain(WIDE);
    expect((await check('', '--threshold', 'span=1', '.')).found).toContain(WIDE);
  });

  it('are refused on the command line where there is none, or it can not be read', async () => {
    for (const word of ['spam=1', 'span', 'span=wide', 'stale_research=soon']) {
      const ran = await check('', '--threshold', word);
      expect(ran).toMatchObject({ exit: 2, stdout: '' });
      expect(ran.stderr).toContain('stale_research');
    }
  });

  it('can each be read as its rule sets it, and as a plan has it', async () => {
    for (const { name, kind, standard } of THRESHOLDS.values()) expect([name, isReadable(kind, standard)]).toEqual([name, true]);
    expect(isThreshold('funnel_slack', '30%')).toBe(true);
  });

  it.each([
    ['20 weeks', 0],
    ['90 days', 1],
    ['3 months', 1],
  ])('count as they are written: %s', async (limit, found) => {
    const folder = temporary();
    const research = 'research: {r: {method: survey, date: 2026-03-01}}\n';
    writeFileSync(join(folder, 'salesplan.yaml'), research + PLAN.replace('owner: lina}}', 'owner: lina, research: [r]}}'));
    const ran = await runIn(folder, ['check', '--format', 'compact', '--threshold', `stale_research=${limit}`]);
    expect(ran.stdout.split('segment/stale-research').length - 1).toBe(found);
  });
});

describe('settings that there are not', () => {
  it('are told, with what was meant', async () => {
    const { found } = await check(
      '{rules: {segment/no-need: off, nothing/*: off}, thresholds: {spam: 3, margin_of_error: 3, stale_research: soon}}',
    );
    expect(found.filter((line) => line.includes('checks/'))).toEqual([
      'error ref/unknown-id checks/rules/segment/no-need',
      'error ref/unknown-id checks/rules/nothing/*',
      'error ref/unknown-id checks/thresholds/spam',
      'error ref/unknown-id checks/thresholds/margin_of_error',
      'error schema/bad-duration checks/thresholds/stale_research',
    ]);
  });
});

describe('a plan from standard input', () => {
  it.each([['-'], ['--stdin']])('%s, under the name that it is given', async (how) => {
    const stdin = PLAN.replace('owner: lina, dec', 'owner: lnia, dec');
    const ran = await runIn(temporary(), ['check', how, '--stdin-filename', 'mine.yaml', '--format', 'compact'], { stdin });
    expect(ran.exit).toBe(1);
    expect(ran.stdout).toContain('mine.yaml:8:72 error ref/unknown-id');
  });
});

describe('a plan from standard input that lies in another folder', () => {
  it('has its data and includes beside the file that it stands for', async () => {
    const folder = temporary();
    mkdirSync(join(folder, 'plans'));
    writeFileSync(join(folder, 'plans', 'orders.csv'), 'date,amount\n2026-01-05,5\n');
    writeFileSync(join(folder, 'plans', 'more.yaml'), 'actions: {a: {owner: lina}}\n');
    const stdin = `include: [more.yaml]\nactuals: {o: {from: orders.csv}}\n${PLAN}`;
    const ran = await runIn(folder, ['check', '-', '--stdin-filename', 'plans/salesplan.yaml', '--format', 'compact'], { stdin });
    expect(ran.stdout).toContain('plans/more.yaml:1:11 warning action/no-deadline');
    expect(ran.stdout).not.toContain('data/missing-file');
  });
});

describe('merge keys', () => {
  it('are refused by name', async () => {
    const folder = temporary();
    writeFileSync(join(folder, 'salesplan.yaml'), `x-base: &base {rationale: x}\n${PLAN.replace('revenue: {', 'revenue: {<<: *base, ')}`);
    const ran = await runIn(folder, ['check', '--format', 'compact']);
    expect(ran.exit).toBe(1);
    expect(ran.stdout).toContain('salesplan.yaml:9:13 error syntax/yaml-error Merge keys (<<) are not part of a plan');
    expect(ran.stdout).not.toContain('unknown-key');
  });
});

describe('a misspelt key', () => {
  it.each([
    ['segments', '  east: {name: East, owner: lina, criteria: {geographic: {area: east}}, nedes: [value]}'],
    ['risks', '  price-war: {kind: competition, response: bundles, triger: a rival cuts prices, owner: lina}'],
  ])('is not missing as well, in %s', async (section, line) => {
    const folder = temporary();
    const plan = `salesplan: 1
name: Misspelt
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team: {members: {lina: {name: Lina}}}
goals: {revenue: {metric: revenue, target: 1M, owner: lina}}
${section}:
${line}
`;
    writeFileSync(join(folder, 'salesplan.yaml'), plan);
    const { stdout } = await runIn(folder, ['check', '--format', 'json']);
    const { findings } = JSON.parse(stdout) as { findings: readonly { rule: string; line: number }[] };
    const rules = findings.filter((finding) => finding.line === 8).map(({ rule }) => rule);
    expect(rules).toContain('schema/unknown-key');
    expect(rules.filter((rule) => /no-needs|no-trigger/.test(rule))).toEqual([]);
  });
});
