import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const outsideFolder: Rule = {
  id: 'data/outside-folder',
  severity: 'error',
  explanation: {
    en: {
      title: "A data file lies outside of the plan's folder.",
      why: 'A plan should mean the same on every machine; a path outside could read what is not yours to show.',
      mend: 'Move the file into the folder, or run with --allow-outside.',
    },
    zh: {
      title: '数据文件在计划文件夹之外。',
      why: '计划在每台机器上都应相同；外部路径可能读到不该展示的内容。',
      mend: '请把文件移到文件夹里，或用 --allow-outside 运行。',
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
    from: ../orders.csv
    columns: {date: date, amount: amount}
`,
    files: {},
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
  return {
    message: `${quoted(args.path ?? args.file, 'en')} lies outside of the plan's folder.`,
    help: 'Move it into the folder, or run with --allow-outside.',
  };
}

function zh(args: Args): Words {
  return { message: `${quoted(args.path ?? args.file, 'zh')}在计划文件夹之外。`, help: '请移到文件夹里，或用 --allow-outside 运行。' };
}
