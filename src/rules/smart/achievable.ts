import {
  chance,
  type Evidence,
  factsOfGoal,
  isUnlikely,
  outlookFor,
  plainValues,
  potential,
  potentialOfParts,
} from '../../analyses/index.ts';
import type { Day } from '../../model/day.ts';
import type { Fact } from '../../model/fact.ts';
import type { Args, Problem } from '../../model/finding.ts';
import type { Fraction } from '../../model/fraction.ts';
import type { Goal } from '../../model/goal.ts';
import type { Plan } from '../../model/plan.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { figure, quoted, told } from '../words.ts';

export const smartAchievable: Rule = {
  id: 'smart/achievable',
  severity: 'warning',
  data: 'more',
  explanation: {
    en: {
      title: 'A goal is not realistic by the numbers.',
      why: 'A target above the whole market, or one that the history gives less than one chance in ten, is given up on before it starts.',
      mend: 'Lower the target, widen its scope, or write in the plan what changes (and record in changes: why it moved).',
    },
    zh: {
      title: '按数字看目标不现实。',
      why: '超过整个市场的目标，或历史只给不到一成机会的目标，还没开始就会被放弃。',
      mend: '请降低目标、扩大范围，或在计划中写明会有什么变化（并在 changes: 中记录原因）。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, size: {potential: 10M}}
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
      - {by: segment}
      - {by: quarter}
`,
    line: 15,
    column: 13,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, size: {potential: 40M}}
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
      - {by: segment}
      - {by: quarter}
`,
  },
  check,
};

function en(args: Args): Words {
  if (args.says === 'chance-low')
    return {
      message: `The forecast gives ${quoted(args.goal, 'en')} a chance of ${figure(args.probability)}%: ${figure(args.p50)} (${figure(args.p10)} to ${figure(args.p90)}) against ${figure(args.target)}, from ${told(args.months)} months of history.`,
      help: 'Change the target and record why under changes:, or add what will make the difference; salesplan smart shows the arithmetic.',
    };
  if (args.says === 'potential-over-part')
    return {
      message: `The part of ${quoted(args.goal, 'en')} in ${quoted(args.segment, 'en')}, ${figure(args.target)}, is ${figure(args.share)}% of the potential there, ${figure(args.potential)}: more than there is.`,
      help: 'Give the segment a smaller share, or correct its size.potential.',
    };
  return {
    message: `The target ${figure(args.target)} of ${quoted(args.goal, 'en')} is ${figure(args.share)}% of the potential of its segments, ${figure(args.potential)}: more than there is.`,
    help: 'Lower the target, widen its scope, or correct size.potential.',
  };
}

function zh(args: Args): Words {
  if (args.says === 'chance-low')
    return {
      message: `按预测，${quoted(args.goal, 'zh')}的达成概率只有 ${figure(args.probability)}%：${figure(args.p50)}（${figure(args.p10)} 至 ${figure(args.p90)}），目标 ${figure(args.target)}，依据 ${told(args.months)} 个月的历史。`,
      help: '请调整目标并在 changes: 中写明原因，或补充能带来改变的行动；salesplan smart 列出计算过程。',
    };
  if (args.says === 'potential-over-part')
    return {
      message: `${quoted(args.goal, 'zh')}在${quoted(args.segment, 'zh')}的部分 ${figure(args.target)} 是该市场潜力 ${figure(args.potential)} 的 ${figure(args.share)}%，超过了市场本身。`,
      help: '请减少该市场的份额，或更正其 size.potential。',
    };
  return {
    message: `${quoted(args.goal, 'zh')}的目标 ${figure(args.target)} 是所涉细分市场潜力 ${figure(args.potential)} 的 ${figure(args.share)}%，超过了市场本身。`,
    help: '请降低目标、扩大范围，或更正 size.potential。',
  };
}

const FAILS = ['potential-over', 'potential-over-part', 'chance-low'];

/** Load over capacity, growth and the funnel have rules of their own: one cause is told once. */
function* check({ plan, goals, actuals, asOf }: RuleContext): Iterable<Problem> {
  for (const goal of plan.goals.values()) {
    if (goal.target.is !== 'value' || !goals.has(goal.id)) continue;
    const [target, tree] = [goal.target.value, goals.get(goal.id)?.tree];
    const facts = actuals && factsOfGoal(goal, actuals.facts);
    const found =
      failing(potential(goal, target, plan)) ??
      failing(tree ? potentialOfParts(tree, plan) : []) ??
      failing(unlikely(goal, target, plan, facts, asOf));
    if (!found) continue;
    const args = { says: found.says, goal: goal.id, ...plainValues(found.values) };
    yield {
      rule: smartAchievable.id,
      spot: { in: 'plan', path: ['goals', goal.id, 'target'], at: 'value' },
      restsOn: [['segments']],
      args,
    };
  }
}

function failing(evidence: readonly Evidence[]): Evidence | undefined {
  return evidence.find(({ says }) => FAILS.includes(says));
}

/** What the forecast says where it rules the target out; its range is worked out only then. */
function unlikely(goal: Goal, target: Fraction, plan: Plan, facts: readonly Fact[] | undefined, asOf: () => Day): readonly Evidence[] {
  const outlook = facts && outlookFor(goal, target, plan, facts, asOf());
  return outlook && isUnlikely(outlook) ? chance(goal, target, plan, facts, asOf()) : [];
}
