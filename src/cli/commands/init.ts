import type { Command } from '../command.ts';

export const init: Command = {
  name: 'init',
  group: 'start',
  summary: { en: 'start a plan that passes check and reports at once', zh: '新建一个能通过检查、马上能出报告的计划' },
  operands: '[folder]',
  options: [
    { flags: '-y, --yes', summary: { en: 'ask nothing', zh: '不提问' } },
    {
      flags: '--template <name>',
      summary: {
        en: 'what to start from: electronics, field-sales, starter or blank',
        zh: '模板：electronics、field-sales、starter 或 blank',
      },
    },
    {
      flags: '--ci <system>',
      summary: { en: 'github or gitlab: also write a job that checks the plan', zh: 'github 或 gitlab：同时写入检查计划的任务' },
    },
    { flags: '--hook', summary: { en: 'also write a pre-commit hook', zh: '同时写入 pre-commit 钩子' } },
    { flags: '--name <name>', summary: { en: 'name of the plan', zh: '计划名称' } },
  ],
  examples: ['salesplan init', 'salesplan init my-plan --yes --template electronics', 'salesplan init --ci github --hook'],
  run: async (call, context) => (await import('../init-plan.ts')).runInit(call, context),
};
