import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const measureWithoutEvidence: Rule = {
  id: 'improvement/measure-without-evidence',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A measure is called done without evidence.',
      why: 'Without it nobody learns whether it worked.',
      mend: 'Say what shows it: evidence.',
    },
    zh: {
      title: '措施已完成，却没有证据。',
      why: '没有证据，就没有人知道有没有用。',
      mend: '请写明证据：evidence。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
improvement:
  reviews: {every: 1 month, owner: lina}
  measures:
    quotes: {kind: process, owner: lina, deadline: 2026-03-31, status: done}
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
    line: 8,
    column: 72,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
improvement:
  reviews: {every: 1 month, owner: lina}
  measures:
    quotes: {kind: process, owner: lina, deadline: 2026-03-31, status: done, evidence: quotes take one day}
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
  return { message: `The measure ${quoted(args.name, 'en')} is done, and nothing shows it.`, help: 'Add evidence:.' };
}

function zh(args: Args): Words {
  return { message: `措施${quoted(args.name, 'zh')}已完成，却没有证据。`, help: '请补上 evidence:。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const each of plan.measures.values()) {
    if (each.status === 'done' && each.evidence === undefined)
      yield {
        rule: measureWithoutEvidence.id,
        spot: { in: 'plan', path: ['improvement', 'measures', each.id, 'status'], at: 'value' },
        restsOn: [['improvement', 'measures', each.id, 'evidence']],
        args: { name: each.name },
      };
  }
}
