import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const currency: Rule = {
  id: 'data/currency',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A row is in a currency that the plan has no rate for.',
      why: 'Two currencies are never added up silently: the row is left out of every total.',
      mend: 'Give a dated rate: rates: {USD: {2026-01-01: 7.02}}.',
    },
    zh: {
      title: '某行的货币在计划中没有汇率。',
      why: '两种货币绝不会悄悄相加：这一行不计入任何合计。',
      mend: '请写明带日期的汇率：rates: {USD: {2026-01-01: 7.02}}。',
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
    columns: {date: date, amount: amount, currency: currency}
`,
    files: { 'orders.csv': 'date,amount,currency\n2026-01-05,100.00,CNY\n2026-02-28,50.00,USD\n' },
    line: 3,
    column: 1,
    file: 'orders.csv',
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
rates:
  USD: {2026-01-01: 7.02}
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
    columns: {date: date, amount: amount, currency: currency}
`,
    files: { 'orders.csv': 'date,amount,currency\n2026-01-05,100.00,CNY\n2026-02-28,50.00,USD\n' },
  },
};

function en(args: Args): Words {
  if (args.plan !== undefined)
    return {
      message: `The target ${quoted(args.value, 'en')} is in ${told(args.label)}, the plan in ${told(args.plan)}.`,
      help: `Write it in ${told(args.plan)}.`,
    };
  return {
    message: `There is no rate for the currency ${quoted(args.label, 'en')} on the day of this row.`,
    help: `Add it to the plan: ${exampleOf(args)}.`,
  };
}

function zh(args: Args): Words {
  if (args.plan !== undefined)
    return {
      message: `目标值${quoted(args.value, 'zh')}的货币是 ${told(args.label)}，而计划的货币是 ${told(args.plan)}。`,
      help: `请换算成 ${told(args.plan)}。`,
    };
  return { message: `这一行当天没有货币${quoted(args.label, 'zh')}的汇率。`, help: `请加到计划中：${exampleOf(args)}。` };
}

/** What one of the currency is worth is for the planner to say. */
function exampleOf({ label }: Args): string {
  return /^[A-Za-z]{3}$/.test(told(label)) && told(label) !== 'USD'
    ? `rates: {${told(label).toUpperCase()}: {2026-01-01: …}}`
    : 'rates: {USD: {2026-01-01: 7.02}}';
}
