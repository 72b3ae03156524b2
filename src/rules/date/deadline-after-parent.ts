import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const deadlineAfterParent: Rule = {
  id: 'date/deadline-after-parent',
  severity: 'error',
  explanation: {
    en: {
      title: 'A goal is due after the goal that it supports.',
      why: 'The parent is judged before its part is done.',
      mend: 'Move the deadline to that of the parent or earlier.',
    },
    zh: {
      title: '目标的期限晚于它所支持的目标。',
      why: '上级目标考核时，这一部分还没有完成。',
      mend: '请把期限提前到上级目标的期限或更早。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  related: { parent: { en: 'the goal it supports', zh: '它所支持的目标' } },
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
  south: {name: South, owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    deadline: 2026-06-30
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
  part:
    metric: units
    target: 100
    owner: zhao
    deadline: 2026-09-30
    supports: [revenue]
`,
    line: 25,
    column: 15,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
  south: {name: South, owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
  },
  check,
};

function en(args: Args): Words {
  return {
    message: `This goal is due on ${told(args.deadline)}, after ${quoted(args.parent, 'en')}, which it supports (${told(args.parentDeadline)}).`,
    help: `Move the deadline to ${told(args.parentDeadline)} or earlier.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `这个目标的期限 ${told(args.deadline)} 晚于它所支持的${quoted(args.parent, 'zh')}（${told(args.parentDeadline)}）。`,
    help: `请把期限提前到 ${told(args.parentDeadline)} 或更早。`,
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const goal of plan.goals.values()) {
    const parent = goal.supports.map((id) => plan.goals.get(id)).find((each) => each !== undefined && each.span.end < goal.span.end);
    if (!parent) continue;
    yield {
      rule: deadlineAfterParent.id,
      spot: { in: 'plan', path: ['goals', goal.id, 'deadline'], at: 'value' },
      args: { deadline: goal.span.end, parent: parent.id, parentDeadline: parent.span.end },
      related: [{ where: { in: 'plan', path: ['goals', parent.id], at: 'key' }, says: 'parent' }],
    };
  }
}
