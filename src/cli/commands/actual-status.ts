import type { Command } from '../command.ts';

export const actualStatus: Command = {
  name: 'actual status',
  group: 'actuals',
  summary: { en: 'what was read, left out and rejected, and why', zh: '读了多少、排除多少、拒绝多少，为什么' },
  operands: '[plan]',
  readsData: true,
  examples: ['salesplan actual status', 'salesplan actual status --format json'],
  formats: async () => (await import('../../formats/index.ts')).formatsFor('actual-status'),
  run: async (call, context) => (await import('../show-report.ts')).runActualStatus(call, context),
};
