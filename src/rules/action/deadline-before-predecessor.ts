import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const deadlineBeforePredecessor: Rule = {
  id: 'action/deadline-before-predecessor',
  severity: 'warning',
  explanation: {
    en: {
      title: 'An action is due before what it waits for.',
      why: 'It can not be done in time by its own plan.',
      mend: 'Move one of the two dates, or drop the dependency.',
    },
    zh: {
      title: '行动的期限早于它所等待的行动。',
      why: '按计划它就不可能按时完成。',
      mend: '请调整其中一个日期，或去掉依赖。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
actions:
  open: {name: Open, owner: lina, deadline: 2026-11-30, after: [lease]}
  lease: {name: Lease, owner: lina, deadline: 2026-12-31}
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
  open: {name: Open, owner: lina, deadline: 2026-12-31, after: [lease]}
  lease: {name: Lease, owner: lina, deadline: 2026-11-30}
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
    message: `${quoted(args.name, 'en')} is due on ${told(args.deadline)}, before ${quoted(args.after, 'en')} on ${told(args.date)}.`,
    help: 'Let it be due later, or the other earlier.',
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.name, 'zh')}的期限 ${told(args.deadline)} 早于${quoted(args.after, 'zh')}的 ${told(args.date)}。`,
    help: '请推迟它，或提前另一个。',
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const action of plan.actions.values()) {
    for (const id of action.after) {
      const before = plan.actions.get(id);
      if (!action.deadline || !before?.deadline || action.deadline >= before.deadline) continue;
      const args = { name: action.name, deadline: action.deadline, after: before.name, date: before.deadline };
      yield { rule: deadlineBeforePredecessor.id, spot: { in: 'plan', path: ['actions', action.id, 'deadline'], at: 'value' }, args };
    }
  }
}
