import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const noDeadline: Rule = {
  id: 'action/no-deadline',
  severity: 'warning',
  explanation: {
    en: {
      title: 'An action has no deadline.',
      why: 'What may be done any day is done no day.',
      mend: 'Give it a day.',
    },
    zh: {
      title: '行动没有期限。',
      why: '哪天都可以做的事，哪天都不会做。',
      mend: '请给出日期。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
actions:
  hire: {name: Hire, owner: lina}
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
actions:
  hire: {name: Hire, owner: lina, deadline: 2026-12-31}
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
  return { message: `The action ${quoted(args.name, 'en')} has no deadline.`, help: 'Add deadline:.' };
}

function zh(args: Args): Words {
  return { message: `行动${quoted(args.name, 'zh')}没有期限。`, help: '请补上 deadline:。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const { id, name, deadline, status } of plan.actions.values()) {
    const isOpen = status === 'planned' || status === 'doing';
    if (isOpen && deadline === undefined)
      yield { rule: noDeadline.id, spot: { in: 'plan', path: ['actions', id], at: 'key' }, missing: 'deadline', args: { name } };
  }
}
