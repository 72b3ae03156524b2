import type { Args, Problem } from '../../model/finding.ts';
import type { Plan } from '../../model/plan.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const conflictingGoals: Rule = {
  id: 'goal/conflicting-goals',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Two goals ask for the same thing.',
      why: 'One metric with one scope and two targets: which one is missed?',
      mend: 'Give them different scopes, or keep one with a stretch target.',
    },
    zh: {
      title: '两个目标要求同一件事。',
      why: '同一指标、同一范围却有两个数字：到底哪个算没完成？',
      mend: '请区分范围，或只保留一个并用 stretch 写挑战值。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  related: { other: { en: 'the other goal', zh: '另一个目标' } },
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
  more:
    metric: revenue
    target: 13M
    owner: zhao
    milestones: {half: {deadline: 2026-06-30, target: 6M}}
`,
    line: 20,
    column: 3,
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
    message: `The goal ${quoted(args.goal, 'en')} has the metric, the scope and the time of ${quoted(args.other, 'en')}.`,
    help: 'Give it another scope or deadline, or keep one goal with target: {target: …, stretch: …}.',
  };
}

function zh(args: Args): Words {
  return {
    message: `目标${quoted(args.goal, 'zh')}与${quoted(args.other, 'zh')}的指标、范围和时间相同。`,
    help: '请区分范围或期限，或只保留一个，写 target: {target: …, stretch: …}。',
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  const seen = new Map<string, string>();
  for (const goal of plan.goals.values()) {
    const key = JSON.stringify([goal.metric.id, goal.span, goal.scope]);
    const other = seen.get(key);
    if (other === undefined) seen.set(key, goal.id);
    else if (!isPart(plan, goal.id, other)) yield problem(goal.id, other);
  }
}

/** A goal that supports another is a part of it, not its rival. */
function isPart(plan: Plan, id: string, other: string): boolean {
  return plan.goals.get(id)?.supports.includes(other) === true || plan.goals.get(other)?.supports.includes(id) === true;
}

function problem(goal: string, other: string): Problem {
  return {
    rule: conflictingGoals.id,
    spot: { in: 'plan', path: ['goals', goal], at: 'key' },
    args: { goal, other },
    related: [{ where: { in: 'plan', path: ['goals', other], at: 'key' }, says: 'other' }],
  };
}
