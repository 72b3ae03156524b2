import { capacityOf } from '../../decompose/index.ts';
import { countWorkingDays } from '../../model/calendar.ts';
import type { Args, Problem } from '../../model/finding.ts';
import { compare, type Fraction, fromAmount, minus, NOUGHT, over, plus, toDecimal } from '../../model/fraction.ts';
import type { Id } from '../../model/id.ts';
import { daysOf } from '../goal-days.ts';
import type { Rule, RuleContext, Threshold, Words } from '../rule.ts';
import { shareOf } from '../thresholds.ts';
import { figure, quoted, told } from '../words.ts';

/** Less than half of what somebody can carry is worth a question. */
const THRESHOLD: Threshold = { name: 'under_capacity', kind: 'percent', standard: '50%' };

export const underCapacity: Rule = {
  id: 'team/under-capacity',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Somebody could carry much more than they are asked for.',
      why: 'Unused capacity is paid for, and is where a gap can be closed first.',
      mend: 'Move a part from somebody who is full, or correct the capacity. checks.thresholds.under_capacity moves the limit of 50 %.',
    },
    zh: {
      title: '有人承担的远低于产能。',
      why: '闲置的产能照样有成本，也是补缺口时最先可用的。',
      mend: '请从满负荷的人那里分一部分过来，或更正产能。下限 50% 可用 checks.thresholds.under_capacity 调整。',
    },
  },
  threshold: THRESHOLD,
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  roles:
    rep: {name: Rep, capacity: 12M}
  members:
    lina: {name: Lina, role: rep, start: 2020-01-01}
    zhao: {name: Zhao, role: rep, start: 2020-01-01}
  incentives:
    commission: {kind: material, for: [rep]}
    star: {kind: recognition, for: [rep]}
goals:
  revenue:
    name: Revenue of 14M
    metric: revenue
    target: 14M
    owner: lina
    decompose:
      - {by: owner, shares: {lina: 80%, zhao: 20%}}
`,
    line: 10,
    column: 5,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  roles:
    rep: {name: Rep, capacity: 12M}
  members:
    lina: {name: Lina, role: rep, start: 2020-01-01}
    zhao: {name: Zhao, role: rep, start: 2020-01-01}
  incentives:
    commission: {kind: material, for: [rep]}
    star: {kind: recognition, for: [rep]}
goals:
  revenue:
    name: Revenue of 14M
    metric: revenue
    target: 14M
    owner: lina
    decompose:
      - {by: owner, shares: {lina: 55%, zhao: 45%}}
`,
  },
  check,
};

function en(args: Args): Words {
  return {
    message: `${quoted(args.member, 'en')} carries ${figure(args.load)} with a capacity of ${figure(args.capacity)}: ${told(args.share)}% of it.`,
    help: `Hand up to ${figure(args.free)} more to ${quoted(args.member, 'en')}, or correct the capacity of the role.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.member, 'zh')}承担 ${figure(args.load)}，产能为 ${figure(args.capacity)}，只用了 ${told(args.share)}%。`,
    help: `请再分给${quoted(args.member, 'zh')}最多 ${figure(args.free)}，或更正角色的产能。`,
  };
}

interface Carried {
  readonly load: Fraction;
  readonly capacity: Fraction;
}

function* check({ plan, goals, input }: RuleContext): Iterable<Problem> {
  const least = shareOf(input, THRESHOLD);
  for (const [member, { load, capacity }] of carriedBy({ plan, goals })) {
    const used = over(load, capacity);
    if (!used || compare(used, least) >= 0) continue;
    const args = {
      member,
      load: toDecimal(load, 0),
      capacity: toDecimal(capacity, 0),
      free: toDecimal(minus(capacity, load), 0),
      share: toDecimal({ n: used.n * 100n, d: used.d }, 0),
    };
    yield {
      rule: underCapacity.id,
      spot: { in: 'plan', path: ['team', 'members', member], at: 'key' },
      restsOn: [['team', 'members'], ['team', 'roles'], ...[...goals.keys()].flatMap(daysOf)],
      args,
    };
  }
}

/** What each person has of all money goals that are no parts of another, against their capacity in the longest of them. */
function carriedBy({ plan, goals }: Pick<RuleContext, 'plan' | 'goals'>): ReadonlyMap<Id, Carried> {
  const whole = countWorkingDays(plan.calendar, plan.period);
  const carried = new Map<Id, Carried>();
  for (const { tree } of goals.values()) {
    const { metric, supports } = tree?.goal ?? {};
    if (!tree || metric?.unit !== 'money' || metric.kind !== 'flow' || supports?.some((id) => plan.goals.has(id))) continue;
    for (const node of tree.nodes) {
      const member = [...node.path.keys()].at(-1) === 'owner' ? plan.members.get(node.path.get('owner') ?? '') : undefined;
      const capacity = member && capacityOf(member, plan, tree.goal.span, whole);
      if (!member || !capacity || node.target === undefined) continue;
      const before = carried.get(member.id)?.load ?? NOUGHT;
      carried.set(member.id, { load: plus(before, fromAmount(node.target, tree.decimals)), capacity });
    }
  }
  return carried;
}
