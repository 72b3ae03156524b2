import type { Command } from '../command.ts';

export const gap: Command = {
  name: 'gap',
  group: 'follow-up',
  summary: { en: 'how big the gap is, where, why, and what closes it', zh: '差距有多大、在哪里、为什么、怎么补上' },
  operands: '[plan] [goal]',
  readsData: true,
  examples: ['salesplan gap', 'salesplan gap revenue-2026 --as-of 2026-06-28', 'salesplan gap --format json'],
  formats: async () => (await import('../../formats/index.ts')).formatsFor('gap'),
  run: async (call, context) => (await import('../show-report.ts')).runGap(call, context),
};
