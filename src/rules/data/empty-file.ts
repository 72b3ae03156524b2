import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { list, quoted, told } from '../words.ts';

export const emptyFile: Rule = {
  id: 'data/empty-file',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A data file holds no rows, or none that counts.',
      why: 'It may be an export that failed, or a stage may be called otherwise than where: or the preset says.',
      mend: 'Export it again, take it out of the plan, or name what counts under where.',
    },
    zh: {
      title: '数据文件没有内容，或没有一行计入。',
      why: '可能是导出失败，也可能阶段的叫法与 where 或预设不同。',
      mend: '请重新导出、从计划中去掉，或在 where 中写明哪些计入。',
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
    files: { 'orders.csv': ' \n' },
    line: 18,
    column: 11,
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
  if (args.column !== undefined)
    return {
      message: `No row of ${quoted(args.source, 'en')} counts: ${quoted(args.column, 'en')} is never ${list(args.wanted)
        .map((label) => quoted(label, 'en'))
        .join(' or ')}.`,
      help: `It is ${shown(args, 'en')}. Name what counts: where: {${told(args.column)}: […]}.`,
    };
  return { message: `The file ${quoted(args.file, 'en')} holds no rows.`, help: 'Export it again, or take it out of the plan.' };
}

function zh(args: Args): Words {
  if (args.column !== undefined)
    return {
      message: `${quoted(args.source, 'zh')}没有一行计入：列${quoted(args.column, 'zh')}从来不是${list(args.wanted)
        .map((label) => quoted(label, 'zh'))
        .join('或')}。`,
      help: `其中有：${shown(args, 'zh')}。请写明哪些计入：where: {${told(args.column)}: […]}。`,
    };
  return { message: `文件${quoted(args.file, 'zh')}没有数据行。`, help: '请重新导出，或从计划中去掉。' };
}

function shown({ known }: Args, language: 'en' | 'zh'): string {
  return list(known)
    .map((label) => quoted(label, language))
    .join(language === 'zh' ? '、' : ', ');
}
