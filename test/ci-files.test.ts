import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as commands from '../src/cli/commands/index.ts';
import { formatYaml } from '../src/edit/format-yaml.ts';
import { ROOT, runIn, temporary } from './support/run.ts';

const READY = join(ROOT, 'docs', 'ci');

describe('init --ci and --hook', () => {
  it('write beside a new plan, at the top of its repository, with the folder and version in them', async () => {
    const top = temporary();
    mkdirSync(join(top, '.git'));
    const ran = await runIn(top, ['init', 'plans/2026', '--yes', '--template', 'blank', '--ci', 'github', '--hook']);
    expect(ran.exit).toBe(0);
    expect(ran.stdout).toContain('Wrote .github/workflows/salesplan.yml.\nWrote .pre-commit-config.yaml.\n');
    const workflow = parse(readFileSync(join(top, '.github/workflows/salesplan.yml'), 'utf8'));
    expect(workflow.env).toEqual({ PLAN: 'plans/2026' });
    expect(JSON.stringify(workflow)).toContain('npm install --global salesplan@0.0.0-test');
    const [{ hooks }] = parse(readFileSync(join(top, '.pre-commit-config.yaml'), 'utf8')).repos;
    expect(hooks).toMatchObject([
      { entry: 'salesplan fmt --check', args: ['plans/2026'] },
      { entry: 'salesplan check', args: ['plans/2026'] },
    ]);
  });

  it('write for a plan that is there, and never over a file that is there', async () => {
    const folder = temporary();
    await runIn(folder, ['init', '--yes', '--template', 'blank']);
    const plan = readFileSync(join(folder, 'salesplan.yaml'), 'utf8');
    expect((await runIn(folder, ['init', '--ci', 'gitlab'])).exit).toBe(0);
    expect(parse(readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8')).salesplan.variables.PLAN).toBe('.');
    const again = await runIn(folder, ['init', '--ci', 'gitlab', '--hook']);
    expect(again).toMatchObject({ exit: 2, stdout: '' });
    expect(again.stderr).toContain('.gitlab-ci.yml is there already');
    expect(readdirSync(folder)).not.toContain('.pre-commit-config.yaml');
    expect(readFileSync(join(folder, 'salesplan.yaml'), 'utf8')).toBe(plan);
    expect((await runIn(folder, ['init', '--ci', 'jenkins'])).stderr).toContain('github, gitlab');
  });
});

describe.each(readdirSync(READY))('docs/ci/%s', (name) => {
  const text = readFileSync(join(READY, name), 'utf8');

  it('is YAML in the form of fmt', async () => {
    expect(await formatYaml(text)).toBe(text);
  });

  it('calls commands with options that they have', async () => {
    const calls = [...text.matchAll(/salesplan (check|fmt)\b([^\n>|;]*)/g)].filter(([, , rest = '']) => !/^ --?\w+$/.test(rest) || rest);
    expect(calls.length).toBeGreaterThan(0);
    for (const [, command = '', rest = ''] of calls) {
      const flags = Object.values(commands)
        .find((each) => each.name === command)
        ?.options?.map(({ flags }) => flags.split(/[ ,]/)[0]);
      for (const [option] of rest.matchAll(/--[a-z-]+/g)) expect([...(flags ?? []), '--format', '--output']).toContain(option);
    }
  });

  it('is told of in docs/ci.md', () => {
    expect(readFileSync(join(ROOT, 'docs', 'ci.md'), 'utf8')).toContain(`(ci/${name})`);
  });
});

describe('the jobs on a real plan', () => {
  it('pass on a fresh plan, and write the reports that GitLab takes', async () => {
    const folder = temporary();
    writeFileSync(join(folder, 'salesplan.yaml'), 'salesplan: 1\nname: X\n');
    await runIn(folder, ['init', 'fresh', '--yes', '--template', 'electronics']);
    expect((await runIn(folder, ['fmt', 'fresh', '--check'])).exit).toBe(0);
    const ran = await runIn(folder, ['check', '.', '--format', 'gitlab', '--output', 'gl-code-quality-report.json']);
    expect(ran).toMatchObject({ exit: 1, stdout: '' });
    expect(JSON.parse(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8'))).not.toEqual([]);
  });
});
