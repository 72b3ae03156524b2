import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { ROOT, runIn, temporary } from './support/run.ts';

const PLAN = `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team: {members: {lina: {name: Lina}}}
goals:
  revenue: {name: Revenue of 12M, metric: revenue, target: 12M, owner: lina, decompose: [{by: quarter}]}
`;

/** The built program at watch; `said` waits for a text that comes after the last one waited for. */
function watching(folder: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'salesplan.js'), 'check', '--watch', '--lang', 'en', ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
  });
  let [text, seen] = ['', 0];
  let look = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => {
      text += piece.toString();
      look();
    });
  }
  const said = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`waited for ${wanted}, got ${text.slice(seen)}`)), 20_000);
      look = () => {
        const at = text.indexOf(wanted, seen);
        if (at < 0) return;
        seen = at + wanted.length;
        clearTimeout(late);
        resolve();
      };
      look();
    });
  const ended = new Promise<number | null>((resolve) => void child.on('exit', resolve));
  return { child, said, ended };
}

describe('check --watch', () => {
  it('checks again after a change, lives through a broken and a missing file, and ends cleanly', async () => {
    const folder = temporary();
    const plan = join(folder, 'salesplan.yaml');
    writeFileSync(plan, PLAN);
    const { child, said, ended } = watching(folder);
    try {
      await said('no problems');
      await said('Watching 1 folder');
      writeFileSync(plan, PLAN.replace('owner: lina', 'owner: lnia'));
      await said('There is no team member "lnia"');
      await said('Watching');
      writeFileSync(plan, PLAN.replace('"', '').replace('name: Growth', 'name: "Growth'));
      await said('syntax/yaml-error');
      await said('Watching');
      rmSync(plan);
      await said('salesplan: ');
      await said('Watching');
      writeFileSync(plan, PLAN);
      await said('no problems');
      await said('Watching');
    } finally {
      child.kill('SIGINT');
    }
    await said('Stopped.');
    expect(await ended).toBe(0);
  });

  it('ends when it is told to, and does not begin without a plan', async () => {
    const folder = temporary();
    expect(await runIn(folder, ['check', '--watch'])).toMatchObject({ exit: 2, stdout: '' });
    writeFileSync(join(folder, 'salesplan.yaml'), PLAN);
    const ran = await runIn(folder, ['check', '--watch'], { interrupted: AbortSignal.abort() });
    expect(ran).toMatchObject({ exit: 0, stderr: 'Watching 1 folder; Ctrl+C ends.\nStopped.\n' });
  });

  it.each([['--output', 'x.txt'], ['--write-baseline', 'x.yaml'], ['-']])('does not go with %s', async (...args) => {
    const ran = await runIn(temporary(), ['check', '--watch', ...args]);
    expect(ran).toMatchObject({ exit: 2, stdout: '' });
    expect(ran.stderr).toContain(args[0]);
  });
});
