import type { Command } from '../command.ts';

export const explain: Command = {
  name: 'explain',
  group: 'help',
  summary: { en: 'what a rule checks, why it matters, how to mend it', zh: '解释一条规则：检查什么、为什么、怎么改' },
  operands: '[rule]',
  examples: ['salesplan explain', 'salesplan explain price/below-cost'],
  run: async (call, context) => (await import('../explain-rule.ts')).runExplain(call, context),
};
