import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { told } from '../words.ts';

export const badRow: Rule = {
  id: 'data/bad-row',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A row can not be read.',
      why: 'Its cells can not be told apart, so nothing in it can be trusted; it is counted as rejected.',
      mend: 'Look for a quote that is not closed or a delimiter too many.',
    },
    zh: {
      title: '行读不懂。',
      why: '无法分清单元格，其中的内容都不可信；记为拒绝。',
      mend: '请查找没有闭合的引号或多余的分隔符。',
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
    files: { 'orders.csv': 'date,amount\n2026-01-05,100.00\n2026-02-28,50.00,extra\n' },
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

const REASONS: Readonly<Record<string, Readonly<Record<'en' | 'zh', string>>>> = {
  'unquoted-value': { en: 'a quote in it is never closed, or stands in the middle of a cell', zh: '引号没有闭合，或出现在单元格中间' },
  'too-many-columns': { en: 'it has more cells than the header', zh: '单元格比表头多' },
  'invalid-encoding': { en: 'it is not in the encoding of the file', zh: '编码与文件不一致' },
  truncated: { en: 'the file breaks off inside it', zh: '文件在这里中断' },
  'no-json': { en: 'it is no JSON object', zh: '它不是 JSON 对象' },
  'rows-in-cell': { en: 'a quote opens here and closes only there, with rows in between', zh: '这里的引号到那里才闭合，中间夹着数据行' },
  'line-size-over-maximum': { en: 'it is too long; a quote may not be closed', zh: '太长，可能有引号没有闭合' },
};

function en(args: Args): Words {
  const reason = REASONS[String(args.reason)]?.en;
  return {
    message: `${args.rows === undefined ? 'This row' : `Everything from here to line ${told(args.last)} (${told(args.rows)} lines)`} can not be read${reason === undefined ? '' : `: ${reason}`}.`,
    help:
      args.reason === 'truncated'
        ? 'Copy or export the file again; if the row is whole, give it all its cells or end it with a line break.'
        : 'Mend the row in the file; what follows up to the closing quote belongs to it.',
  };
}

function zh(args: Args): Words {
  const reason = REASONS[String(args.reason)]?.zh;
  return {
    message: `${args.rows === undefined ? '这一行' : `从这里到第 ${told(args.last)} 行（共 ${told(args.rows)} 行）都`}读不懂${reason === undefined ? '' : `：${reason}`}。`,
    help:
      args.reason === 'truncated'
        ? '请重新复制或导出文件；如果这一行是完整的，请补齐单元格，或在行末换行。'
        : '请在文件中改正这一行；直到引号闭合之处的内容都属于它。',
  };
}
