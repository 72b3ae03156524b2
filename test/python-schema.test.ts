import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { isValid } from '../src/load/is-valid.ts';
import { ROOT as SHAPE } from '../src/load/shape.ts';
import validate from '../src/load/validate.gen.cjs';
import { mutatedTree } from './support/mutations.ts';
import { ROOT } from './support/run.ts';
import './support/runs.ts';

// The published schema means to another validator what it means to us: Debian's python3-jsonschema (with python3-regex) accepts
// and rejects the same mutated plans. SCHEMA_RUNS says how many; .ci/run has all 5,000.
const RUNS = Number(process.env.SCHEMA_RUNS ?? 200);
const PYTHON = '/usr/bin/python3';
const isThere = spawnSync(PYTHON, ['-c', 'import jsonschema, regex']).status === 0;
if (!isThere) console.warn('python3-jsonschema and python3-regex are not installed: the schema is not compared with them.');

/** Plans of one or two sections of the examples, so that each has few values and all together have every key. */
function sectionsOf(file: string): readonly string[] {
  const { salesplan, name, period, goals, ...sections } = parse(readFileSync(join(ROOT, file), 'utf8'));
  const [goal] = Object.entries(goals);
  const base = { salesplan, name, period, goals: Object.fromEntries(goal ? [goal] : []) };
  const plans = Object.entries(sections).map(([key, section]) => ({ ...base, [key]: section }));
  return [...plans, { salesplan, name, period, goals }].map((plan) => JSON.stringify(plan));
}

it.skipIf(!isThere)(`python3-jsonschema judges ${RUNS} mutated plans as we do`, { timeout: 600_000 }, () => {
  const bases = ['examples/electronics/salesplan.yaml', 'examples/starter/salesplan.yaml'].flatMap(sectionsOf);
  const plans = fc.sample(fc.constantFrom(...bases).chain(mutatedTree), RUNS).map((plan) => JSON.stringify(plan));
  const { stdout, stderr } = spawnSync(PYTHON, [join(ROOT, 'test/support/validate.py'), join(ROOT, 'schemas/plan.schema.json')], {
    input: plans.map((plan) => `${plan}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  expect(stderr).toBe('');
  const theirs = stdout
    .trim()
    .split('\n')
    .map((line) => line === '1');
  expect(theirs).toHaveLength(plans.length);
  const differing = plans.filter((plan, index) => {
    const data = JSON.parse(plan);
    return isValid(data, SHAPE) !== theirs[index] || validate(data) !== theirs[index];
  });
  expect(differing).toEqual([]);
  // Both answers were asked for.
  expect(new Set(theirs).size).toBe(2);
});
