import type { Args, Problem } from '../../model/finding.ts';
import { compare, type Fraction, minus, NOUGHT, ONE, over, plus, sum, times, toDecimal } from '../../model/fraction.ts';
import type { Price } from '../../model/strategy.ts';
import type { Rule, RuleContext, Threshold, Words } from '../rule.ts';
import { shareOf } from '../thresholds.ts';
import { figure, quoted, told } from '../words.ts';

const THRESHOLD: Threshold = { name: 'list_off_method', kind: 'percent', standard: '15%' };

export const listOffMethod: Rule = {
  id: 'price/list-off-method',
  severity: 'warning',
  explanation: {
    en: {
      title: 'The list price is far from what its method gives.',
      why: 'Then either the method or the price is not the one that was decided.',
      mend: 'Change the price or the inputs; checks.thresholds.list_off_method sets the tolerance.',
    },
    zh: {
      title: '标价与定价方法算出的价格相差太大。',
      why: '那么要么方法、要么价格不是当初决定的那个。',
      mend: '请调整价格或数据；容差由 checks.thresholds.list_off_method 设定。',
    },
  },
  threshold: THRESHOLD,
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
    x1: {method: cost-plus, objective: market share, list: 599, unit_cost: 210, markup: 90%, competitors: {Acme: 459}, demand: elastic, max_discount: 10%}
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
    column: 60,
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
    message: `The list price ${figure(args.list)} of ${quoted(args.product, 'en')} is ${told(args.off)}% ${args.is === 'below' ? 'below' : 'above'} the ${figure(args.given)} that ${told(args.method)} gives; within ${told(args.limit)}% is ${figure(args.least)} to ${figure(args.most)}.`,
    help: 'Change the price, or the inputs of the method.',
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.product, 'zh')}的标价 ${figure(args.list)} 比 ${told(args.method)} 得出的 ${figure(args.given)} ${args.is === 'below' ? '低' : '高'} ${told(args.off)}%；允许的 ${told(args.limit)}% 以内是 ${figure(args.least)} 至 ${figure(args.most)}。`,
    help: '请调整价格，或定价数据。',
  };
}

/** A price below cost has a rule of its own: one cause is told once. */
function* check({ plan, input }: RuleContext): Iterable<Problem> {
  const tolerance = shareOf(input, THRESHOLD);
  for (const price of plan.prices.values()) {
    const given = priceByMethod(price);
    const isBelowCost = price.list && price.unitCost && compare(price.list, price.unitCost) < 0;
    if (!price.list || !given || given.n <= 0n || isBelowCost) continue;
    const off = over(minus(price.list, given), given) ?? NOUGHT;
    const size = off.n < 0n ? { n: -off.n, d: off.d } : off;
    if (compare(size, tolerance) <= 0) continue;
    const args = {
      product: price.product,
      list: toDecimal(price.list, 2),
      given: toDecimal(given, 2),
      method: price.method,
      off: points(size),
      is: off.n < 0n ? 'below' : 'above',
      limit: points(tolerance),
      least: toDecimal(times(given, minus(ONE, tolerance)), 2),
      most: toDecimal(times(given, plus(ONE, tolerance)), 2),
    };
    yield { rule: listOffMethod.id, spot: { in: 'plan', path: ['strategy', 'price', price.product, 'list'], at: 'value' }, args };
  }
}

function points(share: Fraction): string {
  return toDecimal({ n: share.n * 100n, d: share.d }, 2).replace(/\.?0+$/, '');
}

/** Cost × (1 + markup); the mean of the competitors' prices; reference + differentiation. */
function priceByMethod({ method, unitCost, markup, competitors, value }: Price): Fraction | undefined {
  switch (method) {
    case 'cost-plus':
      return unitCost && markup && times(unitCost, plus(ONE, markup));
    case 'competition':
      return competitors.size === 0 ? undefined : over(sum([...competitors.values()]), { n: BigInt(competitors.size), d: 1n });
    case 'value':
      return value?.reference && plus(value.reference, value.differentiation ?? NOUGHT);
    default:
      return undefined;
  }
}
