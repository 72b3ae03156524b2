import type { Command } from '../command.ts';

export const actualAdd: Command = {
  name: 'actual add',
  group: 'actuals',
  summary: { en: 'record one value by hand; asks for what is not given', zh: '手工录入一个数值；缺什么问什么' },
  operands: '[plan]',
  options: [
    { flags: '--metric <id>', summary: { en: 'which metric', zh: '哪个指标' } },
    { flags: '--value <number>', summary: { en: 'its value: 36.5%, 12000, 1.2M', zh: '数值：36.5%、12000、120万' } },
    { flags: '--date <date>', summary: { en: 'the day that it is of; default: today', zh: '哪一天的；默认今天' } },
    { flags: '--segment <id>', summary: { en: 'of which segment', zh: '哪个细分市场' } },
    { flags: '--owner <member>', summary: { en: 'whose', zh: '谁的' } },
    { flags: '--product <id>', summary: { en: 'of which product', zh: '哪个产品' } },
    { flags: '--channel <id>', summary: { en: 'of which channel', zh: '哪个渠道' } },
    { flags: '--note <text>', summary: { en: 'a note', zh: '备注' } },
    { flags: '--source <id>', summary: { en: 'into which source, where there are several', zh: '录入到哪个来源（有多个时）' } },
    {
      flags: '--duplicate <what>',
      summary: { en: 'where there is a value already: replace, add or skip', zh: '已有数值时：replace、add 或 skip' },
    },
  ],
  examples: [
    'salesplan actual add',
    'salesplan actual add --metric repeat_rate --value 33.1% --date 2026-06-30',
    'salesplan actual add plans/2026 --metric revenue --value 12万 --owner lina --note 线下签约',
  ],
  run: async (call, context) => (await import('../add-actual.ts')).runActualAdd(call, context),
};
