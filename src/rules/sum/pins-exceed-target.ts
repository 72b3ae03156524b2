import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { figure } from '../words.ts';

export const pinsExceedTarget: Rule = {
  id: 'sum/pins-exceed-target',
  severity: 'error',
  explanation: {
    en: {
      title: 'Pinned subgoals are more than the goal.',
      why: 'The other subgoals would have to be negative.',
      mend: 'Lower a pin, or raise the target.',
    },
    zh: {
      title: '固定的子目标超过了总目标。',
      why: '其余的子目标就只能是负数。',
      mend: '请降低固定值，或提高目标。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  related: { pin: { en: 'pinned here', zh: '固定于此' } },
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
    pins:
      - {at: {segment: east}, target: 13M}
`,
    line: 20,
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
  return {
    message: `The pins fix ${figure(args.pinned)} of ${figure(args.target)}: ${figure(args.over)} too much.`,
    help: `Lower the pins by ${figure(args.over)} in all, or raise the target.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `固定值共 ${figure(args.pinned)}，而目标只有 ${figure(args.target)}，多出 ${figure(args.over)}。`,
    help: `请把固定值共降低 ${figure(args.over)}，或提高目标。`,
  };
}
