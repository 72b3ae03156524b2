import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

/** A workbook with two sheets, Jan and Feb, each with a date and an amount. */
const WORKBOOK = [
  'UEsDBBQAAAAIAABAIQCtURkNOgAAAGAAAAAPAAAAeGwvd29ya2Jvb2sueG1ssynPL8pOys/PtrMpzkhNLSmG0gp5ibmptkpeiXlKCkVWmSm2SkUGSvqokm6p',
  'SXBJQ5CkPswIfbipAFBLAwQUAAAACAAAQCEAWZwWVjcAAABtAAAAGgAAAHhsL19yZWxzL3dvcmtib29rLnhtbC5yZWxzswlKzUksyczPK87ILCi2Q+EqeKbY',
  'KhUZKCmEJBalp5bYKhUb6FXk5ijpY1NmiKTMEKZMH9V0AFBLAwQUAAAACAAAQCEAzPKvT2MAAAC3AAAACQAAAHhsL3MwLnhtbF3OQQqAIBAF0KuE+5hRqNU0',
  'qy4iJQRRgk16/ayFhqsZ/ofHp+TDfm3OCdN3ZiuWKfjUhUlpxbR0MqlLQn4jr1YcQWSCpWns4e9TSgdZKIxpGYNm7FH3OFTszTViI8BvFNStD1BLAwQUAAAA',
  'CAAAQCEAZfkmAWMAAAC3AAAACQAAAHhsL3MxLnhtbF3OQQqAIBAF0KuE+xgVajXNqouICUGUoJNeP2uh4WqG/+HxMftwxN05JvzOatgQBp+HsAglCO3Ai4gc',
  'yptoM+wQEiHYrjGnvy+uHRShMrpntNTzKNUop4a9uZKqE+A3CtrWB1BLAQIUABQAAAAIAABAIQCtURkNOgAAAGAAAAAPAAAAAAAAAAAAAAAAAAAAAAB4bC93',
  'b3JrYm9vay54bWxQSwECFAAUAAAACAAAQCEAWZwWVjcAAABtAAAAGgAAAAAAAAAAAAAAAABnAAAAeGwvX3JlbHMvd29ya2Jvb2sueG1sLnJlbHNQSwECFAAU',
  'AAAACAAAQCEAzPKvT2MAAAC3AAAACQAAAAAAAAAAAAAAAADWAAAAeGwvczAueG1sUEsBAhQAFAAAAAgAAEAhAGX5JgFjAAAAtwAAAAkAAAAAAAAAAAAAAAAA',
  'YAEAAHhsL3MxLnhtbFBLBQYAAAAABAAEAPMAAADqAQAAAAA=',
].join('');

export const unreadSheets: Rule = {
  id: 'data/unread-sheets',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A workbook has more sheets with rows than the one that is read.',
      why: 'Their numbers are missing from every report.',
      mend: 'Name the sheet that is meant under formats: {sheet: …}; give each further one a source of its own.',
    },
    zh: {
      title: '工作簿中还有其他工作表有数据，没有读取。',
      why: '每份报告都会缺少它们的数字。',
      mend: '请在 formats: {sheet: …} 中指明工作表；其他工作表请各写一个来源。',
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
    from: orders.xlsx
    columns: {date: date, amount: amount}
`,
    files: { 'orders.xlsx': Uint8Array.from(atob(WORKBOOK), (byte) => byte.charCodeAt(0)) },
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
    from: orders.xlsx
    columns: {date: date, amount: amount}
    formats: {sheet: Jan}
`,
    files: { 'orders.xlsx': Uint8Array.from(atob(WORKBOOK), (byte) => byte.charCodeAt(0)) },
  },
};

function en(args: Args): Words {
  return {
    message: `${quoted(args.file, 'en')} has rows in other sheets too, which are not read: ${told(args.sheets)}.`,
    help: 'Name the sheet that is meant under formats: {sheet: …}; give each further one a source of its own.',
  };
}

function zh(args: Args): Words {
  const sheets = Array.isArray(args.sheets) ? args.sheets.join('、') : told(args.sheets);
  return {
    message: `${quoted(args.file, 'zh')}的其他工作表也有数据，没有读取：${sheets}。`,
    help: '请在 formats: {sheet: …} 中指明工作表；其他工作表请各写一个来源。',
  };
}
