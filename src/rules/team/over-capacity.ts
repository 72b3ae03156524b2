import { capacityOf } from '../../decompose/index.ts';
import { countWorkingDays } from '../../model/calendar.ts';
import type { Args, Problem } from '../../model/finding.ts';
import { type Fraction, fromAmount, minus, NOUGHT, over, plus, toDecimal } from '../../model/fraction.ts';
import type { Pin } from '../../model/goal.ts';
import type { Id } from '../../model/id.ts';
import type { Plan } from '../../model/plan.ts';
import type { Span } from '../../model/span.ts';
import type { GoalTree } from '../../model/subgoal.ts';
import type { Member } from '../../model/team.ts';
import { daysOf } from '../goal-days.ts';
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
  const what =
    args.is === 'pin'
      ? `is pinned to ${figure(args.load)} on ${quoted(args.node, 'en')}`
      : `carries ${figure(args.load)} of ${quoted(args.goal, 'en')}`;
  const when = args.from === undefined ? '' : ` from ${told(args.from)} to ${told(args.to)}`;
  return {
    message: `${quoted(args.member, 'en')} ${what} with a capacity of ${figure(args.capacity)}${when}: ${figure(args.short)} too much.`,
    help: `Hand ${figure(args.short)} to others; that is ${args.people === '0.00' ? 'less than 0.01' : told(args.people)} more of the role.`,
  };
}

function zh(args: Args): Words {
  const what =
    args.is === 'pin' ? `在${quoted(args.node, 'zh')}固定为 ${figure(args.load)}` : `承担${quoted(args.goal, 'zh')} ${figure(args.load)}`;
  const when = args.from === undefined ? '' : `${told(args.from)} 至 ${told(args.to)} 的`;
  return {
    message: `${quoted(args.member, 'zh')}${what}，${when}产能为 ${figure(args.capacity)}，超出 ${figure(args.short)}。`,
    help: `请把 ${figure(args.short)} 分给别人；相当于再要${args.people === '0.00' ? '不到 0.01' : ` ${told(args.people)}`} 个该角色的人。`,
  };
}

function* check({ plan, goals }: RuleContext): Iterable<Problem> {
  const whole = countWorkingDays(plan.calendar, plan.period);
  for (const { tree } of goals.values()) {
    if (tree?.goal.metric.unit !== 'money' || tree.goal.metric.kind !== 'flow') continue;
    for (const load of loadsIn(tree)) {
      const member = plan.members.get(load.member);
      const args = member && overload(load, member, plan, whole);
      if (!args) continue;
      const spot = {
        in: 'plan',
        path: load.pin ? [...load.pin.path, 'target'] : ['team', 'members', load.member],
        at: load.pin ? 'value' : 'key',
      } as const;
      yield {
        rule: overCapacity.id,
        spot,
        restsOn: [['team', 'members'], ['team', 'roles'], ...daysOf(tree.goal.id)],
        args: { ...args, goal: tree.goal.id },
      };
    }
  }
}

/** What somebody is asked for in a run of days. */
interface Load {
  readonly member: Id;
  readonly span: Span;
  readonly amount: Fraction;
  readonly node: string;
  /** Where one pin alone says so. */
  readonly pin: Pin | undefined;
}

/** Everything that a step hands to a person at one time, of all their segments, products and channels together. */
function loadsIn({ goal, nodes, decimals }: GoalTree): readonly Load[] {
  const loads = new Map<string, Load>();
  for (const node of nodes) {
    const member = node.path.get('owner');
    if (member === undefined || [...node.path.keys()].at(-1) !== 'owner' || node.target === undefined) continue;
    const key = `${member} ${node.span.start} ${node.span.end}`;
    const before = loads.get(key);
    const amount = plus(before?.amount ?? NOUGHT, fromAmount(node.target, decimals));
    const pin = node.pinned && !before ? goal.pins.find(({ at }) => [...at].every(([by, id]) => node.path.get(by) === id)) : undefined;
    loads.set(key, { member, span: node.span, amount, node: node.id, pin });
  }
  return [...loads.values()];
}

function overload({ span, amount, node, pin }: Load, member: Member, plan: Plan, whole: number): Args | undefined {
  const capacity = capacityOf(member, plan, span, whole);
  const short = capacity && minus(amount, capacity);
  if (!capacity || !short || short.n <= 0n) return undefined;
  const full = plan.roles.get(member.role ?? '')?.capacity ?? capacity;
  const isPart = span.start !== plan.period.start || span.end !== plan.period.end;
  return {
    is: pin ? 'pin' : 'load',
    member: member.id,
    node,
    from: isPart ? span.start : undefined,
    to: isPart ? span.end : undefined,
    load: toDecimal(amount, 0),
    capacity: toDecimal(capacity, 0),
    short: toDecimal(short, 0),
    people: toDecimal(over(short, full) ?? short, 2),
  };
}
