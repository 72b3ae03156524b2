import type { Command } from '../command.ts';

export const exportSubgoals: Command = {
  name: 'export',
  group: 'hand-down',
  summary: {
    en: 'subgoals for other programs: spreadsheets, calendars, CODEOWNERS',
    zh: '导出子目标：表格、日历、CODEOWNERS',
  },
  operands: '[plan] [goal]',
  options: [
    { flags: '--owner <member>', summary: { en: 'only what this member answers for', zh: '只看此人负责的' } },
    { flags: '--due-before <date>', summary: { en: 'only what is due up to this day', zh: '只看此日及之前到期的' } },
  ],
  readsData: true,
  examples: [
    'salesplan export --output subgoals.csv',
    'salesplan export --format xlsx --output subgoals.xlsx',
    'salesplan export --format icalendar --owner lina --output lina.ics',
    'salesplan export --format codeowners --output .github/CODEOWNERS',
  ],
  formats: async () => Object.keys((await import('../../formats/exports/index.ts')).EXPORTS),
  run: async (call, context) => (await import('../export-subgoals.ts')).runExport(call, context),
};
