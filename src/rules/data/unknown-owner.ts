import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { countedIn, quoted, severalWords, suggestion, told } from '../words.ts';

export const unknownOwner: Rule = {
  id: 'data/unknown-owner',
  severity: 'warning',
  explanation: {
    en: {
      title: 'An owner in the data is nobody in the team.',
      why: 'What nobody owns stands as unassigned in every report.',
      mend: 'Add the person, an alias, or a line under values: {owner: {…}}.',
    },
    zh: {
      title: '数据中的负责人不在团队里。',
      why: '没有人负责的部分在每份报告中都会列为「未分配」。',
      mend: '请添加此人、别名，或在 values: {owner: {…}} 中对应。',
    },
  },
  words: (args, language) => severalWords(args, language, 'owner') ?? (language === 'zh' ? zh(args) : en(args)),
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
    columns: {date: date, amount: amount, owner: seller}
`,
    files: { 'orders.csv': 'date,amount,seller\n2026-01-05,100.00,Lina\n2026-02-28,50.00,Zed\n' },
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
    columns: {date: date, amount: amount, owner: seller}
`,
    files: { 'orders.csv': 'date,amount,seller\n2026-01-05,100.00,Lina\n2026-02-28,50.00,lina\n' },
  },
};

function en(args: Args): Words {
  return {
    message: `Nobody in the team is called ${quoted(args.label ?? args.value, 'en')}${args.rows === undefined ? '' : ` (${countedIn(args.rows, 'row')})`}.`,
    help: suggestion(args, 'en', 'Add the person or an alias, or map the label under values: {owner: {…}}.'),
  };
}

function zh(args: Args): Words {
  return {
    message: `团队中没有${quoted(args.label ?? args.value, 'zh')}${args.rows === undefined ? '' : `（${told(args.rows)} 行）`}。`,
    help: suggestion(args, 'zh', '请添加此人或别名，或在 values: {owner: {…}} 中对应。'),
  };
}
