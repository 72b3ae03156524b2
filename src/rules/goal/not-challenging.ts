import { baselineForSpan, factsOfGoal, isAllButSure, outlookFor } from '../../analyses/index.ts';
import { addDays, type Day } from '../../model/day.ts';
import type { Fact } from '../../model/fact.ts';
import type { Args, Problem } from '../../model/finding.ts';
import { compare, type Fraction } from '../../model/fraction.ts';
import type { Goal } from '../../model/goal.ts';
import type { Plan } from '../../model/plan.ts';
import { daysIn } from '../../model/span.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { amountText, figure, quoted, told } from '../words.ts';

export const notChallenging: Rule = {
  id: 'goal/not-challenging',
  severity: 'warning',
  data: 'more',
  explanation: {
    en: {
      title: 'A goal asks for no more than there was.',
      why: 'A target at or below what was reached before, or one that the history gives more than nine chances in ten, moves nobody.',
      mend: 'Raise the target, or say in its rationale why holding the level is hard.',
    },
    zh: {
      title: '目标不高于以前做到的水平。',
      why: '不高于过去、或按历史有九成以上把握的目标，推动不了任何人。',
      mend: '请提高目标，或在 rationale 中说明保持现状为什么难。',
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
    baseline: {value: 13M, period: 2025}
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
    line: 14,
    column: 13,
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
    baseline: {value: 10M, period: 2025}
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
  },
  check,
};

function en(args: Args): Words {
  if (args.is === 'forecast')
    return {
      message: `The forecast gives ${quoted(args.goal, 'en')} a chance of ${told(args.probability)}%: ${figure(args.p50)} (${figure(args.p10)} to ${figure(args.p90)}) against ${figure(args.target)}, from ${told(args.months)} months of history.`,
      help: 'Raise the target, or explain it in rationale:.',
    };
  return {
    message: `The target ${figure(args.target)} of ${quoted(args.goal, 'en')} is no better than the baseline ${figure(args.baseline)}.`,
    help: 'Raise the target, or explain it in rationale:.',
  };
}

function zh(args: Args): Words {
  if (args.is === 'forecast')
    return {
      message: `按预测，${quoted(args.goal, 'zh')}的达成概率高达 ${told(args.probability)}%：${figure(args.p50)}（${figure(args.p10)} 至 ${figure(args.p90)}），目标 ${figure(args.target)}，依据 ${told(args.months)} 个月的历史。`,
      help: '请提高目标，或在 rationale: 中说明。',
    };
  return {
    message: `${quoted(args.goal, 'zh')}的目标 ${figure(args.target)} 不优于基线 ${figure(args.baseline)}。`,
    help: '请提高目标，或在 rationale: 中说明。',
  };
}

/** A goal that gives a reason is left alone; the forecast is asked early on only: late in the year a sure goal is a good one. */
function* check({ plan, goals, actuals, asOf }: RuleContext): Iterable<Problem> {
  for (const goal of plan.goals.values()) {
    if (goal.target.is !== 'value' || goal.rationale !== undefined) continue;
    const facts = actuals && factsOfGoal(goal, actuals.facts);
    const found = belowBaseline(goal, goal.target.value, plan, facts) ?? (actuals && tooSure(goal, goal.target.value, plan, facts, asOf()));
    if (!found || !goals.has(goal.id)) continue;
    const args = { ...found, goal: goal.id, target: amountText(goal.target.value, goal.metric) };
    yield { rule: notChallenging.id, spot: { in: 'plan', path: ['goals', goal.id, 'target'], at: 'value' }, args };
  }
}

function belowBaseline(goal: Goal, target: Fraction, plan: Plan, facts: readonly Fact[] | undefined): Args | undefined {
  const baseline = baselineForSpan(goal, plan, facts);
  if (!baseline) return undefined;
  const ahead = compare(target, baseline);
  const { better } = goal.metric;
  const isEasy = better.is === 'higher' ? ahead <= 0 : better.is === 'lower' && ahead >= 0;
  return isEasy ? { is: 'baseline', baseline: amountText(baseline, goal.metric) } : undefined;
}

function tooSure(goal: Goal, target: Fraction, plan: Plan, facts: readonly Fact[] | undefined, asOf: Day): Args | undefined {
  const isEarly = asOf < addDays(goal.span.start, Math.floor(daysIn(goal.span) / 4));
  const outlook = isEarly ? outlookFor(goal, target, plan, facts, asOf) : undefined;
  if (outlook?.is !== 'known' || !isAllButSure(outlook)) return undefined;
  const { probability, quantile, months } = outlook;
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((share) => Math.round(quantile(share)));
  return {
    is: 'forecast',
    probability: Math.round(probability * 100),
    p10,
    p50,
    p90,
    months,
  };
}
