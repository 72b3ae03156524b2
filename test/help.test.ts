import { describe, expect, it } from 'vitest';
import { runIn, temporary } from './support/run.ts';

const here = temporary();

describe('help in Chinese', () => {
  it('has no English headings, and every group once', async () => {
    const { stdout } = await runIn(here, ['--help', '--lang', 'zh']);
    const headings = stdout.split('\n').filter((line) => /^\S.*[:：]$/.test(line));
    expect(headings.filter((line) => /[a-z]/i.test(line))).toEqual([]);
    expect(new Set(headings).size).toBe(headings.length);
    expect(stdout).toMatch(/^用法：/);
  });

  it.each([
    [['chekc'], '没有 chekc 这个命令。是否想用 check？'],
    [['check', '--fooo'], '没有 --fooo 这个选项。'],
    [['import'], '缺少参数 file。'],
    [['check', '--format'], '选项 -f, --format <name> 后面缺少值。'],
  ])('tells what is wrong with %j', async (argv, expected) => {
    const ran = await runIn(here, argv, { env: { LANG: 'zh_CN.UTF-8' } });
    expect(ran).toMatchObject({ exit: 2, stdout: '', stderr: `salesplan: ${expected}\n参见 salesplan --help。\n` });
  });

  it('leaves English to the library', async () => {
    const ran = await runIn(here, ['chekc']);
    expect(ran.stderr).toBe("salesplan: unknown command 'chekc'\n(Did you mean check?)\nSee salesplan --help.\n");
  });

  it('lists the commands of a group that is named alone', async () => {
    const ran = await runIn(here, ['actual']);
    expect(ran).toMatchObject({ exit: 0, stderr: '' });
    for (const name of ['status', 'add', 'pull']) expect(ran.stdout).toContain(`  ${name}`);
  });
});
