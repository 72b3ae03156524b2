import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const foldedLabel: Rule = {
  id: 'data/folded-label',
  severity: 'info',
  explanation: {
    en: {
      title: 'Labels in the data match the plan only loosely.',
      why: 'Blanks, letter case or widths of characters differ: what looks alike may be somebody else.',
      mend: 'Look through the list in actual status; write aliases, or map labels under values: {…}.',
    },
    zh: {
      title: '数据中的名称只是大致与计划相符。',
      why: '空格、大小写或全半角不同：看起来一样的名称可能另有所指。',
      mend: '请查看 actual status 中的列表；写明别名，或在 values: {…} 中对应。',
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
    columns: {date: date, amount: amount, owner: seller}
`,
    files: { 'orders.csv': 'date,amount,seller\n2026-01-05,100.00, LINA\n' },
    line: 17,
    column: 3,
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
    files: { 'orders.csv': 'date,amount,seller\n2026-01-05,100.00,Lina\n' },
  },
};

function en(args: Args): Words {
  return {
    message: `${told(args.labels)} of the labels for ${told(args.field)} match only after trimming or folding; ${quoted(args.label, 'en')} is taken for ${quoted(args.id, 'en')}.`,
    help: 'salesplan actual status lists them all. Add an alias, or map them under values: {…}, where that is not meant.',
  };
}

function zh(args: Args): Words {
  return {
    message: `${fieldName(args.field)}中有 ${told(args.labels)} 个名称在去空格、统一字形之后才相符；${quoted(args.label, 'zh')}被当作${quoted(args.id, 'zh')}。`,
    help: 'salesplan actual status 会全部列出。若并非此意，请加别名，或在 values: {…} 中对应。',
  };
}

function fieldName(field: Args[string]): string {
  return { owner: '负责人', segment: '细分市场', product: '产品', channel: '渠道' }[String(field)] ?? String(field);
}
