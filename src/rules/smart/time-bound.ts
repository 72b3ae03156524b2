import { plainValues, timeBound } from '../../analyses/index.ts';
import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const smartTimeBound: Rule = {
  id: 'smart/time-bound',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Nothing is due on the way to a goal for more than a quarter.',
      why: 'What is only due at the end is first looked at near the end, when little can be changed.',
      mend: 'Split the goal by quarter or month, or add milestones so that something is due at least every quarter.',
    },
    zh: {
      title: '目标途中超过一个季度没有任何节点。',
      why: '只在期末到期的事，临近期末才有人看，那时已难以改变。',
      mend: '请按季度或月份分解，或补充里程碑，使每个季度至少有一个节点。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
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
    milestones:
      spring: {deadline: 2026-03-31, target: 2M}
`,
    line: 15,
    column: 5,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
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
    decompose:
      - {by: quarter}
`,
  },
  check,
};

function en(args: Args): Words {
  const message =
    args.says === 'no-steps'
      ? `Nothing of ${quoted(args.goal, 'en')} is due before its deadline, for ${told(args.days)} days.`
      : `Nothing of ${quoted(args.goal, 'en')} is due for ${told(args.days)} days, from ${told(args.from)} to ${told(args.to)}.`;
  return { message, help: 'Add a step by quarter or month to decompose:, or milestones: in between.' };
}

function zh(args: Args): Words {
  const message =
    args.says === 'no-steps'
      ? `${quoted(args.goal, 'zh')}在期限之前的 ${told(args.days)} 天内没有任何节点。`
      : `${quoted(args.goal, 'zh')}从 ${told(args.from)} 到 ${told(args.to)} 有 ${told(args.days)} 天没有任何节点。`;
  return { message, help: '请在 decompose: 中加上按季度或月份的一步，或在其间补充 milestones:。' };
}

/** A goal that is not broken down at all has goal/no-subgoals. */
function* check({ plan, goals }: RuleContext): Iterable<Problem> {
  for (const goal of plan.goals.values()) {
    const key = goal.decompose.length > 0 ? 'decompose' : goal.milestones.length > 0 ? 'milestones' : undefined;
    if (key === undefined) continue;
    const found = timeBound(goal, goals.get(goal.id)?.tree, plan).find(({ says }) => says === 'no-steps' || says === 'steps-far');
    if (!found) continue;
    const args = { says: found.says, goal: goal.id, ...plainValues(found.values) };
    const path = ['goals', goal.id];
    const restsOn = ['decompose', 'milestones'].map((each) => [...path, each]);
    yield { rule: smartTimeBound.id, spot: { in: 'plan', path: [...path, key], at: 'key' }, restsOn, args };
  }
}
