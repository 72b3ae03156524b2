import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const noMethod: Rule = {
  id: 'price/no-method',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A price has no method.',
      why: 'A price that nobody can derive nobody can defend either.',
      mend: 'Say how it is made: cost-plus, competition or value.',
    },
    zh: {
      title: '价格没有定价方法。',
      why: '说不出怎么来的价格，也守不住。',
      mend: '请写明定价方法：cost-plus、competition 或 value。',
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
    x1: {objective: market share, list: 399, unit_cost: 210, competitors: {Acme: 459}, demand: elastic}
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
  return {
    message: `Nothing says how the price of ${quoted(args.product, 'en')} is made.`,
    help: 'Add method: cost-plus, competition or value.',
  };
}

function zh(args: Args): Words {
  return { message: `没有说明${quoted(args.product, 'zh')}的定价方法。`, help: '请补上 method：cost-plus、competition 或 value。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const each of plan.prices.values()) {
    if (each.method === undefined)
      yield {
        rule: noMethod.id,
        spot: { in: 'plan', path: ['strategy', 'price', each.product], at: 'key' },
        missing: 'method',
        args: { product: each.product },
      };
  }
}
