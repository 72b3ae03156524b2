import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const overdue: Rule = {
  id: 'action/overdue',
  severity: 'warning',
  explanation: {
    en: {
      title: 'An action is overdue.',
      why: 'What is late without a new date is given up without saying so.',
      mend: 'Finish it, or give it a new deadline and say why.',
    },
    zh: {
      title: '行动已逾期。',
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
actions:
  hire: {name: Hire, owner: lina, deadline: 2026-03-31, status: doing}
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
    column: 45,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
actions:
  hire: {name: Hire, owner: lina, deadline: 2026-12-31, status: doing}
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
    message: `The action ${quoted(args.name, 'en')} was due on ${told(args.deadline)}.`,
    help: 'Mark it done with its evidence, or set a new deadline.',
  };
}

function zh(args: Args): Words {
  return { message: `行动${quoted(args.name, 'zh')}应于 ${told(args.deadline)} 完成。`, help: '请标记为完成并写明证据，或设定新期限。' };
}

function* check({ plan, asOf }: RuleContext): Iterable<Problem> {
  for (const each of plan.actions.values()) {
    const isOpen = each.status === 'planned' || each.status === 'doing';
    if (!isOpen || each.deadline === undefined || each.deadline >= asOf()) continue;
    yield {
      rule: overdue.id,
      spot: { in: 'plan', path: ['actions', each.id, 'deadline'], at: 'value' },
      restsOn: [['actions', each.id, 'status']],
      args: { name: each.name, deadline: each.deadline },
    };
  }
}
