import type { Command } from '../command.ts';

export const report: Command = {
  name: 'report',
  group: 'follow-up',
  summary: { en: 'the progress report, weekly by default', zh: '进度报告，默认按周' },
  operands: '[plan]',
  options: [
    { flags: '--week <week>', summary: { en: 'of a week: 2026-W12', zh: '某一周：2026-W12' } },
    {
      flags: '--month <month>',
      summary: { en: 'of a month: 2026-03, or FY2027-M03 of retail months', zh: '某一月：2026-03，零售月写作 FY2027-M03' },
    },
    {
      flags: '--quarter <quarter>',
      summary: { en: 'of a quarter: 2026-Q1, or FY2027-Q1 of a fiscal year', zh: '某一季度：2026-Q1，财年写作 FY2027-Q1' },
    },
    { flags: '--from <date>', summary: { en: 'first day of the window', zh: '起始日期' } },
    { flags: '--to <date>', summary: { en: 'last day of the window', zh: '结束日期' } },
    { flags: '--owner <member>', summary: { en: "one person's own sheet", zh: '某个人的报告' } },
  ],
  readsData: true,
  examples: ['salesplan report', 'salesplan report --week 2026-W12', 'salesplan report --format html --output report.html'],
  formats: async () => (await import('../../formats/index.ts')).formatsFor('report'),
  run: async (call, context) => (await import('../show-report.ts')).runReport(call, context),
};
