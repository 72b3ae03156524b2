import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const doneWithoutEvidence: Rule = {
  id: 'action/done-without-evidence',
  severity: 'warning',
  explanation: {
    en: {
      title: 'An action is called done without evidence.',
      why: 'What nobody can see need not have happened.',
      mend: 'Say what shows it: evidence.',
    },
    zh: {
      title: '行动已完成，却没有证据。',
      why: '谁也看不到的事，未必发生过。',
      mend: '请写明证据：evidence。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
actions:
  hire: {name: Hire, owner: lina, deadline: 2026-03-31, status: done}
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
    column: 65,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
actions:
  hire: {name: Hire, owner: lina, deadline: 2026-03-31, status: done, evidence: contract signed}
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
  return { message: `The action ${quoted(args.name, 'en')} is done, and nothing shows it.`, help: 'Add evidence:.' };
}

function zh(args: Args): Words {
  return { message: `行动${quoted(args.name, 'zh')}已完成，却没有证据。`, help: '请补上 evidence:。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const each of plan.actions.values()) {
    if (each.status === 'done' && each.evidence === undefined)
      yield {
        rule: doneWithoutEvidence.id,
        spot: { in: 'plan', path: ['actions', each.id, 'status'], at: 'value' },
        restsOn: [['actions', each.id, 'evidence']],
        args: { name: each.name },
      };
  }
}
