import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const unreadableFile: Rule = {
  id: 'data/unreadable-file',
  severity: 'error',
  explanation: {
    en: {
      title: 'A data file can not be read.',
      why: 'Its numbers are missing from every report.',
      mend: 'Look at its permissions, and that it is a file.',
    },
    zh: {
      title: '数据文件无法读取。',
      why: '每份报告都会缺少它的数字。',
      mend: '请检查权限，并确认它是文件。',
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
    files: { 'orders.csv/may.csv': 'date,amount\n2026-01-05,100.00\n' },
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
    from: orders.csv/may.csv
    columns: {date: date, amount: amount}
`,
    files: { 'orders.csv/may.csv': 'date,amount\n2026-01-05,100.00\n' },
  },
};

const REASONS: Readonly<Record<string, Readonly<Record<'en' | 'zh', string>>>> = {
  directory: { en: 'it is a folder', zh: '它是文件夹' },
  denied: { en: 'its permissions do not allow it', zh: '没有读取权限' },
  format: {
    en: 'its ending is none that can be read: .csv, .tsv, .txt, .xlsx, .parquet, .json, .ndjson, also with .gz',
    zh: '无法读取这种扩展名的文件：可用 .csv、.tsv、.txt、.xlsx、.parquet、.json、.ndjson，也可加 .gz',
  },
  'old-workbook': {
    en: 'it is an Excel file of the old kind, or has a password: save it as .xlsx without one',
    zh: '它是旧格式的 Excel 文件，或有密码：请另存为没有密码的 .xlsx',
  },
  'not-workbook': {
    en: 'it is no Excel workbook, whatever its name says: open it and save it as .xlsx',
    zh: '它不是 Excel 工作簿：请打开后另存为 .xlsx',
  },
  'no-sheet': { en: 'it has no sheet of the name that formats: {sheet: …} gives', zh: '其中没有 formats: {sheet: …} 所写的工作表' },
  truncated: { en: 'it breaks off: copy or export it again', zh: '文件不完整：请重新复制或导出' },
  'too-large': { en: 'it swells to more than can be read', zh: '解压后过大，无法读取' },
  'not-packed': { en: 'it is no gzip file, whatever its name says', zh: '它不是 gzip 文件' },
  'web-page': {
    en: 'it is a web page, not a table: open it and save it as .csv or .xlsx, or log in and export it again',
    zh: '它是网页，不是表格：请打开后另存为 .csv 或 .xlsx，或登录后重新导出',
  },
  'not-json': { en: 'it is no JSON of records, whatever its name says', zh: '它不是由记录组成的 JSON 文件' },
  'not-parquet': { en: 'it is no whole Parquet file', zh: '它不是完整的 Parquet 文件' },
};

/** What opens a file that we can't, by its ending. */
const OTHERS: readonly { readonly endings: RegExp; readonly en: string; readonly zh: string }[] = [
  {
    endings: /\.(xls|xlsb|ods|et|numbers)$/i,
    en: 'Open it and save it as .xlsx.',
    zh: '请打开后另存为 .xlsx。',
  },
  { endings: /\.(zip|rar|7z|tar|tgz)(\.gz)?$/i, en: 'Unpack it and name the files in it.', zh: '请解压后指明其中的文件。' },
];

/** Names of sheets where the one that is meant is none of them. */
function sheetsOf({ sheets }: Args, separator: string): string {
  return Array.isArray(sheets) ? sheets.slice(0, 12).join(separator) : '';
}

function otherOf({ file }: Args): (typeof OTHERS)[number] | undefined {
  return OTHERS.find(({ endings }) => endings.test(String(file)));
}

function en(args: Args): Words {
  const sheets = sheetsOf(args, ', ');
  const reason = REASONS[String(args.reason)]?.en;
  return {
    message: `${quoted(args.path ?? args.file, 'en')} can not be read${reason === undefined ? '' : `: ${reason}`}.`,
    help:
      sheets !== ''
        ? `It has the sheets ${sheets}.`
        : (otherOf(args)?.en ?? 'Name a file that can be read; a folder is meant as folder/*.csv.'),
  };
}

function zh(args: Args): Words {
  const sheets = sheetsOf(args, '、');
  const reason = REASONS[String(args.reason)]?.zh;
  return {
    message: `${quoted(args.path ?? args.file, 'zh')}无法读取${reason === undefined ? '' : `：${reason}`}。`,
    help: sheets !== '' ? `其中的工作表有：${sheets}。` : (otherOf(args)?.zh ?? '请指明可读的文件；文件夹请写成 文件夹/*.csv。'),
  };
}
