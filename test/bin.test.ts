import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, temporary } from './support/run.ts';

// A few real child processes of the built program: what only the real world can show.
const BIN = join(ROOT, 'bin', 'salesplan.js');

function salesplan(
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string | Uint8Array; readonly env?: Record<string, string> } = {},
) {
  const ran = spawnSync(process.execPath, [BIN, ...args], {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, NO_COLOR: '1', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', ...options.env },
    ...(options.input === undefined ? {} : { input: options.input }),
  });
  return { exit: ran.status, stdout: ran.stdout.toString(), stderr: ran.stderr.toString() };
}

describe('the built program', () => {
  it('shows its version and its help', () => {
    expect(salesplan(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const help = salesplan(['--help']);
    expect(help.exit).toBe(0);
    for (const name of ['check', 'decompose', 'gap', 'report', 'init', 'explain', 'schema', 'actual']) expect(help.stdout).toContain(name);
  });

  it('suggests the command that was meant', () => {
    const ran = salesplan(['chekc']);
    expect(ran).toMatchObject({ exit: 2, stdout: '' });
    expect(ran.stderr).toContain('check');
  });

  it.each(['postgres', 'clickhouse', 'duckdb'])('tells a database that gives no answer as what it is: %s', (engine) => {
    const folder = temporary();
    const source = `{connect: {engine: ${engine}, url: {env: DB}}, table: a.b, columns: {date: d, amount: a}}`;
    const plan = 'salesplan: 1\nname: P\nperiod: {start: 2026-01-01, end: 2026-12-31}\nteam: {members: {a: {}}}\n';
    writeFileSync(join(folder, 'salesplan.yaml'), `${plan}goals: {g: {metric: revenue, target: 9, owner: a}}\nactuals: {w: ${source}}\n`);
    const address = { postgres: 'postgres://u:secret@127.0.0.1:1/x', clickhouse: 'http://u:secret@127.0.0.1:1/x' }[engine] ?? 'none.duckdb';
    const { exit, stderr } = salesplan(['sync', '--lang', 'en'], { cwd: folder, env: { DB: address } });
    expect({ exit, isOurs: stderr.includes('fault in the program') }).toEqual({ exit: 3, isOurs: false });
    expect(stderr).toContain('w was not read: the database can not be reached.');
    expect(stderr).not.toContain('secret');
  });

  it('writes through a link and into a pipe, keeps the rights of a file, and is as wide as COLUMNS says', () => {
    const folder = temporary();
    const script = [
      'set -e',
      'echo old > real.md && chmod 640 real.md && ln -s real.md link.md',
      'COLUMNS=60 "$0" "$1" report "$2" --as-of 2026-06-28 --output link.md --quiet',
      'test -L link.md && grep -q Cafés real.md && test "$(stat -c %a real.md)" = 640 && test "$(awk \'{print length($0)}\' real.md | sort -n | tail -1)" -le 200',
      'mkfifo pipe && cat pipe > got.md & sleep 0.05; test -p pipe || sleep 0.5',
      'COLUMNS=60 "$0" "$1" report "$2" --as-of 2026-06-28 --output pipe --quiet; wait',
      'test -p pipe && cmp got.md real.md && echo fine',
    ].join('\n');
    const plan = join(ROOT, 'examples', 'starter');
    const ran = spawnSync('bash', ['-c', script, process.execPath, BIN, plan], { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    expect(ran.stdout.toString() + ran.stderr.toString()).toBe('fine\n');
  });

  it('reads a plan from standard input', () => {
    const ran = salesplan(['check', '-'], { input: 'salesplan: 1\nname: X\n' });
    expect(ran.exit).toBe(1);
    expect(ran.stdout).toContain('schema/missing-key');
  });

  it('starts an electronics plan that passes check and reports at once', () => {
    const folder = join(temporary(), 'mine');
    expect(salesplan(['init', folder, '--yes', '--template', 'electronics']).exit).toBe(0);
    expect(salesplan(['check', '--fail-on', 'warning', '--as-of', '2026-06-28'], { cwd: folder }).exit).toBe(0);
    const report = salesplan(['report', '--as-of', '2026-06-28'], { cwd: folder });
    expect(report.exit).toBe(0);
    expect(report.stdout).toContain('华东年轻白领');
  });

  it('does not write over what is there', () => {
    const folder = join(temporary(), 'mine');
    salesplan(['init', folder, '--yes', '--template', 'blank']);
    const again = salesplan(['init', folder, '--yes', '--template', 'blank']);
    expect(again.exit).toBe(2);
    expect(again.stderr).toContain('salesplan init');
  });

  it('gives the same bytes in any time zone', () => {
    const args = ['report', 'examples/electronics', '--as-of', '2026-06-28', '--format', 'html'];
    const [east, west] = ['Pacific/Kiritimati', 'America/Los_Angeles'].map((TZ) => salesplan(args, { env: { TZ } }));
    expect(east?.exit).toBe(0);
    expect(east?.stdout).toContain('</html>');
    expect(east).toEqual(west);
    expect(east?.stderr).toBe('');
  });

  it('is not upset by a reader that goes away', () => {
    const ran = spawnSync('bash', ['-c', `"${process.execPath}" "${BIN}" decompose examples/electronics --format csv | head -1`], {
      cwd: ROOT,
    });
    expect(ran.stdout.toString()).toContain('goal,id');
    expect(ran.stderr.toString()).toBe('');
  });
});
