import { hasRows, standingOn } from '../../analyses/index.ts';
import type { Args, Problem } from '../../model/finding.ts';
import { type Fraction, over, toDecimal } from '../../model/fraction.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { amountText, figure, quoted, told } from '../words.ts';

export const missedGoalWithoutMeasure: Rule = {
  id: 'improvement/missed-goal-without-measure',
  severity: 'warning',
  data: 'needed',
  explanation: {
    en: {
      title: 'A goal is missed and nothing is done about it.',
      why: 'A red number with no measure behind it is red again next month.',
      mend: 'Add a measure with problem, cause, owner and deadline, or an action for the goal; or change the target and record why.',
    },
    zh: {
      title: '目标落后却没有改进措施。',
      why: '红色的数字背后没有措施，下个月还是红色。',
      mend: '请补充写明问题、原因、负责人和期限的措施或行动；或调整目标并记录原因。',
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
actuals:
  orders:
    from: orders.csv
    columns: {date: date, amount: amount}
improvement:
  reviews: {every: 1 month, owner: lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
    files: {
      'orders.csv': `date,amount
2026-01-12,300000
2026-03-16,400000
2026-06-22,300000
`,
    },
    line: 16,
    column: 3,
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
actuals:
  orders:
    from: orders.csv
    columns: {date: date, amount: amount}
improvement:
  reviews: {every: 1 month, owner: lina}
  measures:
    coaching: {kind: training, goal: revenue, problem: few orders, cause: new products, owner: zhao, deadline: 2026-09-30, status: planned}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
    files: {
      'orders.csv': `date,amount
2026-01-12,300000
2026-03-16,400000
2026-06-22,300000
`,
    },
  },
  check,
};

function en(args: Args): Words {
  return {
    message: `The goal ${quoted(args.goal, 'en')} is ${told(args.status)}: ${figure(args.actual)} of ${figure(args.expected)} ${args.status === 'missed' ? 'asked for' : 'expected by now'} (${told(args.share)}%), and no measure or action is open for it.`,
    help: `Add one under improvement.measures with goal: ${told(args.goal)}, an owner and a deadline.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `目标${quoted(args.goal, 'zh')}${args.status === 'missed' ? '未完成' : '落后'}：${args.status === 'missed' ? '应为' : '目前应为'} ${figure(args.expected)}，实际 ${figure(args.actual)}（${told(args.share)}%），却没有进行中的措施或行动。`,
    help: `请在 improvement.measures 下补充一项，写明 goal: ${told(args.goal)}、负责人和期限。`,
  };
}

function* check({ plan, goals, actuals, asOf }: RuleContext): Iterable<Problem> {
  if (!actuals || !hasRows(actuals)) return;
  const works = [...plan.measures.values(), ...plan.actions.values()];
  for (const goal of plan.goals.values()) {
    if (works.some((work) => work.goal === goal.id && (work.status === 'planned' || work.status === 'doing'))) continue;
    const tree = goals.get(goal.id)?.tree;
    const standing = tree && standingOn(tree, plan, actuals, asOf());
    const wanted = standing?.status === 'missed' ? standing.target : standing?.status === 'red' ? standing.expected : undefined;
    const share = standing?.actual && wanted && over(standing.actual, wanted);
    if (!standing?.actual || !wanted || !share) continue;
    const text = (value: Fraction) => amountText(value, goal.metric);
    const args = {
      goal: goal.id,
      status: standing.status,
      actual: text(standing.actual),
      expected: text(wanted),
      share: toDecimal({ n: share.n * 100n, d: share.d }, 0),
    };
    yield { rule: missedGoalWithoutMeasure.id, spot: { in: 'plan', path: ['goals', goal.id], at: 'key' }, args };
  }
}
