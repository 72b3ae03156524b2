import type { Args } from '../../model/finding.ts';
import { nearest } from '../mend.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted, suggestion } from '../words.ts';

export const notOneOf: Rule = {
  id: 'schema/not-one-of',
  severity: 'error',
  explanation: {
    en: {
      title: 'A word is not among those that the plan format knows there.',
      why: 'Only known words have a meaning that commands can act on.',
      mend: 'Use one of the words listed.',
    },
    zh: {
      title: '用词不在计划格式允许的范围内。',
      why: '只有约定的词才有命令能理解的含义。',
      mend: '请使用列出的词。',
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
    carry: non
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
    line: 18,
    column: 12,
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
    message: `${quoted(args.value, 'en')} is none of the words allowed here.`,
    help: suggestion(args, 'en', 'Use one of the words of the format; salesplan schema lists them.'),
  };
}

function zh(args: Args): Words {
  return {
    message: `这里不能用${quoted(args.value, 'zh')}。`,
    help: suggestion(args, 'zh', '请使用格式中列出的词；见 salesplan schema。'),
  };
}
