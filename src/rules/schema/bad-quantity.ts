import type { Args } from '../../model/finding.ts';
import { suggested } from '../mend.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const badQuantity: Rule = {
  id: 'schema/bad-quantity',
  severity: 'error',
  explanation: {
    en: {
      title: 'A number can not be read.',
      why: 'A target that is misread is worse than none.',
      mend: 'Write 120000000, 120_000_000, "1,200", 120M, 1.5k, 9800万 or 1.2亿.',
    },
    zh: {
      title: '数量读不懂。',
      why: '读错的目标比没有目标更糟。',
      mend: '请写成 120000000、120_000_000、"1,200"、120M、1.5k、9800万 或 1.2亿。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  mend: suggested,
  mends: 'either',
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
  south: {name: South, owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12MM
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
    line: 16,
    column: 13,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
  south: {name: South, owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
  },
};

function en(args: Args): Words {
  return {
    message: `${quoted(args.value, 'en')} is no quantity.`,
    help:
      args.suggestion === undefined ? 'Write a number such as 120000000, 120_000_000, 120M or 1.2亿.' : `Write ${told(args.suggestion)}.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.value, 'zh')}不是数量。`,
    help: args.suggestion === undefined ? '请写数字，例如 120000000、120_000_000、120M 或 1.2亿。' : `请写成 ${told(args.suggestion)}。`,
  };
}
