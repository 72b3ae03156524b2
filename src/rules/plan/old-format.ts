import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { told } from '../words.ts';

export const oldFormat: Rule = {
  id: 'plan/old-format',
  severity: 'warning',
  explanation: {
    en: {
      title: 'The plan names a format older than the one that this program reads.',
      why: 'Keys may have had another name or meaning then; the plan is read as if it were written today.',
      mend: 'Set the number of today, and mend what check finds after that.',
    },
    zh: {
      title: '计划声明的格式版本早于本程序所读的版本。',
      why: '当时的键可能名称或含义不同；现在按最新格式读取。',
      mend: '请改成现在的版本号，再修正 check 找出的问题。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 0
name: Growth 2026
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
goals:
  revenue:
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
    line: 1,
    column: 12,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
goals:
  revenue:
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
  },
};

function en(args: Args): Words {
  return {
    message: `The plan says that it is written in format ${told(args.value)}; the format is ${told(args.least)} now.`,
    help: `Write salesplan: ${told(args.least)}, then check again.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `计划声明的格式版本是 ${told(args.value)}，现在的版本是 ${told(args.least)}。`,
    help: `请写 salesplan: ${told(args.least)}，然后重新检查。`,
  };
}
