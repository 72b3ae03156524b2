import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runIn } from './support/run.ts';

// Every command that README shows with its output prints that output.
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const shown = [...readme.matchAll(/```console\n\$ salesplan (.+)\n([\s\S]*?)```/g)].map((match) => ({
  command: match[1] ?? '',
  output: match[2] ?? '',
}));

describe('README', () => {
  it('shows commands', () => {
    expect(shown.length).toBeGreaterThanOrEqual(4);
  });

  it.each(shown)('$command', async ({ command, output }) => {
    const { stdout } = await runIn(ROOT, command.split(' '));
    expect(stdout).toContain(output.trimEnd());
  });

  it('has its test command in .ci/run, word for word', () => {
    expect(readme).toContain('\nnpm ci && npm test\n');
    expect(readFileSync(join(ROOT, '.ci', 'run'), 'utf8')).toContain('\nnpm ci && npm test\n');
  });
});
