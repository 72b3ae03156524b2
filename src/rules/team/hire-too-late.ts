import { addMonthsTo } from '../../model/day.ts';
import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const hireTooLate: Rule = {
  id: 'team/hire-too-late',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A seat would be filled too late to help.',
      why: 'A new hire carries nothing until the ramp is over.',
      mend: 'Hire earlier, or give the part to somebody who is there.',
    },
    zh: {
      title: '补招的时间太晚，帮不上目标。',
      why: '新人要过了爬坡期才有产出。',
      mend: '请提前招聘，或把这部分交给在岗的人。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  roles:
    rep: {name: Rep, capacity: 12M, ramp: [0%, 50%, 100%]}
  members:
    lina: {name: Lina, role: rep, start: 2020-01-01}
    zhao: {name: Zhao, role: rep, start: 2020-01-01}
    new: {role: rep, start: 2026-12-01, hire: {status: open, owner: lina}}
  incentives:
    commission: {kind: material, for: [rep]}
    star: {kind: recognition, for: [rep]}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: owner, shares: capacity}
`,
    line: 11,
    column: 29,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  roles:
    rep: {name: Rep, capacity: 12M, ramp: [0%, 50%, 100%]}
  members:
    lina: {name: Lina, role: rep, start: 2020-01-01}
    zhao: {name: Zhao, role: rep, start: 2020-01-01}
    new: {role: rep, start: 2026-03-01, hire: {status: open, owner: lina}}
  incentives:
    commission: {kind: material, for: [rep]}
    star: {kind: recognition, for: [rep]}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: owner, shares: capacity}
`,
  },
  check,
};

function en(args: Args): Words {
  return {
    message: `${quoted(args.member, 'en')} starts on ${told(args.start)} and is ramped on ${told(args.ramped)}, after the last deadline ${told(args.deadline)}.`,
    help: 'Hire earlier, or hand the part to others.',
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.member, 'zh')}于 ${told(args.start)} 到岗，${told(args.ramped)} 才完成爬坡，晚于最后期限 ${told(args.deadline)}。`,
    help: '请提前招聘，或分给别人。',
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  const deadline = [...plan.goals.values()]
    .map((goal) => goal.span.end)
    .sort()
    .at(-1);
  for (const { id, start, hire, role } of plan.members.values()) {
    const steps = plan.roles.get(role ?? '')?.ramp.length ?? 0;
    if (hire?.status !== 'open' || !start || deadline === undefined || steps === 0) continue;
    const ramped = addMonthsTo(start, steps - 1);
    if (ramped > deadline)
      yield {
        rule: hireTooLate.id,
        spot: { in: 'plan', path: ['team', 'members', id, 'start'], at: 'value' },
        args: { member: id, start, ramped, deadline },
      };
  }
}
