import type { Args, Problem } from '../../model/finding.ts';
import { compare, type Fraction, NOUGHT } from '../../model/fraction.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { amountText, figure, quoted } from '../words.ts';

export const milestonesNotRising: Rule = {
  id: 'sum/milestones-not-rising',
  severity: 'error',
  explanation: {
    en: {
      title: 'Milestones do not lead to the target.',
      why: 'A later milestone below an earlier one, or above the target, gives two speeds for one way.',
      mend: 'Put the milestones in order of date, each nearer to the target.',
    },
    zh: {
      title: '里程碑没有逐步接近目标。',
      why: '后面的里程碑低于前面的，或超过了目标，同一条路就有了两种速度。',
      mend: '请按日期排列里程碑，并逐个接近目标。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
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
    milestones: {half: {deadline: 2026-06-30, target: 6M}, autumn: {deadline: 2026-09-30, target: 5M}}
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
    line: 18,
    column: 99,
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
    message: `The milestone ${quoted(args.id, 'en')} (${figure(args.value)}) does not lie between ${figure(args.from)} and ${figure(args.to)}.`,
    help: 'Later milestones must be nearer to the target than earlier ones.',
  };
}

function zh(args: Args): Words {
  return {
    message: `里程碑${quoted(args.id, 'zh')}（${figure(args.value)}）不在 ${figure(args.from)} 与 ${figure(args.to)} 之间。`,
    help: '日期靠后的里程碑应比前面的更接近目标。',
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const goal of plan.goals.values()) {
    if (goal.target.is !== 'value') continue;
    const target = goal.target.value;
    const show = (value: Fraction) =>
      `${figure(
        amountText(value, goal.metric)
          .replace(/(\.\d*?)0+$/, '$1')
          .replace(/\.$/, ''),
      )}${goal.metric.unit === 'percent' ? '%' : ''}`;
    let last = goal.baseline?.is === 'value' && goal.metric.kind !== 'flow' ? goal.baseline.value : NOUGHT;
    for (const milestone of [...goal.milestones].sort((a, b) => (a.deadline < b.deadline ? -1 : 1))) {
      if (milestone.target === undefined) continue;
      if (!isBetween(milestone.target, last, target)) {
        const args = { id: milestone.id, value: show(milestone.target), from: show(last), to: show(target) };
        yield {
          rule: milestonesNotRising.id,
          spot: { in: 'plan', path: ['goals', goal.id, 'milestones', milestone.id, 'target'], at: 'value' },
          args,
        };
      }
      last = milestone.target;
    }
  }
}

function isBetween(value: Fraction, from: Fraction, to: Fraction): boolean {
  return compare(from, to) <= 0
    ? compare(from, value) <= 0 && compare(value, to) <= 0
    : compare(to, value) <= 0 && compare(value, from) <= 0;
}
