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
    { flags: '--name <name>', summary: { en: 'name of the plan', zh: '计划名称' } },
  ],
  examples: ['salesplan init', 'salesplan init my-plan --yes --template electronics'],
  run: async (call, context) => (await import('../init-plan.ts')).runInit(call, context),
};
