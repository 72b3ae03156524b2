import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { countedIn, list, told } from '../words.ts';

export const ambiguousSegment: Rule = {
  id: 'data/ambiguous-segment',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Rows match two segments equally well.',
      why: 'They would count twice, or in whichever comes first.',
      mend: 'Make the match of one segment more specific.',
    },
    zh: {
      title: '有的行同时符合两个细分市场。',
      why: '会被重复计算，或算给排在前面的那个。',
      mend: '请让其中一个的 match 更具体。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, match: {region: [E]}}
  young: {name: Young, owner: lina, match: {age: [young]}}
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
    files: { 'orders.csv': 'date,amount,region,age\n2026-01-05,100.00,E,old\n2026-02-28,50.00,E,young\n' },
    line: 3,
    column: 1,
    file: 'orders.csv',
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, match: {region: [E]}}
  young: {name: Young in the east, owner: lina, match: {region: [E], age: [young]}}
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
    files: { 'orders.csv': 'date,amount,region,age\n2026-01-05,100.00,E,old\n2026-02-28,50.00,E,young\n' },
  },
};

function en(args: Args): Words {
  return {
    message: `${countedIn(args.rows ?? 'Some', 'row')} ${args.rows === '1' || args.rows === 1 ? 'matches' : 'match'} ${list(args.segments).join(' and ')} equally well.`,
    help: 'Make one of the two match more specific.',
  };
}

function zh(args: Args): Words {
  return {
    message: `有 ${told(args.rows ?? '一些')} 行同时符合 ${list(args.segments).join(' 和 ')}。`,
    help: '请让其中一个的 match 更具体。',
  };
}
