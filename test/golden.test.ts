import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runIn, temporary } from './support/run.ts';

// A folder a case: a plan with its files (or `plan` in case.json names an example), the command lines, and what came out,
// read by eye before it was accepted. UPDATE_GOLDEN=1 writes it anew.
interface Case {
  readonly plan?: string;
  readonly runs: readonly {
    readonly name: string;
    readonly args: readonly string[];
    readonly columns?: number;
    readonly env?: Record<string, string>;
    readonly exit?: number;
  }[];
}

const golden = join(ROOT, 'test', 'golden');
const cases = readdirSync(golden).filter((name) => existsSync(join(golden, name, 'case.json')));

describe.each(cases)('%s', (name) => {
  const folder = join(golden, name);
  const spec: Case = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'));
  const work = temporary();
  cpSync(spec.plan ? join(ROOT, spec.plan) : folder, work, { recursive: true });

  it.each(spec.runs)('$name', async ({ name: file, args, columns, env, exit }) => {
    const ran = await runIn(work, args, { ...(columns === undefined ? {} : { columns }), ...(env === undefined ? {} : { env }) });
    const text = ran.stderr ? `${ran.stdout}\n--- stderr\n${ran.stderr}` : ran.stdout;
    const path = join(folder, `${file}.expected`);
    if (process.env.UPDATE_GOLDEN) writeFileSync(path, text);
    expect(ran.exit).toBe(exit ?? 0);
    expect(text).toBe(readFileSync(path, 'utf8'));
  });
});
