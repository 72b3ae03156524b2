import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const needsNotMet: Rule = {
  id: 'product/needs-not-met',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A product leaves needs of its segments unanswered.',
      why: 'A product is for somebody when it answers what they need; an unanswered need is a reason to buy elsewhere.',
      mend: 'Answer the need, or take the segment from the product.',
    },
    zh: {
      title: '产品没有满足所面向市场的需求。',
      why: '满足需求的产品才是给他们的产品；没满足的需求会让客户去买别家的。',
      mend: '请满足这个需求，或把细分市场从产品中去掉。',
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
    x1: {name: X1, positioning: Value, segments: [east], needs: [style], after_sales: {promise: one year}}
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
    column: 58,
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
    message: `The product ${quoted(args.product, 'en')} does not answer what ${quoted(args.segment, 'en')} needs: ${told(args.needs)}.`,
    help: 'Add it to the needs: that the product answers, or change its segments:.',
  };
}

function zh(args: Args): Words {
  return {
    message: `产品${quoted(args.product, 'zh')}没有满足${quoted(args.segment, 'zh')}的需求：${told(args.needs)}。`,
    help: '请加到产品满足的 needs: 中，或调整 segments:。',
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const product of plan.products.values()) {
    for (const id of product.segments) {
      const needs = (plan.segments.get(id)?.needs ?? []).filter((need) => !product.needs.includes(need));
      const own = ['strategy', 'product', product.id];
      const path = [...own, product.needs.length > 0 ? 'needs' : 'segments'];
      const restsOn = [
        [...own, 'needs'],
        ['segments', id, 'needs'],
      ];
      if (needs.length > 0)
        yield { rule: needsNotMet.id, spot: { in: 'plan', path, at: 'key' }, restsOn, args: { product: product.id, segment: id, needs } };
    }
  }
}
