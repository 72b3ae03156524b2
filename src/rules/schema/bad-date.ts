import type { Args } from '../../model/finding.ts';
import { suggested } from '../mend.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const badDate: Rule = {
  id: 'schema/bad-date',
  severity: 'error',
  explanation: {
    en: {
      title: 'A date can not be read or does not exist.',
      why: 'A deadline that is no day is no deadline.',
      mend: 'Write dates as 2026-03-31.',
    },
    zh: {
      title: '日期读不懂或不存在。',
      why: '不存在的日期不能作期限。',
      mend: '日期请写成 2026-03-31。',
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
    deadline: 2026-02-30
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
    line: 18,
    column: 15,
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
    message: `${quoted(args.value, 'en')} ${isTurned(args) ? 'ends before it begins' : 'is no day of the calendar'}.`,
    help: args.suggestion === undefined ? 'Write a day that exists, as 2026-03-31.' : `Write ${told(args.suggestion)}.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.value, 'zh')}${isTurned(args) ? '的结束早于开始' : '不是有效的日期'}。`,
    help: args.suggestion === undefined ? '请写存在的日期，例如 2026-03-31。' : `请写成 ${told(args.suggestion)}。`,
  };
}

/** `2026-11-27..2026-11-26`: what is proposed has the same two days. */
function isTurned({ value, suggestion }: Args): boolean {
  return told(suggestion).includes('..') && told(value).split('..').reverse().join('..') === suggestion;
}
