import type { Args, Problem } from '../../model/finding.ts';
import { compare, type Fraction, minus, NOUGHT, ONE, over, times, toDecimal } from '../../model/fraction.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { figure, quoted, told } from '../words.ts';

export const discountBreaksMargin: Rule = {
  id: 'price/discount-breaks-margin',
  severity: 'warning',
  explanation: {
    en: {
      title: 'The largest discount allowed sells below cost.',
      why: 'Every seller who uses what is allowed then loses money on each piece.',
      mend: 'Lower max_discount, or raise the price.',
    },
    zh: {
      title: '允许的最大折扣会低于成本。',
      why: '销售员只要用足权限，每件就亏钱。',
      mend: '请降低 max_discount，或提高价格。',
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
    x1: {method: cost-plus, objective: market share, list: 399, unit_cost: 210, markup: 90%, competitors: {Acme: 459}, demand: elastic, max_discount: 50%}
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
    column: 151,
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
    message: `With ${told(args.discount)}% off, ${quoted(args.product, 'en')} sells for ${figure(args.price)}, below its unit cost ${figure(args.cost)}.`,
    help: `Lower max_discount to at most ${told(args.most)}%.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.product, 'zh')}降价 ${told(args.discount)}% 后为 ${figure(args.price)}，低于单位成本 ${figure(args.cost)}。`,
    help: `请把 max_discount 降到 ${told(args.most)}% 以内。`,
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const { product, list, unitCost, maxDiscount } of plan.prices.values()) {
    if (!list || !unitCost || !maxDiscount || list.n <= 0n || compare(list, unitCost) < 0) continue;
    const price = times(list, minus(ONE, maxDiscount));
    if (compare(price, unitCost) >= 0) continue;
    const most = over(minus(list, unitCost), list) ?? NOUGHT;
    const args = {
      product,
      price: toDecimal(price, 2),
      cost: toDecimal(unitCost, 2),
      discount: shown({ n: maxDiscount.n * 10_000n, d: maxDiscount.d }),
      most: shown({ n: (most.n * 10_000n) / most.d, d: 1n }),
    };
    yield { rule: discountBreaksMargin.id, spot: { in: 'plan', path: ['strategy', 'price', product, 'max_discount'], at: 'value' }, args };
  }
}

/** Hundredths of points as points; what is allowed is rounded down before. */
function shown({ n, d }: Fraction): string {
  return toDecimal({ n, d: d * 100n }, 2).replace(/\.?0+$/, '');
}
