import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const duplicateJoinKey: Rule = {
  id: 'data/duplicate-join-key',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A joined file has one key twice.',
      why: 'Each row can get one partner only; the first counts.',
      mend: 'Delete the second row in the joined file.',
    },
    zh: {
      title: '关联文件中同一个键出现两次。',
      why: '每行只能对应一条；以第一条为准。',
      mend: '请删除关联文件中的第二条。',
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
    join:
      - file: heads.csv
        on: order
`,
    files: { 'orders.csv': 'order,amount\n7,100.00\n', 'heads.csv': 'order,date\n7,2026-01-05\n7,2026-01-06\n' },
    line: 21,
    column: 15,
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
    join:
      - file: heads.csv
        on: order
`,
    files: { 'orders.csv': 'order,amount\n7,100.00\n', 'heads.csv': 'order,date\n7,2026-01-05\n8,2026-01-06\n' },
  },
};

function en(args: Args): Words {
  return {
    message: `${quoted(args.file, 'en')} has the key ${quoted(args.value ?? args.key, 'en')} more than once; the first counts.`,
    help: 'Keep one row for each key.',
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.file, 'zh')}中键${quoted(args.value ?? args.key, 'zh')}出现多次；以第一条为准。`,
    help: '请每个键只保留一行。',
  };
}
