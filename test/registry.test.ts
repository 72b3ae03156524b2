import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '../src/actuals/presets/index.ts';
import * as commands from '../src/cli/commands/index.ts';
import { EXPORTS } from '../src/formats/exports/index.ts';
import { findingsFormats } from '../src/formats/findings/index.ts';
import { FORMATS } from '../src/formats/index.ts';
import { SECTIONS } from '../src/reports/progress-sections.ts';
import { RULES } from '../src/rules/index.ts';
import { ROOT } from './support/run.ts';

// One file and one export line add a thing: a file that is not exported, or is exported by another name, fails here.
describe('every file of an open set is in its registry', () => {
  it('rules', () => {
    const ids = filesIn('rules', 2).map((file) => file.replace(/\.ts$/, ''));
    expect([...RULES.keys()].sort()).toEqual(ids.sort());
  });

  it('commands', () => {
    const names = Object.values(commands).map((command) => command.name.replace(' ', '-'));
    expect(names.sort()).toEqual(
      filesIn('cli/commands', 1)
        .map((file) => basename(file, '.ts'))
        .sort(),
    );
  });

  it('presets, which the plan format names too', () => {
    const ids = PRESETS.map((preset) => preset.id).sort();
    expect(ids).toEqual(namesIn('actuals/presets').filter((name) => name !== 'preset'));
    const schema = JSON.parse(readFileSync(join(ROOT, 'schemas', 'plan.schema.json'), 'utf8'));
    expect([...schema.properties.actuals.additionalProperties.properties.preset.enum].sort()).toEqual(ids);
  });

  it('formats of findings', () => {
    const helpers = ['all-is-well', 'fingerprint', 'format'];
    expect(Object.keys(findingsFormats).sort()).toEqual(namesIn('formats/findings').filter((name) => !helpers.includes(name)));
  });

  it('formats of reports', async () => {
    for (const [name, load] of Object.entries(FORMATS)) expect((await load()).id).toBe(name);
    const files = namesIn('formats');
    expect(Object.keys(FORMATS).filter((name) => !files.includes(name))).toEqual([]);
  });

  it('exports', async () => {
    for (const [name, load] of Object.entries(EXPORTS)) expect((await load()).id).toBe(name);
    expect(Object.keys(EXPORTS).sort()).toEqual(namesIn('formats/exports').filter((name) => name !== 'export-format'));
  });

  it('sections of the progress report', () => {
    expect(Object.keys(SECTIONS).sort()).toEqual(namesIn('reports/sections'));
  });
});

function filesIn(room: string, depth: number): readonly string[] {
  const all = readdirSync(join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' }).map((file) => file.split('\\').join('/'));
  return all.filter((file) => file.endsWith('.ts') && !file.endsWith('index.ts') && file.split('/').length === depth);
}

function namesIn(room: string): readonly string[] {
  return filesIn(room, 1)
    .map((file) => basename(file, '.ts'))
    .sort();
}
