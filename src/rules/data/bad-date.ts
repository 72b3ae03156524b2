import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { countedIn, joinedHelp, quoted, told } from '../words.ts';

export const badDate: Rule = {
  id: 'data/bad-date',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A row has no date that can be read.',
      why: 'A sale on no day belongs to no period; the row is left out and counted as rejected.',
      mend: 'Correct the date in the file, or declare its form under formats.date.',
    },
    zh: {
      title: '行中的日期读不懂。',
      why: '没有日期的销售不属于任何期间；该行不计入，并记为拒绝。',
      mend: '请改正文件中的日期，或在 formats.date 中说明格式。',
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
    files: { 'orders.csv': 'date,amount\n2026-01-05,100.00\n2026-02-30,50.00\n' },
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
    message:
      args.value === ''
        ? `${args.rows === undefined ? 'This row has' : `${countedIn(args.rows, 'row')} ${told(args.rows) === '1' ? 'has' : 'have'}`} no date.`
        : `${quoted(args.value, 'en')} ${args.isAmbiguous === undefined ? 'is no date' : 'may have its day or its month first'}.`,
    help:
      joinedHelp(args, 'en') ??
      (args.isAmbiguous === undefined
        ? 'Correct it in the file, or declare the form under formats: {date: DD-MM-YYYY}.'
        : `Say in the plan which form the file has: ${formsOf(args, 'or')}.`),
  };
}

function zh(args: Args): Words {
  return {
    message:
      args.value === ''
        ? `${args.rows === undefined ? '这一行' : `有 ${args.rows} 行`}没有日期。`
        : `${quoted(args.value, 'zh')}${args.isAmbiguous === undefined ? '不是日期' : '的日和月可能颠倒'}。`,
    help:
      joinedHelp(args, 'zh') ??
      (args.isAmbiguous === undefined
        ? '请在文件中改正，或在 formats: {date: DD-MM-YYYY} 中说明格式。'
        : `请在计划中写明文件的日期格式：${formsOf(args, '或')}。`),
  };
}

/** The forms that the text can have, with its own marks: `03/25/2026` has its month first. */
function formsOf(args: Args, or: string): string {
  const [, first = '', mark = '-', second = ''] = /^(\d{1,2})([-/.])(\d{1,2})/.exec(told(args.value).normalize('NFKC').trim()) ?? [];
  const [dayFirst, monthFirst] = [
    ['DD', 'MM'],
    ['MM', 'DD'],
  ].map((parts) => `formats: {date: ${[...parts, 'YYYY'].join(mark)}}`);
  if (Number(first) > 12) return String(dayFirst);
  return Number(second) > 12 ? String(monthFirst) : `${dayFirst} ${or} ${monthFirst}`;
}
