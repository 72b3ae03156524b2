import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const noOwner: Rule = {
  id: 'promotion/no-owner',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A promotion has no owner.',
      why: 'Somebody must stop it when it does not work.',
      mend: 'Name the one person who answers for it.',
    },
    zh: {
      title: '促销没有负责人。',
      why: '效果不好时要有人喊停。',
      mend: '请指定一个负责人。',
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
    spring: {name: Spring sale, start: 2026-03-01, end: 2026-03-31, budget: 100k, expect: {metric: revenue, lift: 600k}}
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
  return { message: `Nobody answers for the promotion ${quoted(args.promotion, 'en')}.`, help: 'Add owner:.' };
}

function zh(args: Args): Words {
  return { message: `促销${quoted(args.promotion, 'zh')}没有负责人。`, help: '请补上 owner:。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const { id, owner } of plan.promotions.values()) {
    const path = ['strategy', 'promotion', id];
    if (!owner) yield { rule: noOwner.id, spot: { in: 'plan', path, at: 'key' }, missing: 'owner', args: { promotion: id } };
  }
}
