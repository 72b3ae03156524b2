import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const noAfterSales: Rule = {
  id: 'product/no-after-sales',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A product promises nothing after the sale.',
      why: 'Service after the sale decides whether customers come back; it is part of the product.',
      mend: 'Say what is promised and how fast: after_sales: {promise: …, response: 1 days}.',
    },
    zh: {
      title: '产品没有售后承诺。',
      why: '售后决定客户会不会再来，是产品的一部分。',
      mend: '请写明承诺和响应时间：after_sales: {promise: …, response: 1 days}。',
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
    x1: {name: X1, positioning: Value, segments: [east], needs: [value]}
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
  return {
    message: `The product ${quoted(args.product, 'en')} promises nothing after the sale.`,
    help: 'Add after_sales: with a promise and a response time.',
  };
}

function zh(args: Args): Words {
  return { message: `产品${quoted(args.product, 'zh')}没有售后承诺。`, help: '请补上 after_sales:，写明承诺和响应时间。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const each of plan.products.values()) {
    if (each.afterSales === undefined)
      yield {
        rule: noAfterSales.id,
        spot: { in: 'plan', path: ['strategy', 'product', each.id], at: 'key' },
        missing: 'after_sales',
        args: { product: each.id },
      };
  }
}
