import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { mutatedBytes, mutatedText, mutatedTree, yamlOfTree } from './support/mutations.ts';
import { ROOT, runIn, temporary } from './support/run.ts';
import './support/runs.ts';

// Whatever becomes of an example's files: no command crashes, takes over a second, or ends with a code that is not documented.
// FUZZ_RUNS says how many cases each of these has; FC_SEED repeats those of a run that failed.
const RUNS = Number(process.env.FUZZ_RUNS ?? 8);
const SECOND = 1_000_000;
const PLANS = ['examples/starter', 'examples/electronics', 'test/golden/mistakes'];
const COMMANDS = [
  ['check', '--format', 'json'],
  ['check', '--lang', 'zh'],
  ['check', '--format', 'sarif'],
  ['check', '--fix-dry-run'],
  ['report', '--as-of', '2026-06-28'],
  ['report', '--as-of', '2026-06-28', '--format', 'html'],
  ['gap', '--as-of', '2026-06-28', '--format', 'json'],
  ['decompose'],
  ['decompose', '--format', 'csv'],
  ['smart'],
  ['actual', 'status'],
  ['rebalance', '--as-of', '2026-06-28', '--carry', 'both'],
] as const;

const works = new Map(
  PLANS.map((plan) => {
    const work = temporary();
    cpSync(join(ROOT, plan), work, { recursive: true });
    return [plan, { work, text: readFileSync(join(work, 'salesplan.yaml'), 'utf8') }];
  }),
);

async function expectSound(plan: string, file: string, content: string | Uint8Array, args: readonly string[]): Promise<void> {
  const { work = '' } = works.get(plan) ?? {};
  writeFileSync(join(work, file), content);
  const first = await timed(work, args);
  expect(first).toMatchObject({ exit: expect.toBeOneOf([0, 1, 2]) });
  expect(first.printed).not.toMatch(/\n\s+at .*:\d+:\d+|TypeError|RangeError|\[object |\bNaN\b/);
  if (first.cpu > SECOND) await expectNoSlower(plan, file, content, args);
}

/** On a machine that is slow or does other things, what counts is the time that the example itself takes there. */
async function expectNoSlower(plan: string, file: string, content: string | Uint8Array, args: readonly string[]): Promise<void> {
  const { work = '' } = works.get(plan) ?? {};
  cpSync(join(ROOT, plan, file), join(work, file));
  const usual = await timed(work, args);
  writeFileSync(join(work, file), content);
  expect((await timed(work, args)).cpu).toBeLessThan(Math.max(SECOND, 3 * usual.cpu));
}

/** How a command ends, what it prints, and the microseconds that it takes. */
async function timed(work: string, args: readonly string[]) {
  const before = process.cpuUsage();
  const { exit, stdout, stderr } = await runIn(work, args);
  const { user, system } = process.cpuUsage(before);
  return { exit, printed: stdout + stderr, cpu: user + system };
}

// What is loaded when first used is not the second's.
beforeAll(async () => {
  const { work = '' } = works.get('examples/starter') ?? {};
  for (const args of COMMANDS) await runIn(work, args);
}, 600_000);

describe.each([
  { what: 'bytes', mutated: (text: string) => mutatedBytes(text) },
  { what: 'words', mutated: (text: string) => mutatedText(text) },
  { what: 'values', mutated: (text: string) => mutatedTree(text).map(yamlOfTree) },
])('a plan with other $what', ({ mutated }) => {
  it.each(PLANS)('of %s ends every command as documented', async (plan) => {
    const { text = '' } = works.get(plan) ?? {};
    await fc.assert(
      fc.asyncProperty(mutated(text), fc.constantFrom(...COMMANDS), (content, args) => expectSound(plan, 'salesplan.yaml', content, args)),
      { numRuns: RUNS, endOnFailure: true },
    );
    writeFileSync(join(works.get(plan)?.work ?? '', 'salesplan.yaml'), text);
  });
});

it('data with other bytes ends every command as documented', async () => {
  const plan = 'examples/starter';
  const orders = readFileSync(join(ROOT, plan, 'orders.csv'), 'utf8');
  const content = fc.oneof(mutatedBytes(orders), mutatedText(orders));
  await fc.assert(
    fc.asyncProperty(content, fc.constantFrom(...COMMANDS), (bytes, args) => expectSound(plan, 'orders.csv', bytes, args)),
    { numRuns: RUNS, endOnFailure: true },
  );
});
