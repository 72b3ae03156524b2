import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { addition, figure, list, quoted, resolution } from '../words.ts';

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
  const part = args.partOf === undefined ? '' : ` It is its part of the pin of ${figure(args.partOf)}.`;
  return {
    message: `The pins fix ${total(args)} of ${figure(args.target)} at ${quoted(args.node, 'en')}: ${figure(args.over)} too much.${part}`,
    help: resolution(args, 'en', 'the pin', `lower the pins by ${figure(args.over)} in all`),
  };
}

function zh(args: Args): Words {
  const part = args.partOf === undefined ? '' : `这是固定值 ${figure(args.partOf)} 中它分到的部分。`;
  return {
    message: `${quoted(args.node, 'zh')}下的固定值为 ${total(args)}，而目标只有 ${figure(args.target)}，多出 ${figure(args.over)}。${part}`,
    help: resolution(args, 'zh', '固定值', `把固定值共降低 ${figure(args.over)}`),
  };
}

function total(args: Args): string {
  const sum = figure(args.pinned);
  return list(args.terms).length > 1 ? `${addition(args.terms, args.values)} = ${sum}` : sum;
}
