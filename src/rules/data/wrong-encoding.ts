import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const wrongEncoding: Rule = {
  id: 'data/wrong-encoding',
  severity: 'error',
  explanation: {
    en: {
      title: 'A data file is in another encoding than declared.',
      why: 'Names would not match, and amounts could be misread.',
      mend: 'Write encoding: auto, or the encoding that the file has.',
    },
    zh: {
      title: '数据文件的编码与声明不符。',
      why: '名称会对不上，金额也可能读错。',
      mend: '请写 encoding: auto，或写文件实际的编码。',
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
    encoding: utf-16
    columns: {date: date, amount: amount}
`,
    files: { 'orders.csv': 'date,amount\n2026-01-05,100.00\n' },
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
  if (args.declared === 'auto')
    return {
      message: `The file ${quoted(args.file, 'en')} is no text in UTF-8, UTF-16 or GB18030: it is damaged, or something else than its name says.`,
      help: 'Open it to see what it is, and export it again; a file in Big5 needs encoding: big5.',
    };
  return {
    message: `The file ${quoted(args.file, 'en')} is not ${told(args.declared)}${args.looksLike === undefined ? '' : `; it looks like ${told(args.looksLike)}`}.`,
    help: 'Write encoding: auto, or the encoding that the file has.',
  };
}

function zh(args: Args): Words {
  if (args.declared === 'auto')
    return {
      message: `文件${quoted(args.file, 'zh')}不是 UTF-8、UTF-16 或 GB18030 的文本：文件已损坏，或内容与名称不符。`,
      help: '请打开看看内容，重新导出；Big5 编码的文件请写 encoding: big5。',
    };
  return {
    message: `文件${quoted(args.file, 'zh')}不是 ${told(args.declared)}${args.looksLike === undefined ? '' : `，看起来像 ${told(args.looksLike)}`}。`,
    help: '请写 encoding: auto，或写文件实际的编码。',
  };
}
