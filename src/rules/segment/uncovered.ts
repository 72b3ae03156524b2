import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { kindName, list, quoted } from '../words.ts';

export const uncovered: Rule = {
  id: 'segment/uncovered',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Nothing serves a segment.',
      why: 'A segment without a product made for it and a channel that reaches it can not buy.',
      mend: 'Name the segment in a product and in a channel.',
    },
    zh: {
      title: '没有产品或渠道服务这个细分市场。',
      why: '没有面向它的产品和能触达它的渠道，客户就买不到。',
      mend: '请在产品和渠道中引用这个细分市场。',
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
  west: {name: West, owner: zhao, needs: [value]}
strategy:
  product:
    x1: {name: X1, positioning: Value, segments: [east], needs: [value], after_sales: {promise: one year}, owner: lina}
  channel:
    web: {name: Web shop, type: online, owner: zhao, segments: [east]}
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
    line: 7,
    column: 3,
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
    x1: {name: X1, positioning: Value, segments: [east], needs: [value], after_sales: {promise: one year}, owner: lina}
  channel:
    web: {name: Web shop, type: online, owner: zhao, segments: [east]}
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
    message: `The segment ${quoted(args.segment, 'en')} has ${list(args.lacks)
      .map((kind) => `no ${kindName(kind, 'en')}`)
      .join(' and ')}.`,
    help: 'Add it to segments: of a product and of a channel.',
  };
}

function zh(args: Args): Words {
  return {
    message: `细分市场${quoted(args.segment, 'zh')}没有${list(args.lacks)
      .map((kind) => kindName(kind, 'zh'))
      .join('和')}。`,
    help: '请把它加到产品和渠道的 segments: 中。',
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const { id } of plan.segments.values()) {
    const serves = (each: { readonly segments: readonly string[] }): boolean => each.segments.includes(id);
    const hasProduct = plan.products.size === 0 || [...plan.products.values()].some(serves);
    const hasChannel = plan.channels.size === 0 || [...plan.channels.values()].some(serves);
    const lacks = [...(hasProduct ? [] : ['product']), ...(hasChannel ? [] : ['channel'])];
    const spot = { in: 'plan', path: ['segments', id], at: 'key' } as const;
    const restsOn = [
      ['strategy', 'product'],
      ['strategy', 'channel'],
    ];
    if (lacks.length > 0) yield { rule: uncovered.id, spot, restsOn, args: { segment: id, lacks } };
  }
}
