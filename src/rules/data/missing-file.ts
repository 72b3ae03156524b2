import type { Args } from '../../model/finding.ts';
import { nearest } from '../mend.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const missingFile: Rule = {
  id: 'data/missing-file',
  severity: 'error',
  explanation: {
    en: {
      title: 'A data file does not exist.',
      why: 'Its numbers are missing from every report.',
      mend: 'Correct the path, or put the file there.',
    },
    zh: {
      title: '数据文件不存在。',
      why: '每份报告都会缺少它的数字。',
      mend: '请改正路径，或把文件放到那里。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  mend: (args, at) => nearest(args, at, false),
  mends: 'unsafe',
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
    files: {},
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
  return {
    message: `No file matches ${quoted(args.path ?? args.file, 'en')}.`,
    help: "Correct the path (it counts from the plan's folder), or put the file there.",
  };
}

function zh(args: Args): Words {
  return { message: `没有文件与${quoted(args.path ?? args.file, 'zh')}匹配。`, help: '请改正路径（以计划文件夹为准），或把文件放到那里。' };
}
