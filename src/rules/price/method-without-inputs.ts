import type { Args, Problem } from '../../model/finding.ts';
import type { Price } from '../../model/strategy.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const methodWithoutInputs: Rule = {
  id: 'price/method-without-inputs',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A price lacks what its method counts with.',
      why: 'Cost-plus needs cost and markup, competition needs competitors, value needs a reference: otherwise the method is a word.',
      mend: 'Add the inputs, or choose the method that was really used.',
    },
    zh: {
      title: '定价方法缺少所需的数据。',
      why: '成本加成需要成本和加成率，竞争定价需要竞品价格，价值定价需要参考价：否则方法只是一个词。',
      mend: '请补上数据，或改成实际使用的方法。',
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
    x1: {method: cost-plus, objective: market share, list: 399, unit_cost: 210, competitors: {Acme: 459}, demand: elastic}
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
    column: 18,
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
    message: `The price of ${quoted(args.product, 'en')} is set by the method ${told(args.method)}, but has no ${told(args.lacks)}.`,
    help: 'Add what the method counts with.',
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.product, 'zh')}按 ${told(args.method)} 定价，但缺少 ${told(args.lacks)}。`,
    help: '请补上该方法需要的数据。',
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const price of plan.prices.values()) {
    const lacks = lacksOf(price).join(', ');
    if (lacks !== '')
      yield {
        rule: methodWithoutInputs.id,
        spot: { in: 'plan', path: ['strategy', 'price', price.product, 'method'], at: 'value' },
        restsOn: [['strategy', 'price', price.product]],
        args: { product: price.product, method: price.method, lacks },
      };
  }
}

function lacksOf({ method, unitCost, markup, competitors, value }: Price): readonly string[] {
  switch (method) {
    case 'cost-plus':
      return [...(unitCost ? [] : ['unit_cost']), ...(markup ? [] : ['markup'])];
    case 'competition':
      return competitors.size > 0 ? [] : ['competitors'];
    case 'value':
      return value?.reference ? [] : ['value.reference'];
    default:
      return [];
  }
}
