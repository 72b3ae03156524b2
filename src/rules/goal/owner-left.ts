import type { Args, Problem } from '../../model/finding.ts';
import { ownerOn } from '../../model/tenure.ts';
import { daysOf } from '../goal-days.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const ownerLeft: Rule = {
  id: 'goal/owner-left',
  severity: 'warning',
  explanation: {
    en: {
      title: 'The owner of a goal leaves before its deadline.',
      why: 'From that day on nobody answers for the number.',
      mend: 'Name a successor with dated owners.',
    },
    zh: {
      title: '目标的负责人在期限之前离开。',
      why: '从那天起没有人对数字负责。',
      mend: '请用带日期的负责人写明接任者。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
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
    lina: {name: Lina, end: 2026-09-30}
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
    line: 17,
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
  check,
};

function en(args: Args): Words {
  return {
    message: `${quoted(args.owner, 'en')} leaves on ${told(args.end)}, before the deadline ${told(args.deadline)}.`,
    help: `Name who follows: owner: [{who: ${told(args.owner)}, to: ${told(args.end)}}, {who: …, from: …}].`,
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.owner, 'zh')}于 ${told(args.end)} 离开，早于期限 ${told(args.deadline)}。`,
    help: `请写明接任者：owner: [{who: ${told(args.owner)}, to: ${told(args.end)}}, {who: …, from: …}]。`,
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const goal of plan.goals.values()) {
    const owner = ownerOn(goal.owner, goal.span.end);
    const end = owner === undefined ? undefined : plan.members.get(owner)?.end;
    if (end === undefined || end >= goal.span.end) continue;
    yield {
      rule: ownerLeft.id,
      spot: { in: 'plan', path: ['goals', goal.id, 'owner'], at: 'value' },
      restsOn: daysOf(goal.id),
      args: { owner, end, deadline: goal.span.end },
    };
  }
}
