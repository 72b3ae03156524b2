import type { Command } from '../command.ts';

export const why: Command = {
  name: 'why',
  group: 'hand-down',
  summary: {
    en: 'how a number came about: rule, weights, remainder, and where each stands',
    zh: '一个数字是怎么来的：规则、权重、余数，以及出处',
  },
  operands: '[plan] [node]',
  readsData: true,
  examples: ['salesplan why revenue-2026/east-young/lina/2026-Q1', 'salesplan why plans/2026 revenue-2026/east-young'],
  formats: async () => (await import('../../formats/index.ts')).formatsFor('why'),
  run: async (call, context) => (await import('../why-node.ts')).runWhy(call, context),
};
