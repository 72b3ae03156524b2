import type { Args } from '../../model/finding.ts';
import { suggested } from '../mend.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const badDuration: Rule = {
  id: 'schema/bad-duration',
  severity: 'error',
  explanation: {
    en: {
      title: 'A duration can not be read.',
      why: 'Rhythms and response times are only checked when they can be read.',
      mend: 'Write 10 days, 2 weeks, 3 months or 5 workdays.',
    },
    zh: {
      title: '时长读不懂。',
      why: '只有能读懂的节奏和响应时间才能检查。',
      mend: '请写成 10 days、2 weeks、3 months 或 5 workdays。',
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
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
improvement:
  reviews: {every: monthly, owner: lina}
`,
    line: 21,
    column: 20,
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
    message: `${quoted(args.value, 'en')} is no duration.`,
    help:
      args.suggestion === undefined
        ? 'Write a number and a unit: 10 days, 2 weeks, 3 months, 5 workdays.'
        : `Write ${told(args.suggestion)}.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.value, 'zh')}不是时长。`,
    help: args.suggestion === undefined ? '请写数字加单位：10 days、2 weeks、3 months、5 workdays。' : `请写成 ${told(args.suggestion)}。`,
  };
}
