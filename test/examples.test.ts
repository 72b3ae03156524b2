import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runIn, temporary } from './support/run.ts';

describe.each(readdirSync(join(ROOT, 'examples')))('examples/%s', (name) => {
  const folder = join(ROOT, 'examples', name);

  it('is clean, warnings too', async () => {
    const ran = await runIn(folder, ['check', '--fail-on', 'info']);
    expect(ran).toMatchObject({ exit: 0, stderr: '' });
  });

  it('is formatted', async () => {
    expect(await runIn(folder, ['fmt', '--check'])).toMatchObject({ exit: 0 });
  });

  it('can be started from, and reports at once', async () => {
    const own = join(temporary(), 'plan');
    expect((await runIn(ROOT, ['init', own, '--yes', '--template', name, '--name', 'Ours'])).exit).toBe(0);
    expect((await runIn(own, ['check', '--fail-on', 'info'])).exit).toBe(0);
    expect((await runIn(own, ['report', '--as-of', '2026-06-28'])).stdout).toContain('Ours');
  });
});

describe('the data of examples/electronics', () => {
  it('is what the generator makes', () => {
    const made = temporary();
    execFileSync(process.execPath, [join(ROOT, 'scripts', 'make-example-data.mjs'), made]);
    for (const file of readdirSync(made))
      expect(readFileSync(join(made, file), 'utf8')).toBe(readFileSync(join(ROOT, 'examples', 'electronics', 'data', file), 'utf8'));
  });
});
