import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planQuestions } from '../src/cli/ask-plan.ts';
import { ROOT, runIn, temporary } from './support/run.ts';

describe('a new plan', () => {
  it('can be started in a folder whose name has a space', async () => {
    const { stdout } = await runIn(temporary(), ['init', 'my plan', '--yes', '--template', 'blank', '--lang', 'zh']);
    expect(stdout).toContain("计划已建在 my plan。\n\n下一步：\n  salesplan check 'my plan'\n");
  });

  it('is looked at as of the day on which its sample data end', async () => {
    const { stdout } = await runIn(temporary(), ['init', 'p', '--yes', '--template', 'starter', '--lang', 'en']);
    expect(stdout).toContain('  salesplan check p --as-of 2026-06-28\n  salesplan decompose p\n  salesplan report p --as-of 2026-06-28\n');
    expect(stdout).toContain('The sample data end on 2026-06-28');
  });

  it('has the name that was wished for, and the schema that its first line says', async () => {
    const folder = temporary();
    await runIn(folder, ['init', '.', '--yes', '--template', 'starter', '--name', 'Café: north']);
    const text = readFileSync(join(folder, 'salesplan.yaml'), 'utf8');
    expect(text).toContain('name: "Café: north"');
    const schema = /^# yaml-language-server: \$schema=(.+)\n/.exec(text)?.[1] ?? '';
    expect(JSON.parse(readFileSync(join(folder, schema), 'utf8'))).toMatchObject({ title: 'Sales plan' });
  });
});

describe('the questions', () => {
  const offer = {
    templates: ['blank', 'starter'],
    nameOf: (template: string) => `name of ${template}`,
    isFree: async (folder: string) => folder !== 'taken',
  };
  const [folder, template, name, ci, hook] = planQuestions({ folder: '.', template: 'blank', name: undefined }, offer, 'zh');

  it('refuse a folder that is taken, where it is asked for', async () => {
    expect(await folder.validate('new')).toBe(true);
    expect(await folder.validate('taken')).toBe('taken 中已有计划或其他文件。请指定新的或空的文件夹。');
  });

  it('say what the templates are', () => {
    expect(template.choices).toContainEqual({ value: 'starter', name: 'starter – 咖啡店：一个目标和数据（英文）', short: 'starter' });
    expect(template.theme.style.keysHelpTip()).toBe('↑↓ 移动 • ⏎ 选择');
  });

  it('offer the name of the template that was chosen', () => {
    expect(name.default({ template: 'starter' })).toBe('name of starter');
  });

  it('offer what checks the plan, and take nothing for granted', () => {
    expect(ci.choices.map((each) => each.value)).toEqual(['none', 'github', 'gitlab']);
    expect([ci.default, hook.default]).toEqual(['none', false]);
    expect(ci.message).toBe('是否在 CI 中检查计划');
  });

  const hasTerminal = spawnSync('script', ['--version']).stdout?.toString().includes('util-linux');
  it.skipIf(!hasTerminal)('can be left without a word of a fault', async () => {
    const command = `"${process.execPath}" "${join(ROOT, 'bin', 'salesplan.js')}" init --lang en`;
    const ran = spawn('script', ['-qec', command, '/dev/null'], { cwd: temporary() });
    let shown = '';
    ran.stdout.on('data', (data) => {
      if (!shown.includes('Folder for the plan') && String(data).includes('Folder for the plan')) ran.stdin.write('\x03');
      shown += data;
    });
    const exit = await new Promise((resolve) => ran.once('exit', resolve));
    expect(shown).toContain('salesplan: Stopped.');
    expect(shown).not.toContain('fault');
    expect(exit).toBe(2);
  });
});
