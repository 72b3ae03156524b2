import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';

export const noReview: Rule = {
  id: 'improvement/no-review',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Nobody reviews the plan.',
      why: 'A plan that is not looked at again is a wish.',
      mend: 'Say how often and who: reviews: {every: 1 month, owner: …}.',
    },
    zh: {
      title: '没有人回顾计划。',
      why: '不再回头看的计划只是愿望。',
      mend: '请写明多久一次、由谁：reviews: {every: 1 month, owner: …}。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
improvement:
  measures:
    quotes: {kind: process, owner: lina, deadline: 2026-12-31}
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
    line: 5,
    column: 1,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
improvement:
  reviews: {every: 1 month, owner: lina}
  measures:
    quotes: {kind: process, owner: lina, deadline: 2026-12-31}
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

function en(_: Args): Words {
  return { message: 'The plan names measures but no review.', help: 'Add improvement.reviews with every: and owner:.' };
}

function zh(_: Args): Words {
  return { message: '计划有改进措施，却没有定期回顾。', help: '请补上 improvement.reviews，写明 every: 和 owner:。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  if (plan.measures.size > 0 && !plan.reviews)
    yield { rule: noReview.id, spot: { in: 'plan', path: ['improvement'], at: 'key' }, missing: 'reviews', args: {} };
}
