import type { Command } from '../command.ts';

export const smart: Command = {
  name: 'smart',
  group: 'check',
  summary: { en: 'the SMART card of each goal, with the evidence', zh: '每个目标的 SMART 卡片，附依据' },
  operands: '[plan] [goal]',
  options: [{ flags: '--no-data', summary: { en: 'judge by the plan alone', zh: '只看计划，不读数据' } }],
  readsData: true,
  examples: ['salesplan smart', 'salesplan smart revenue-2026 --no-data'],
  formats: async () => (await import('../../formats/index.ts')).formatsFor('smart'),
  run: async (call, context) => (await import('../smart-goals.ts')).runSmart(call, context),
};
