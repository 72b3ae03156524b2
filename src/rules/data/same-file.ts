import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const sameFile: Rule = {
  id: 'data/same-file',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Two files of a source hold the same.',
      why: 'A copy that lies beside its original counts twice: reports show more than was sold.',
      mend: 'Take one of the two out of the folder, or narrow the pattern under from:.',
    },
    zh: {
      title: '同一来源的两个文件内容相同。',
      why: '副本和原文件放在一起会计两次：报告中的数字会大于实际销售。',
      mend: '请从文件夹中移走其中一个，或缩小 from: 的范围。',
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
    from: orders*.csv
    columns: {date: date, amount: amount}
`,
    files: { 'orders.csv': 'date,amount\n2026-01-05,100.00\n', 'orders (1).csv': 'date,amount\n2026-01-05,100.00\n' },
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
    from: orders*.csv
    columns: {date: date, amount: amount}
`,
    files: { 'orders.csv': 'date,amount\n2026-01-05,100.00\n', 'orders (1).csv': 'date,amount\n2026-02-05,100.00\n' },
  },
};

function en(args: Args): Words {
  return {
    message: `${quoted(args.file, 'en')} holds the same as ${quoted(args.other, 'en')}: its rows count twice.`,
    help: 'Take one of the two out of the folder, or narrow the pattern under from:.',
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.file, 'zh')}与${quoted(args.other, 'zh')}内容相同：其中的行计了两次。`,
    help: '请从文件夹中移走其中一个，或缩小 from: 的范围。',
  };
}
