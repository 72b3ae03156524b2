import type { Command } from '../command.ts';

export const rebalance: Command = {
  name: 'rebalance',
  group: 'hand-down',
  summary: {
    en: 'closed buckets become what was achieved, the rest is spread over what remains',
    zh: '已结束的时段按实绩，剩余目标重新分配到后面',
  },
  operands: '[plan] [goal]',
  options: [
    {
      flags: '--carry <what>',
      summary: {
        en: 'what is carried over: surplus, deficit, both (default: as the goal says)',
        zh: '结转什么：surplus、deficit、both（默认按目标设定）',
      },
    },
    {
      flags: '--write',
      summary: { en: 'write the pins into the plan; without it nothing is changed', zh: '把固定值写入计划；不加则只试算' },
    },
  ],
  readsData: true,
  examples: ['salesplan rebalance --as-of 2026-06-30', 'salesplan rebalance revenue-2026 --carry both', 'salesplan rebalance --write'],
  formats: async () => (await import('../../formats/index.ts')).formatsFor('rebalance'),
  run: async (call, context) => (await import('../rebalance-plan.ts')).runRebalance(call, context),
};
