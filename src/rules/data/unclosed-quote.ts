import type { Rule } from '../rule.ts';
import { told } from '../words.ts';

export const unclosedQuote: Rule = {
  id: 'data/unclosed-quote',
  severity: 'error',
  explanation: {
    en: {
      title: 'A quote is never closed.',
      why: 'All that stands behind it is one cell, so none of its rows is read: the sums would be short of them.',
      mend: 'Close the quote, or take it away.',
    },
    zh: {
      title: '引号没有闭合。',
      why: '引号之后的全部内容都成了一个单元格，其中的行一行也没有读到，合计会缺少它们。',
      mend: '请补上闭合的引号，或删去这个引号。',
    },
  },
  words: ({ line, last, rows }, language) =>
    language === 'zh'
      ? {
          message: `第 ${told(line)}–${told(last)} 行（共 ${told(rows)} 行）没有读到：第 ${told(line)} 行的引号没有闭合。`,
          help: '请在文件中补上闭合的引号，或删去这个引号；这些行都记为拒绝。',
        }
      : {
          message: `Lines ${told(line)} to ${told(last)} (${told(rows)}) are not read: the quote in line ${told(line)} never closes.`,
          help: 'Close the quote in the file, or take it away; all these lines count as rejected.',
        },
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
    files: { 'orders.csv': 'date,amount,note\n2026-01-05,100.00,a\n2026-02-28,"50.00,b\n2026-03-05,70.00,c\n' },
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
    files: { 'orders.csv': 'date,amount,note\n2026-01-05,100.00,a\n2026-02-28,"50.00",b\n2026-03-05,70.00,c\n' },
  },
};
