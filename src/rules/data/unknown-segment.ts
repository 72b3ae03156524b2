import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { countedIn, matchHelp, severalWords, told } from '../words.ts';

export const unknownSegment: Rule = {
  id: 'data/unknown-segment',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Rows match no segment.',
      why: 'Their sales count in the total but in no segment.',
      mend: 'Widen the match of a segment.',
    },
    zh: {
      title: '有的行不属于任何细分市场。',
      why: '它们的销售计入总数，但不属于任何细分市场。',
      mend: '请放宽某个细分市场的 match。',
    },
  },
  words: (args, language) => severalWords(args, language, 'segment') ?? (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, match: {region: [E]}}
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
    files: { 'orders.csv': 'date,amount,region\n2026-01-05,100.00,E\n2026-02-28,50.00,Q\n' },
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
    files: { 'orders.csv': 'date,amount,region\n2026-01-05,100.00,E\n2026-02-28,50.00,E\n' },
  },
};

function en(args: Args): Words {
  return {
    message: `${countedIn(args.rows ?? 'Some', 'row')} ${args.rows === '1' || args.rows === 1 ? 'matches' : 'match'} no segment${args.label === undefined ? '' : ` (${told(args.label)})`}.`,
    help: matchHelp(args, 'en', 'segment'),
  };
}

function zh(args: Args): Words {
  return {
    message: `有 ${told(args.rows ?? '一些')} 行不属于任何细分市场${args.label === undefined ? '' : `（${told(args.label)}）`}。`,
    help: matchHelp(args, 'zh', 'segment'),
  };
}
