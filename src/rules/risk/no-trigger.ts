import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const noTrigger: Rule = {
  id: 'risk/no-trigger',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A risk does not say what would show that it happens.',
      why: 'Then the plan meets it unprepared.',
      mend: 'Add trigger.',
    },
    zh: {
      title: '风险没有写明出现什么迹象算发生。',
      why: '那么风险来临时计划毫无准备。',
      mend: '请补上 trigger。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
risks:
  war: {name: Price war, kind: competition, likelihood: high, impact: 800k, response: add service, owner: lina}
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
  return { message: `The risk ${quoted(args.name, 'en')} does not say what would show that it happens.`, help: 'Add trigger:.' };
}

function zh(args: Args): Words {
  return { message: `风险${quoted(args.name, 'zh')}没有写明出现什么迹象算发生。`, help: '请补上 trigger:。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const each of plan.risks.values()) {
    if (each.trigger === undefined)
      yield {
        rule: noTrigger.id,
        spot: { in: 'plan', path: ['risks', each.id], at: 'key' },
        missing: 'trigger',
        args: { name: each.name },
      };
  }
}
