import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const notInAnyGoal: Rule = {
  id: 'segment/not-in-any-goal',
  severity: 'warning',
  explanation: {
    en: {
      title: 'No goal counts on a segment.',
      why: 'What no goal asks for nobody works for; either it is no segment of this plan or a goal is missing.',
      mend: 'Add it to the scope of a goal, or take it out of the plan.',
    },
    zh: {
      title: '没有目标覆盖这个细分市场。',
      why: '没有目标就没有人为它工作：要么它不属于这个计划，要么缺一个目标。',
      mend: '请加到某个目标的 scope 中，或从计划中去掉。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, criteria: {geographic: {province: [Zhejiang]}}, needs: [value]}
  west: {name: West, owner: zhao, needs: [value]}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao, manager: lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    scope: {segments: [east]}
    decompose:
      - {by: quarter}
`,
    line: 7,
    column: 3,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, criteria: {geographic: {province: [Zhejiang]}}, needs: [value]}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao, manager: lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    scope: {segments: [east]}
    decompose:
      - {by: quarter}
`,
  },
  check,
};

function en(args: Args): Words {
  return {
    message: `No goal covers the segment ${quoted(args.segment, 'en')}.`,
    help: 'Add it to scope.segments of a goal, or remove the segment.',
  };
}

function zh(args: Args): Words {
  return { message: `没有目标覆盖细分市场${quoted(args.segment, 'zh')}。`, help: '请加到某个目标的 scope.segments，或删除它。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  const goals = [...plan.goals.values()];
  if (goals.length === 0 || goals.some((goal) => goal.scope.segments === undefined)) return;
  for (const each of plan.segments.values()) {
    if (!goals.some((goal) => goal.scope.segments?.includes(each.id)))
      yield {
        rule: notInAnyGoal.id,
        spot: { in: 'plan', path: ['segments', each.id], at: 'key' },
        restsOn: [['goals']],
        args: { segment: each.id },
      };
  }
}
