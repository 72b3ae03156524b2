import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { told } from '../words.ts';

export const ownerGap: Rule = {
  id: 'date/owner-gap',
  severity: 'error',
  explanation: {
    en: {
      title: 'An owner list has a hole or an overlap.',
      why: 'On the days of a hole nobody answers for the number, on those of an overlap two people do.',
      mend: 'Let each tenure start on the day after the one before it ends.',
    },
    zh: {
      title: '负责人的任期有空档或重叠。',
      why: '空档的日子没有人负责，重叠的日子有两个人负责。',
      mend: '请让每段任期紧接上一段结束的次日。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: [{who: lina, to: 2026-05-31}, {who: zhao, from: 2026-07-01}]}
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
    line: 6,
    column: 77,
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
  const days = `${told(args.from)}..${told(args.to)}`;
  return args.is === 'overlap'
    ? { message: `Two people own this on ${days}.`, help: 'Let the second start on the day after the first ends.' }
    : { message: `Nobody owns this on ${days}.`, help: 'Let the next owner start on the day after the one before ends.' };
}

function zh(args: Args): Words {
  const days = `${told(args.from)}..${told(args.to)}`;
  return args.is === 'overlap'
    ? { message: `${days} 有两个负责人。`, help: '请让后一位从前一位结束的次日开始。' }
    : { message: `${days} 没有负责人。`, help: '请让下一位从上一位结束的次日开始。' };
}
