import { type FiredTrigger, firedTrigger } from '../../analyses/index.ts';
import { unreachable } from '../../model/brand.ts';
import type { Args, Problem } from '../../model/finding.ts';
import { type Fraction, toDecimal } from '../../model/fraction.ts';
import type { Id } from '../../model/id.ts';
import type { Language } from '../../model/language.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { amountText, figure, quoted, told } from '../words.ts';

export const triggerFired: Rule = {
  id: 'risk/trigger-fired',
  severity: 'warning',
  data: 'needed',
  explanation: {
    en: {
      title: 'The trigger of a risk has fired.',
      why: 'The response was agreed on for this moment; a trigger that nobody notices is a risk that just happens.',
      mend: 'Carry out the response and make an action or measure of it; then set the trigger anew, or take the risk out. A waiver with an end date keeps it quiet meanwhile.',
    },
    zh: {
      title: '风险的触发条件已出现。',
      why: '应对方案就是为这一刻准备的；没人注意到的触发条件，等于风险悄悄发生。',
      mend: '请执行应对方案并落实为行动或措施；之后重设触发条件或移除该风险。处理期间可用带截止日期的豁免注释。',
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
risks:
  soft-demand:
    kind: demand
    likelihood: medium
    impact: 800k
    response: bundle offers
    trigger: {says: revenue far behind, goal: revenue, pace_below: 60%}
    owner: lina
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
    line: 19,
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
actuals:
  orders:
    from: orders.csv
    columns: {date: date, amount: amount}
risks:
  soft-demand:
    kind: demand
    likelihood: medium
    impact: 800k
    response: bundle offers
    trigger: {says: revenue far behind, goal: revenue, pace_below: 60%}
    owner: lina
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
2026-01-12,1800000
2026-03-16,2100000
2026-06-15,2200000
`,
    },
  },
  check,
};

function en(args: Args): Words {
  return {
    message: `The trigger of ${quoted(args.risk, 'en')} has fired (${told(args.trigger)}): ${FOUND.en[told(args.is)]?.(args) ?? ''}.`,
    help: args.response === undefined ? 'Decide on a response and do it.' : `Carry out the response: ${told(args.response)}.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `风险${quoted(args.risk, 'zh')}的触发条件已出现（${told(args.trigger)}）：${FOUND.zh[told(args.is)]?.(args) ?? ''}。`,
    help: args.response === undefined ? '请确定应对方案并执行。' : `请执行应对方案：${told(args.response)}。`,
  };
}

const FOUND: Readonly<Record<Language, Readonly<Record<string, (args: Args) => string>>>> = {
  en: {
    pace: (args) =>
      `${figure(args.actual)} of ${figure(args.expected)} expected by now, a pace of ${told(args.found)}% against ${told(args.limit)}%`,
    level: (args) => `${told(args.metric)} is ${figure(args.found)} against ${figure(args.limit)}`,
    assumption: (args) => `the data contradict the assumption ${quoted(args.assumption, 'en')}`,
  },
  zh: {
    pace: (args) => `目前应为 ${figure(args.expected)}，实际 ${figure(args.actual)}，进度 ${told(args.found)}%，低于 ${told(args.limit)}%`,
    level: (args) => `${told(args.metric)}为 ${figure(args.found)}，界限 ${figure(args.limit)}`,
    assumption: (args) => `数据与假设${quoted(args.assumption, 'zh')}不符`,
  },
};

/** Of triggers in words alone nothing can be said. */
function* check({ plan, goals, actuals, deals, asOf }: RuleContext): Iterable<Problem> {
  if (!actuals && !deals) return;
  const treeOf = (goal: Id) => goals.get(goal)?.tree;
  for (const { id, name, watch, trigger, response } of plan.risks.values()) {
    const fired = watch && firedTrigger(watch, { plan, actuals, deals, asOf: asOf(), treeOf });
    if (!fired) continue;
    const args = { ...argsOf(fired), risk: name, trigger, response };
    yield { rule: triggerFired.id, spot: { in: 'plan', path: ['risks', id, 'trigger'], at: 'key' }, args };
  }
}

function argsOf(fired: FiredTrigger): Args {
  switch (fired.is) {
    case 'pace': {
      const amount = (value: Fraction) => amountText(value, fired.metric);
      const points = (share: Fraction) => toDecimal({ n: share.n * 100n, d: share.d }, 0);
      const { actual, expected, found, limit } = fired;
      return { is: 'pace', actual: amount(actual), expected: amount(expected), found: points(found), limit: points(limit) };
    }
    case 'level': {
      const { metric, found, limit } = fired;
      return { is: 'level', metric: metric.name, found: amountText(found, metric), limit: amountText(limit, metric) };
    }
    case 'assumption':
      return { is: 'assumption', assumption: fired.assumption.says };
    default:
      return unreachable(fired);
  }
}
