import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const overdueMeasure: Rule = {
  id: 'improvement/overdue-measure',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A measure is overdue.',
      why: 'What is late without a new date is given up without saying so.',
      mend: 'Finish it, or give it a new deadline and say why.',
    },
    zh: {
      title: '措施已逾期。',
      why: '逾期又没有新日期，等于悄悄放弃。',
      mend: '请完成它，或给出新期限并说明原因。',
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
    quotes: {kind: process, owner: lina, deadline: 2026-03-31, status: doing}
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
    column: 52,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
improvement:
  reviews: {every: 1 month, owner: lina}
  measures:
    quotes: {kind: process, owner: lina, deadline: 2026-12-31, status: doing}
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
    message: `The measure ${quoted(args.name, 'en')} was due on ${told(args.deadline)}.`,
    help: 'Mark it done with its evidence, or set a new deadline.',
  };
}

function zh(args: Args): Words {
  return { message: `措施${quoted(args.name, 'zh')}应于 ${told(args.deadline)} 完成。`, help: '请标记为完成并写明证据，或设定新期限。' };
}

function* check({ plan, asOf }: RuleContext): Iterable<Problem> {
  for (const each of plan.measures.values()) {
    const isOpen = each.status === 'planned' || each.status === 'doing';
    if (!isOpen || each.deadline === undefined || each.deadline >= asOf()) continue;
    yield {
      rule: overdueMeasure.id,
      spot: { in: 'plan', path: ['improvement', 'measures', each.id, 'deadline'], at: 'value' },
      restsOn: [['improvement', 'measures', each.id, 'status']],
      args: { name: each.name, deadline: each.deadline },
    };
  }
}
