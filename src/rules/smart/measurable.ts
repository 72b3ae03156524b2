import { hasRows, measurable } from '../../analyses/index.ts';
import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const smartMeasurable: Rule = {
  id: 'smart/measurable',
  severity: 'warning',
  data: 'more',
  explanation: {
    en: {
      title: 'Nothing measures a goal.',
      why: 'A goal without numbers that come in is judged by how people feel about it on the day of the review.',
      mend: 'Bind a source that fills the metric, or report its value in check-ins; give a baseline its period.',
    },
    zh: {
      title: '目标没有数据可以衡量。',
      why: '没有数据的目标，到评审那天只能凭感觉。',
      mend: '请绑定能填充该指标的数据，或在汇报中写明数值；基线请写明期间。',
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
goals:
  revenue:
    name: Satisfaction of 4.6
    metric: customer_satisfaction
    target: 4.6
    owner: lina
    decompose:
      - {by: quarter}
`,
    files: {
      'orders.csv': `date,amount
2026-03-02,1000
2026-05-04,1200
2026-06-22,1100
`,
    },
    line: 16,
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
actuals:
  orders:
    from: orders.csv
    columns: {date: date, amount: amount}
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
2026-03-02,1000
2026-05-04,1200
2026-06-22,1100
`,
    },
  },
  check,
};

function en(args: Args): Words {
  if (args.says === 'baseline-without-period')
    return {
      message: `The baseline of ${quoted(args.goal, 'en')} does not say of which period it is.`,
      help: 'Add period: to the baseline, for instance period: 2025.',
    };
  return {
    message: `No row of data and no check-in gives a value of ${told(args.metric)} for the goal ${quoted(args.goal, 'en')}.`,
    help: 'Bind a source that has it (a table of date, metric and value will do), or report value: in check-ins.',
  };
}

function zh(args: Args): Words {
  if (args.says === 'baseline-without-period')
    return { message: `目标${quoted(args.goal, 'zh')}的基线没有写明期间。`, help: '请在 baseline 中补上 period:，例如 period: 2025。' };
  return {
    message: `没有数据行，也没有汇报给出目标${quoted(args.goal, 'zh')}的 ${told(args.metric)}。`,
    help: '请绑定包含它的数据（日期、指标、数值三列的表即可），或在汇报中写 value:。',
  };
}

/** A plan without any data is a plan still: only one that has some is asked for the rest. */
function* check({ plan, actuals, asOf }: RuleContext): Iterable<Problem> {
  const hasData = plan.actuals.size > 0 && (!actuals || hasRows(actuals));
  for (const goal of plan.goals.values()) {
    for (const { says } of measurable(goal, plan, actuals, asOf())) {
      const key = says === 'baseline-without-period' ? 'baseline' : says === 'no-source' && hasData ? 'metric' : undefined;
      if (key === undefined) continue;
      const spot = { in: 'plan', path: ['goals', goal.id, key], at: key === 'metric' ? 'value' : 'key' } as const;
      yield { rule: smartMeasurable.id, spot, restsOn: [spot.path, ['checkins']], args: { says, goal: goal.id, metric: goal.metric.name } };
    }
  }
}
