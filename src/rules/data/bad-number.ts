import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const badNumber: Rule = {
  id: 'data/bad-number',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A row has an amount that can not be read.',
      why: 'A guessed amount would be wrong to the cent; the row is left out and counted as rejected.',
      mend: 'Correct the amount in the file; declare formats.decimal when the decimal sign is a comma.',
    },
    zh: {
      title: '行中的金额读不懂。',
      why: '猜出来的金额不可能分毫不差；该行不计入，并记为拒绝。',
      mend: '请在文件中改正金额；小数点是逗号时请在 formats.decimal 中说明。',
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
    files: { 'orders.csv': 'date,amount\n2026-01-05,100.00\n2026-02-28,5O.00\n' },
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
    files: { 'orders.csv': 'date,amount\n2026-01-05,100.00\n2026-02-28,50.00\n' },
  },
};

function en(args: Args): Words {
  return {
    message: `${quoted(args.value, 'en')} is no number.`,
    help: 'Correct it in the file; declare formats: {decimal: ","} when the decimal sign is a comma.',
  };
}

function zh(args: Args): Words {
  return { message: `${quoted(args.value, 'zh')}不是数字。`, help: '请在文件中改正；小数点是逗号时请写 formats: {decimal: ","}。' };
}
