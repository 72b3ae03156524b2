import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const noSubgoals: Rule = {
  id: 'goal/no-subgoals',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A goal is not broken down.',
      why: 'A yearly number alone is first missed when the year is over.',
      mend: 'Add decompose or milestones.',
    },
    zh: {
      title: '目标没有分解。',
      why: '只有全年数字的目标，年底才会发现没完成。',
      mend: '请加上 decompose 或 milestones。',
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
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
`,
    line: 13,
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
    message: `The goal ${quoted(args.goal, 'en')} is not broken down: nobody has a part of it, and nothing is due before ${told(args.deadline)}.`,
    help: 'Add decompose: (by segment, owner, quarter …) or milestones:.',
  };
}

function zh(args: Args): Words {
  return {
    message: `目标${quoted(args.goal, 'zh')}没有分解：没有人承担其中一部分，${told(args.deadline)} 之前也没有节点。`,
    help: '请加上 decompose:（按细分市场、负责人、季度……）或 milestones:。',
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const goal of plan.goals.values()) {
    const isBrokenDown = goal.decompose.length > 0 || goal.milestones.length > 0;
    const hasParts = [...plan.goals.values()].some((each) => each.supports.includes(goal.id));
    if (isBrokenDown || hasParts) continue;
    yield {
      rule: noSubgoals.id,
      spot: { in: 'plan', path: ['goals', goal.id], at: 'key' },
      restsOn: ['decompose', 'milestones'].map((key) => ['goals', goal.id, key]),
      args: { goal: goal.id, deadline: goal.span.end },
    };
  }
}
