import type { Command } from '../command.ts';

export const actualPull: Command = {
  name: 'actual pull',
  group: 'actuals',
  summary: {
    en: 'fetch the records of a source from Zoho CRM or Fxiaoke into its file',
    zh: '把一个来源的记录从 Zoho CRM 或纷享销客拉取到它的文件',
  },
  operands: '[plan] [source]',
  options: [
    {
      flags: '--restart',
      summary: { en: 'start anew, even where an earlier run can be gone on with', zh: '从头开始，即使可以接着上次继续' },
    },
  ],
  examples: ['salesplan actual pull', 'salesplan actual pull crm', 'salesplan actual pull plans/2026 crm --restart'],
  run: async (call, context) => (await import('../pull-actuals.ts')).runActualPull(call, context),
};
