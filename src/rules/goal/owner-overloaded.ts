import type { Args, Problem } from '../../model/finding.ts';
import type { Goal } from '../../model/goal.ts';
import type { Id } from '../../model/id.ts';
import { ownerOn } from '../../model/tenure.ts';
import type { Rule, RuleContext, Threshold, Words } from '../rule.ts';
import { countOf } from '../thresholds.ts';
import { list, quoted, told } from '../words.ts';

/** More goals than this at one time are too many for one person. */
const THRESHOLD: Threshold = { name: 'goals_per_owner', kind: 'count', standard: '5' };

export const ownerOverloaded: Rule = {
  id: 'goal/owner-overloaded',
  severity: 'warning',
  explanation: {
    en: {
      title: 'One person answers for too many goals.',
      why: 'Who has six first priorities has none; attention, not only capacity, is what runs out.',
      mend: 'Give some of the goals to others, or make parts of them subgoals of one. checks.thresholds.goals_per_owner moves the limit of 5.',
    },
    zh: {
      title: '一个人负责的目标太多。',
      why: '有六个首要任务等于没有首要任务；先耗尽的是注意力，而不只是产能。',
      mend: '请把一部分交给别人，或合并为一个目标的子目标。上限 5 可用 checks.thresholds.goals_per_owner 调整。',
    },
  },
  threshold: THRESHOLD,
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
checks: {thresholds: {goals_per_owner: 2}}
metrics:
  stores: {unit: count, kind: stock}
team:
  members:
    lina: {name: Lina}
goals:
  revenue:
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
  units:
    metric: units
    target: 40000
    owner: lina
    decompose:
      - {by: quarter}
  stores:
    metric: stores
    target: 20
    owner: lina
    decompose:
      - {by: quarter}
`,
    line: 27,
    column: 12,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
checks: {thresholds: {goals_per_owner: 2}}
metrics:
  stores: {unit: count, kind: stock}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
  units:
    metric: units
    target: 40000
    owner: lina
    decompose:
      - {by: quarter}
  stores:
    metric: stores
    target: 20
    owner: zhao
    decompose:
      - {by: quarter}
`,
  },
  check,
};

function en(args: Args): Words {
  return {
    message: `${quoted(args.owner, 'en')} answers for ${told(args.count)} goals at one time (${list(args.goals).join(', ')}); more than ${told(args.most)} are too many for one person.`,
    help: `Give ${told(args.excess)} of them to somebody else, or make them subgoals of one goal.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.owner, 'zh')}同时负责 ${told(args.count)} 个目标（${list(args.goals).join('、')}），一个人最多 ${told(args.most)} 个。`,
    help: `请把其中 ${told(args.excess)} 个交给别人，或合并为一个目标的子目标。`,
  };
}

/** Told once a person, at the first goal that is one too many. */
function* check({ plan, input }: RuleContext): Iterable<Problem> {
  const most = countOf(input, THRESHOLD);
  const byOwner = new Map<Id, Goal[]>();
  for (const goal of plan.goals.values()) {
    const owner = ownerOn(goal.owner, goal.span.end);
    if (owner) byOwner.set(owner, [...(byOwner.get(owner) ?? []), goal]);
  }
  for (const [owner, goals] of byOwner) {
    const atOnce = goals.filter((goal) => goal.span.start <= last(goals).span.end && goal.span.end >= last(goals).span.start);
    const first = atOnce[most];
    if (!first) continue;
    const args = { owner, goals: atOnce.map(({ id }) => id), count: atOnce.length, most, excess: atOnce.length - most };
    yield { rule: ownerOverloaded.id, spot: { in: 'plan', path: ['goals', first.id, 'owner'], at: 'value' }, args };
  }
}

/** The goal with the latest start: all that run at one time run with it, or did not begin together. */
function last(goals: readonly Goal[]): Goal {
  return goals.reduce((latest, goal) => (goal.span.start > latest.span.start ? goal : latest));
}
