import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const emptyFile: Rule = {
  id: 'data/empty-file',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A data file holds no rows.',
      why: 'It may be an export that failed.',
      mend: 'Export it again, or take it out of the plan.',
    },
    zh: {
      title: '数据文件没有内容。',
      why: '可能是导出失败。',
      mend: '请重新导出，或从计划中去掉。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
actuals:
  orders:
    from: orders.csv
    columns: {date: date, amount: amount}
`,
    files: { 'orders.csv': ' \n' },
    line: 18,
    column: 11,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
actuals:
  orders:
    from: orders.csv
    columns: {date: date, amount: amount}
`,
    files: { 'orders.csv': 'date,amount\n2026-01-05,100.00\n' },
  },
};

function en(args: Args): Words {
  return { message: `The file ${quoted(args.file, 'en')} holds no rows.`, help: 'Export it again, or take it out of the plan.' };
}

function zh(args: Args): Words {
  return { message: `文件${quoted(args.file, 'zh')}没有数据行。`, help: '请重新导出，或从计划中去掉。' };
}
