import type { Args } from '../../model/finding.ts';
import { withoutComment } from '../mend.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const expired: Rule = {
  id: 'suppress/expired',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A waiver has run out.',
      why: 'What was agreed until that day is no longer agreed.',
      mend: 'Mend what it hid, or agree anew.',
    },
    zh: {
      title: '豁免已过期。',
      why: '约定只到那一天为止。',
      mend: '请改正它所隐藏的问题，或重新约定。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  mend: (args, at) => (args.is === 'no-day' ? undefined : withoutComment(at)),
  mends: 'safe',
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
    # salesplan-ignore-next-line date/outside-period until 2020-12-31 -- agreed
    deadline: 2027-01-31
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
    line: 14,
    column: 5,
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
  if (args.is === 'no-day')
    return {
      message: `This waiver of ${told(args.rule)} hides nothing: ${quoted(args.until, 'en')} is no day of the calendar.`,
      help: 'Write until 2026-06-30, say.',
    };
  return {
    message: `This waiver of ${told(args.rule)} ran out on ${told(args.until)}.`,
    help: 'Mend what it hid, or agree on a new date.',
  };
}

function zh(args: Args): Words {
  if (args.is === 'no-day')
    return {
      message: `对 ${told(args.rule)} 的豁免不起作用：${quoted(args.until, 'zh')}不是有效的日期。`,
      help: '请写成如 until 2026-06-30。',
    };
  return { message: `对 ${told(args.rule)} 的豁免已于 ${told(args.until)} 过期。`, help: '请改正它所隐藏的问题，或重新约定日期。' };
}
