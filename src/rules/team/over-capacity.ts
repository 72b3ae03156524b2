import { capacityOf } from '../../decompose/index.ts';
import { countWorkingDays } from '../../model/calendar.ts';
import type { Args, Problem } from '../../model/finding.ts';
import { fromAmount, minus, over, toDecimal } from '../../model/fraction.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { figure, quoted, told } from '../words.ts';

export const overCapacity: Rule = {
  id: 'team/over-capacity',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Somebody is asked for more than they can carry.',
      why: "A subgoal above a person's capacity is a gap that is known today.",
      mend: 'Move a part to somebody else, add people, or change the goal.',
    },
    zh: {
      title: '有人承担的超过了产能。',
      why: '超过产能的子目标，就是今天已知的缺口。',
      mend: '请分一部分给别人、加人，或调整目标。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  roles:
    rep: {name: Rep, capacity: 12M, ramp: [0%, 50%, 100%]}
  members:
    lina: {name: Lina, role: rep, start: 2020-01-01}
    zhao: {name: Zhao, role: rep, start: 2020-01-01}
  incentives:
    commission: {kind: material, for: [rep]}
    star: {kind: recognition, for: [rep]}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 30M
    owner: lina
    decompose:
      - {by: owner, shares: capacity}
`,
    line: 9,
    column: 5,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  roles:
    rep: {name: Rep, capacity: 12M, ramp: [0%, 50%, 100%]}
  members:
    lina: {name: Lina, role: rep, start: 2020-01-01}
    zhao: {name: Zhao, role: rep, start: 2020-01-01}
  incentives:
    commission: {kind: material, for: [rep]}
    star: {kind: recognition, for: [rep]}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: owner, shares: capacity}
`,
  },
  check,
};

function en(args: Args): Words {
  return {
    message: `${quoted(args.member, 'en')} carries ${figure(args.load)} of ${quoted(args.goal, 'en')} with a capacity of ${figure(args.capacity)}: ${figure(args.short)} too much.`,
    help: `Hand ${figure(args.short)} to others; that is ${told(args.people)} more of the role.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.member, 'zh')}承担${quoted(args.goal, 'zh')} ${figure(args.load)}，产能为 ${figure(args.capacity)}，超出 ${figure(args.short)}。`,
    help: `请把 ${figure(args.short)} 分给别人；相当于再要 ${told(args.people)} 个该角色的人。`,
  };
}

function* check({ plan, goals }: RuleContext): Iterable<Problem> {
  const whole = countWorkingDays(plan.calendar, plan.period);
  for (const { tree } of goals.values()) {
    if (tree?.goal.metric.unit !== 'money' || tree.goal.metric.kind !== 'flow') continue;
    for (const node of tree.nodes) {
      const member = plan.members.get(node.path.get('owner') ?? '');
      const isOwn = [...node.path.keys()].at(-1) === 'owner';
      const capacity = isOwn && member ? capacityOf(member, plan, node.span, whole) : undefined;
      if (!member || !capacity || node.target === undefined) continue;
      const load = fromAmount(node.target, tree.decimals);
      const short = minus(load, capacity);
      if (short.n <= 0n) continue;
      const full = plan.roles.get(member.role ?? '')?.capacity ?? capacity;
      const args = {
        member: member.id,
        goal: tree.goal.id,
        load: toDecimal(load, 0),
        capacity: toDecimal(capacity, 0),
        short: toDecimal(short, 0),
        people: toDecimal(over(short, full) ?? short, 1),
      };
      yield { rule: overCapacity.id, spot: { in: 'plan', path: ['team', 'members', member.id], at: 'key' }, args };
    }
  }
}
