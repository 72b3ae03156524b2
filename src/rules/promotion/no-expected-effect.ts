import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const noExpectedEffect: Rule = {
  id: 'promotion/no-expected-effect',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A promotion expects nothing.',
      why: 'Without a number nobody can say afterwards whether it was worth its budget.',
      mend: 'Say what it shall bring: expect: {metric: revenue, lift: 600k}.',
    },
    zh: {
      title: '促销没有预期效果。',
      why: '没有数字，事后就说不清值不值这笔预算。',
      mend: '请写明预期：expect: {metric: revenue, lift: 60万}。',
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
    spring: {name: Spring sale, start: 2026-03-01, end: 2026-03-31, budget: 100k, owner: zhao}
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
    column: 5,
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
    message: `Nothing says what the promotion ${quoted(args.promotion, 'en')} shall bring.`,
    help: 'Add expect: with a metric and a lift.',
  };
}

function zh(args: Args): Words {
  return { message: `没有说明促销${quoted(args.promotion, 'zh')}要带来什么。`, help: '请补上 expect:，写明指标和增量。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const { id, expect } of plan.promotions.values()) {
    const path = ['strategy', 'promotion', id];
    if (!expect) yield { rule: noExpectedEffect.id, spot: { in: 'plan', path, at: 'key' }, missing: 'expect', args: { promotion: id } };
  }
}
