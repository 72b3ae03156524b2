import type { Command } from '../command.ts';

export const decompose: Command = {
  name: 'decompose',
  group: 'hand-down',
  summary: { en: 'the tree of subgoals, each with one owner and one deadline', zh: '把目标分解成子目标，每个都有负责人和期限' },
  operands: '[plan] [goal]',
  options: [
    { flags: '--depth <levels>', summary: { en: 'show no more than this many levels', zh: '最多显示几层' } },
    { flags: '--owner <member>', summary: { en: 'only what this member answers for', zh: '只看此人负责的' } },
    { flags: '--due-before <date>', summary: { en: 'only what is due up to this day', zh: '只看此日及之前到期的' } },
    {
      flags: '--by <dimension>',
      summary: { en: 'only subgoals by segment, owner, month …', zh: '只看按细分市场、人员、月等分出的子目标' },
    },
    {
      flags: '--rollup <what>',
      summary: { en: 'add the parts up by manager, or by segment, owner, month …', zh: '按上级，或按细分市场、人员、月等汇总' },
    },
    { flags: '--compare', summary: { en: 'top-down beside bottom-up, with the difference', zh: '自上而下与自下而上并列，并显示差额' } },
    {
      flags: '--table <dimension>',
      summary: { en: 'a table by segment, owner … and time, as fine as fits', zh: '按细分市场、人员等与时间列成表，尽量细' },
    },
    {
      flags: '--write',
      summary: {
        en: 'write subgoals.csv beside the plan; with --read: pins into the plan',
        zh: '在计划旁写出 subgoals.csv；与 --read 合用时把固定值写入计划',
      },
    },
    {
      flags: '--read <file>',
      summary: { en: 'review what an edited subgoals.csv changes', zh: '读取修改过的 subgoals.csv，先看会有哪些变化' },
    },
  ],
  readsData: true,
  examples: [
    'salesplan decompose',
    'salesplan decompose revenue-2026 --depth 2',
    'salesplan decompose --rollup manager',
    'salesplan decompose --table segment',
    'salesplan decompose --write',
    'salesplan decompose --read subgoals.csv',
  ],
  formats: async () => (await import('../../formats/index.ts')).formatsFor('decompose'),
  run: async (call, context) => (await import('../decompose-goals.ts')).runDecompose(call, context),
};
