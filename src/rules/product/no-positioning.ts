import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const noPositioning: Rule = {
  id: 'product/no-positioning',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A product has no positioning.',
      why: 'Without it customers compare the price alone.',
      mend: 'Say in a few words what it is to whom: positioning.',
    },
    zh: {
      title: '产品没有定位。',
      why: '没有定位，客户就只比价格。',
      mend: '请用几个字说明它对谁意味着什么：positioning。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, criteria: {geographic: {province: [Zhejiang]}}, needs: [value]}
strategy:
  product:
    x1: {name: X1, segments: [east], needs: [value], after_sales: {promise: one year}}
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
segments:
  east: {name: East, owner: lina, criteria: {geographic: {province: [Zhejiang]}}, needs: [value]}
strategy:
  product:
    x1: {name: X1, positioning: Value for money, segments: [east], needs: [value], after_sales: {promise: one year}, owner: lina}
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
  return { message: `Nothing says what the product ${quoted(args.product, 'en')} stands for.`, help: 'Add positioning: with a few words.' };
}

function zh(args: Args): Words {
  return { message: `没有说明产品${quoted(args.product, 'zh')}的定位。`, help: '请补上 positioning:。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const each of plan.products.values()) {
    if (each.positioning === undefined)
      yield {
        rule: noPositioning.id,
        spot: { in: 'plan', path: ['strategy', 'product', each.id], at: 'key' },
        missing: 'positioning',
        args: { product: each.id },
      };
  }
}
