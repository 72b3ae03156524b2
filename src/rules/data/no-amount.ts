import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { countedIn, joinedHelp, told } from '../words.ts';

export const noAmount: Rule = {
  id: 'data/no-amount',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Rows have no amount.',
      why: 'They count as rows but add nothing: the total may be too low.',
      mend: 'Fill in the amounts, or leave the rows out with where.',
    },
    zh: {
      title: '有的行没有金额。',
      why: '它们计入行数但不增加金额：合计可能偏低。',
      mend: '请补上金额，或用 where 排除。',
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
    files: { 'orders.csv': 'date,amount\n2026-01-05,100.00\n2026-02-28,\n' },
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
    files: { 'orders.csv': 'date,amount\n2026-01-05,100.00\n2026-02-28,0\n' },
  },
};

function en(args: Args): Words {
  const { rows } = args;
  return {
    message: rows === undefined ? 'This row has no amount.' : `${countedIn(rows, 'row')} ${told(rows) === '1' ? 'has' : 'have'} no amount.`,
    help: joinedHelp(args, 'en') ?? 'Fill it in, or leave the rows out with where:.',
  };
}

function zh(args: Args): Words {
  const { rows } = args;
  return {
    message: rows === undefined ? '这一行没有金额。' : `有 ${rows} 行没有金额。`,
    help: joinedHelp(args, 'zh') ?? '请补上，或用 where: 排除。',
  };
}
