import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { countedIn, quoted, told } from '../words.ts';

export const creditNot100: Rule = {
  id: 'data/credit-not-100',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Rows that several people share do not say who has what.',
      why: 'Credit must be given once: what is missing stands as unassigned, what is over would count twice.',
      mend: 'Write the shares in the cell (Lina 60%; Zhao 40%), or map it under values: {owner: {…}}.',
    },
    zh: {
      title: '多人共享的数据没有写清各占多少。',
      why: '业绩只能算一次：缺的部分列为「未分配」，多的部分会算两次。',
      mend: '请在单元格中写明份额（李娜 60%；赵敏 40%），或在 values: {owner: {…}} 中对应。',
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
    zhao: {name: Zhao}
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
    columns: {date: date, amount: amount, owner: seller}
`,
    files: { 'orders.csv': 'date,amount,seller\n2026-01-05,100.00,Lina\n2026-02-28,50.00,Lina/Zhao\n' },
    line: 3,
    column: 1,
    file: 'orders.csv',
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
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
    columns: {date: date, amount: amount, owner: seller}
`,
    files: { 'orders.csv': 'date,amount,seller\n2026-01-05,100.00,Lina\n2026-02-28,50.00,Lina 60%/Zhao 40%\n' },
  },
};

function en(args: Args): Words {
  const rows = args.rows === undefined ? '' : ` (${countedIn(args.rows, 'row')})`;
  return {
    message: `The shares in ${quoted(args.label, 'en')} total ${told(args.total)}%, not 100%${rows}.`,
    help: 'Write the share of each, or map the cell: values: {owner: {"…": "lina 60%, zhao 40%"}}.',
  };
}

function zh(args: Args): Words {
  const rows = args.rows === undefined ? '' : `（${told(args.rows)} 行）`;
  return {
    message: `${quoted(args.label, 'zh')}中的份额合计 ${told(args.total)}%，不是 100%${rows}。`,
    help: '请写明每人的份额，或对应该单元格：values: {owner: {"…": "lina 60%, zhao 40%"}}。',
  };
}
