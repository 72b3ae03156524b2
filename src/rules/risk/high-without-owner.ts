import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const highWithoutOwner: Rule = {
  id: 'risk/high-without-owner',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A likely risk has no owner.',
      why: 'Somebody must watch for it.',
      mend: 'Name the one person who does.',
    },
    zh: {
      title: '高可能性的风险没有负责人。',
      why: '总要有人盯着它。',
      mend: '请指定一个负责人。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
risks:
  war: {name: Price war, kind: competition, likelihood: high, impact: 800k, response: add service, trigger: a rival cuts 10%}
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
    line: 6,
    column: 3,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
risks:
  war: {name: Price war, kind: competition, likelihood: high, impact: 800k, response: add service, trigger: a rival cuts 10%, owner: lina}
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
  return { message: `Nobody watches the likely risk ${quoted(args.name, 'en')}.`, help: 'Add owner:.' };
}

function zh(args: Args): Words {
  return { message: `高可能性的风险${quoted(args.name, 'zh')}没有人盯。`, help: '请补上 owner:。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const { id, name, likelihood, owner } of plan.risks.values()) {
    if (likelihood === 'high' && owner === undefined)
      yield { rule: highWithoutOwner.id, spot: { in: 'plan', path: ['risks', id], at: 'key' }, missing: 'owner', args: { name } };
  }
}
