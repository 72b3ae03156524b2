import type { Command } from '../command.ts';

export const sync: Command = {
  name: 'sync',
  group: 'actuals',
  summary: {
    en: 'ask the databases of the plan, write actuals.snapshot.csv that reports read offline',
    zh: '查询计划所用的数据库，写入 actuals.snapshot.csv 供报告离线使用',
  },
  operands: '[plan] [source]',
  options: [{ flags: '--dry-run', summary: { en: 'show what would change, write nothing', zh: '只显示会有什么变化，不写入' } }],
  readsData: true,
  examples: ['salesplan sync', 'salesplan sync . warehouse', 'salesplan sync --dry-run --format json'],
  formats: async () => (await import('../../formats/index.ts')).formatsFor('sync'),
  run: async (call, context) => (await import('../sync-plan.ts')).runSync(call, context),
};
