import type { Command } from '../command.ts';

export const calendar: Command = {
  name: 'calendar',
  group: 'start',
  summary: {
    en: 'bring a country’s holidays of a year into the plan, once, as plain dates',
    zh: '把某国某年的节假日作为普通日期一次性写入计划',
  },
  operands: '<country> <year> [plan]',
  options: [
    {
      flags: '--region <code>',
      summary: { en: 'a part of the country with holidays of its own (DE: BY)', zh: '有自己节假日的地区（如 DE 的 BY）' },
    },
    { flags: '--write', summary: { en: 'add the dates to the plan; without it nothing is changed', zh: '把日期写入计划；不加则只显示' } },
  ],
  examples: ['salesplan calendar CN 2026', 'salesplan calendar CN 2026 --write', 'salesplan calendar DE 2026 --region BY'],
  formats: async () => (await import('../../formats/index.ts')).formatsFor('calendar'),
  run: async (call, context) => (await import('../import-calendar.ts')).runCalendar(call, context),
};
