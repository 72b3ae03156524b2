import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const inputsNotConsidered: Rule = {
  id: 'price/inputs-not-considered',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A price leaves something out of account.',
      why: 'A price rests on cost, competitors, demand and an objective; what was not looked at decides later.',
      mend: 'Add what is missing, if only in a word.',
    },
    zh: {
      title: '定价没有考虑全部因素。',
      why: '价格取决于成本、竞品、需求和目标；没看的那一项以后会来算账。',
      mend: '请补上缺少的一项，哪怕只写一个词。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
strategy:
  product:
    x1: {name: X1, positioning: Value, after_sales: {promise: one year}, owner: lina}
  price:
    x1: {method: cost-plus, list: 399, unit_cost: 210, markup: 90%}
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
    line: 9,
    column: 5,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
strategy:
  product:
    x1: {name: X1, positioning: Value, after_sales: {promise: one year}, owner: lina}
  price:
    x1: {method: cost-plus, objective: market share, list: 399, unit_cost: 210, markup: 90%, competitors: {Acme: 459}, demand: elastic, max_discount: 10%}
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
  return { message: `The price of ${quoted(args.product, 'en')} does not consider: ${told(args.lacks)}.`, help: 'Add them to the price.' };
}

function zh(args: Args): Words {
  return { message: `${quoted(args.product, 'zh')}的定价没有考虑：${told(args.lacks)}。`, help: '请补到价格中。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const price of plan.prices.values()) {
    const lacks = [
      ...(price.unitCost ? [] : ['unit_cost']),
      ...(price.competitors.size > 0 ? [] : ['competitors']),
      ...(price.demand === undefined ? ['demand'] : []),
      ...(price.objective === undefined ? ['objective'] : []),
    ];
    if (lacks.length > 0)
      yield {
        rule: inputsNotConsidered.id,
        spot: { in: 'plan', path: ['strategy', 'price', price.product], at: 'key' },
        restsOn: [['strategy', 'price', price.product]],
        args: { product: price.product, lacks },
      };
  }
}
