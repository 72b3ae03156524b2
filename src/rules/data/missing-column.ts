import type { Args } from '../../model/finding.ts';
import { nearest } from '../mend.ts';
import type { Rule, Words } from '../rule.ts';
import { list, quoted, suggestion } from '../words.ts';

export const missingColumn: Rule = {
  id: 'data/missing-column',
  severity: 'error',
  explanation: {
    en: {
      title: 'A column that the plan names is not in the file.',
      why: 'The source can not be read without it, so its numbers are missing.',
      mend: 'Correct the header under columns.',
    },
    zh: {
      title: '计划中写的列不在文件里。',
      why: '没有它就无法读取这个来源，数字会缺失。',
      mend: '请改正 columns 中的表头。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  mend: (args, at) => nearest(args, at, false),
  mends: 'unsafe',
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
    columns: {date: date, amount: amout}
`,
    files: { 'orders.csv': 'date,amount\n2026-01-05,100.00\n' },
    line: 19,
    column: 35,
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
    files: { 'orders.csv': 'date,amount\n2026-01-05,100.00\n' },
  },
};

function en(args: Args): Words {
  return {
    message:
      args.field === undefined
        ? `The file ${quoted(args.file, 'en')} has no column ${quoted(args.column, 'en')}.`
        : `No column of ${quoted(args.file, 'en')} is known to hold the ${args.field}.`,
    help:
      args.field === undefined
        ? suggestion(args, 'en', 'Correct the header under columns:.')
        : (oneCell(args, 'en') ?? `Name it: columns: {${args.field}: …}. ${suggestion(args, 'en', '')}`.trim()),
  };
}

function zh(args: Args): Words {
  return {
    message:
      args.field === undefined
        ? `文件${quoted(args.file, 'zh')}没有列${quoted(args.column, 'zh')}。`
        : `${quoted(args.file, 'zh')}中认不出哪一列是${args.field === 'date' ? '日期' : '金额'}。`,
    help:
      args.field === undefined
        ? suggestion(args, 'zh', '请改正 columns 中的表头。')
        : (oneCell(args, 'zh') ?? `请写明：columns: {${args.field}: …}。${suggestion(args, 'zh', '')}`),
  };
}

/** A header that is a single cell: what stands between its names is none of the usual marks. */
function oneCell({ known }: Args, language: 'en' | 'zh'): string | undefined {
  const [header, second] = list(known);
  if (header === undefined || second !== undefined || !/[^\p{L}\p{N}_]\s*[\p{L}\p{N}]/u.test(header.trim())) return undefined;
  return language === 'zh'
    ? `表头${quoted(header, 'zh')}整行是一个单元格：请用半角逗号、分号或制表符分隔，或在 formats: {delimiter: …} 中写明分隔符。`
    : `The header ${quoted(header, 'en')} is one cell: divide the cells by plain commas, semicolons or tabs, or name the mark: formats: {delimiter: …}.`;
}
