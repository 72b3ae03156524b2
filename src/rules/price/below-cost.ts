import type { Args, Problem } from '../../model/finding.ts';
import { compare, type Fraction, minus, toDecimal } from '../../model/fraction.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const belowCost: Rule = {
  id: 'price/below-cost',
  severity: 'error',
  explanation: {
    en: {
      title: 'A list price is below the unit cost.',
      why: 'Every piece sold loses money; more sales make it worse.',
      mend: 'Raise the price, lower the cost, or waive the rule with a reason and an end date.',
    },
    zh: {
      title: '标价低于单位成本。',
      why: '每卖一件都亏钱，卖得越多亏得越多。',
      mend: '请提价、降成本，或写明理由和截止日期豁免这条规则。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
  south: {name: South, owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
strategy:
  product: {x1: {name: X1}}
  price:
    x1:
      method: cost-plus
      list: 199
      unit_cost: 210
      markup: 60%
`,
    line: 25,
    column: 13,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
  south: {name: South, owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
  },
  check,
};

function en(args: Args): Words {
  return {
    message: `The list price ${told(args.list)} of ${quoted(args.product, 'en')} is below its unit cost ${told(args.cost)}: each piece loses ${told(args.loss)}.`,
    help: `Charge at least ${told(args.cost)}, or waive it in the line above (# salesplan-ignore-next-line price/below-cost until DATE -- REASON).`,
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.product, 'zh')}的标价 ${told(args.list)} 低于单位成本 ${told(args.cost)}，每件亏 ${told(args.loss)}。`,
    help: `标价至少应为 ${told(args.cost)}；或在上一行豁免（# salesplan-ignore-next-line price/below-cost until 日期 -- 理由）。`,
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const { product, list, unitCost } of plan.prices.values()) {
    if (list === undefined || unitCost === undefined || compare(list, unitCost) >= 0) continue;
    const show = (value: Fraction) => toDecimal(value, plan.currencyDecimals);
    const args = { product, list: show(list), cost: show(unitCost), loss: show(minus(unitCost, list)) };
    yield { rule: belowCost.id, spot: { in: 'plan', path: ['strategy', 'price', product, 'list'], at: 'value' }, args };
  }
}
