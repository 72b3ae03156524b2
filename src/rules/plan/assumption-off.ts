import { type TestedAssumption, testAssumption } from '../../analyses/index.ts';
import type { Args, Problem } from '../../model/finding.ts';
import type { Assumption } from '../../model/follow-up.ts';
import { type Fraction, toDecimal } from '../../model/fraction.ts';
import { percentText } from '../../text/numbers.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { amountText, figure, told } from '../words.ts';

export const assumptionOff: Rule = {
  id: 'plan/assumption-off',
  severity: 'warning',
  data: 'needed',
  explanation: {
    en: {
      title: 'The data contradict an assumption of the plan.',
      why: 'What a plan takes for granted is where it fails unseen: a win rate ten points lower means a fifth more leads for the same number.',
      mend: 'Correct the assumption and what rests on it (conversions, funnel, target), or do something about the cause; tolerance: and window: say how far off over which time is still all right.',
    },
    zh: {
      title: '数据与计划的假设不符。',
      why: '计划默认的前提最容易在无声中落空：赢单率低十个点，同样的目标就要多五分之一的线索。',
      mend: '请更正假设及其影响的内容（转化率、漏斗、目标），或针对原因采取行动；tolerance: 与 window: 决定多大偏差、多长时间算正常。',
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
process:
  stages:
    lead: {phase: pre-sale, conversion: 40%, days: 14}
    offer: {phase: in-sale, conversion: 60%, days: 20}
    won: {phase: in-sale}
    care: {phase: post-sale, owner: lina}
assumptions:
  win-rate: {says: offers are won in 6 of 10 cases, stage: offer, conversion: 60%, tolerance: 5%, window: 4 quarters}
pipeline:
  crm:
    from: deals.csv
    columns: {stage: stage, amount: amount, created: created, close: close}
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
      'deals.csv': `stage,amount,created,close
won,100000,2026-01-03,2026-02-10
won,100000,2026-02-03,2026-03-10
won,100000,2026-03-03,2026-04-10
won,100000,2026-04-03,2026-05-10
lost,100000,2026-05-03,2026-06-10
lost,100000,2026-01-03,2026-02-10
lost,100000,2026-02-03,2026-03-10
lost,100000,2026-03-03,2026-04-10
lost,100000,2026-04-03,2026-05-10
lost,100000,2026-05-03,2026-06-10
lost,100000,2026-01-03,2026-02-10
lost,100000,2026-02-03,2026-03-10
`,
    },
    line: 16,
    column: 79,
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
process:
  stages:
    lead: {phase: pre-sale, conversion: 40%, days: 14}
    offer: {phase: in-sale, conversion: 60%, days: 20}
    won: {phase: in-sale}
    care: {phase: post-sale, owner: lina}
assumptions:
  win-rate: {says: offers are won in 6 of 10 cases, stage: offer, conversion: 60%, tolerance: 5%, window: 4 quarters}
pipeline:
  crm:
    from: deals.csv
    columns: {stage: stage, amount: amount, created: created, close: close}
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
      'deals.csv': `stage,amount,created,close
won,100000,2026-01-03,2026-02-10
won,100000,2026-02-03,2026-03-10
won,100000,2026-03-03,2026-04-10
won,100000,2026-04-03,2026-05-10
won,100000,2026-05-03,2026-06-10
won,100000,2026-01-03,2026-02-10
won,100000,2026-02-03,2026-03-10
won,100000,2026-03-03,2026-04-10
lost,100000,2026-04-03,2026-05-10
lost,100000,2026-05-03,2026-06-10
lost,100000,2026-01-03,2026-02-10
lost,100000,2026-02-03,2026-03-10
`,
    },
  },
  check,
};

function en(args: Args): Words {
  const found =
    args.is === 'conversion'
      ? `${told(args.won)} of ${told(args.closed)} deals that closed from ${told(args.from)} to ${told(args.to)} were won, which is ${figure(args.found)}%`
      : `${told(args.metric)} was ${figure(args.found)}${told(args.unit)} from ${told(args.from)} to ${told(args.to)}`;
  return {
    message: `${found}; the plan assumes ${figure(args.assumed)}${args.is === 'conversion' ? '%' : told(args.unit)}${args.tolerance === undefined ? '' : `, give or take ${told(args.tolerance)}`} (${told(args.says)}).`,
    help: 'Correct the assumption and what rests on it, or do something about the cause.',
  };
}

function zh(args: Args): Words {
  const found =
    args.is === 'conversion'
      ? `${told(args.from)} 至 ${told(args.to)} 结单的 ${told(args.closed)} 个商机赢了 ${told(args.won)} 个，即 ${figure(args.found)}%`
      : `${told(args.from)} 至 ${told(args.to)} 的${told(args.metric)}为 ${figure(args.found)}${told(args.unit)}`;
  return {
    message: `${found}；计划假设 ${figure(args.assumed)}${args.is === 'conversion' ? '%' : told(args.unit)}${args.tolerance === undefined ? '' : `，允许偏差 ${told(args.tolerance)}`}（${told(args.says)}）。`,
    help: '请更正假设及其影响的内容，或针对原因采取行动。',
  };
}

function* check({ plan, actuals, deals, asOf }: RuleContext): Iterable<Problem> {
  if (!actuals && !deals) return;
  for (const assumption of plan.assumptions.values()) {
    const tested = testAssumption(assumption, plan, actuals, deals, asOf());
    if (!tested?.isOff) continue;
    const key = assumption.stage === undefined ? 'value' : assumption.conversion ? 'conversion' : 'stage';
    yield {
      rule: assumptionOff.id,
      spot: { in: 'plan', path: ['assumptions', assumption.id, key], at: 'value' },
      args: argsOf(assumption, tested),
    };
  }
}

function argsOf({ says, tolerance }: Assumption, tested: TestedAssumption): Args {
  const common = { says, from: tested.span.start, to: tested.span.end, tolerance: tolerance && percentText(tolerance).replace('.0%', '%') };
  if (tested.is === 'conversion') {
    const points = (share: Fraction) => toDecimal({ n: share.n * 100n, d: share.d }, 1);
    return {
      ...common,
      is: 'conversion',
      found: points(tested.found),
      assumed: points(tested.assumed),
      won: tested.won,
      closed: tested.closed,
    };
  }
  const { metric } = tested;
  const values = { found: amountText(tested.found, metric), assumed: amountText(tested.assumed, metric) };
  return { ...common, is: 'metric', ...values, metric: metric.name, unit: metric.unit === 'percent' ? '%' : '' };
}
