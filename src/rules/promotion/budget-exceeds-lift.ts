import type { Args, Problem } from '../../model/finding.ts';
import { compare, toDecimal } from '../../model/fraction.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { figure, quoted } from '../words.ts';

export const budgetExceedsLift: Rule = {
  id: 'promotion/budget-exceeds-lift',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A promotion costs more than it shall bring.',
      why: 'It is then a loss by plan.',
      mend: 'Lower the budget, or say why it is worth it with a waiver.',
    },
    zh: {
      title: '促销的预算高于预期带来的收入。',
      why: '那就是计划好的亏损。',
      mend: '请降低预算，或用豁免说明为什么值得。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
strategy:
  promotion:
    spring: {name: Spring sale, start: 2026-03-01, end: 2026-03-31, budget: 900k, expect: {metric: revenue, lift: 600k}, owner: zhao}
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
    column: 77,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
strategy:
  promotion:
    spring: {name: Spring sale, start: 2026-03-01, end: 2026-03-31, budget: 100k, expect: {metric: revenue, lift: 600k}, owner: zhao}
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
    message: `The promotion ${quoted(args.promotion, 'en')} costs ${figure(args.budget)} and shall bring ${figure(args.lift)}.`,
    help: 'Lower the budget or raise what is expected.',
  };
}

function zh(args: Args): Words {
  return {
    message: `促销${quoted(args.promotion, 'zh')}花费 ${figure(args.budget)}，预期只带来 ${figure(args.lift)}。`,
    help: '请降低预算，或提高预期。',
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const { id, budget, expect } of plan.promotions.values()) {
    const isMoney = plan.metrics.get(expect?.metric ?? '')?.unit === 'money';
    if (!budget || !expect || !isMoney || compare(budget, expect.lift) <= 0) continue;
    const args = { promotion: id, budget: toDecimal(budget, 0), lift: toDecimal(expect.lift, 0) };
    const path = ['strategy', 'promotion', id];
    yield {
      rule: budgetExceedsLift.id,
      spot: { in: 'plan', path: [...path, 'budget'], at: 'value' },
      restsOn: [[...path, 'expect']],
      args,
    };
  }
}
