import type { Args, Problem } from '../../model/finding.ts';
import type { PlanPath } from '../../model/id.ts';
import { datedPlaces, isTurned } from '../dated-places.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { told } from '../words.ts';

export const outsidePeriod: Rule = {
  id: 'date/outside-period',
  severity: 'error',
  explanation: {
    en: {
      title: "A date lies outside of the plan's period.",
      why: 'What is due after the plan ends is in no report of the plan.',
      mend: 'Move the date into the period, or extend the period.',
    },
    zh: {
      title: '日期在计划期间之外。',
      why: '计划结束之后才到期的事，不会出现在这个计划的任何报告里。',
      mend: '请把日期移到期间内，或延长期间。',
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
    deadline: 2027-01-31
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
    line: 18,
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
    message: `${told(args.date)} lies outside of the plan's period ${told(args.start)}..${told(args.end)}.`,
    help: `Choose a day from ${told(args.start)} to ${told(args.end)}, or extend period.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `${told(args.date)} 在计划期间 ${told(args.start)}..${told(args.end)} 之外。`,
    help: `请选择 ${told(args.start)} 到 ${told(args.end)} 之间的日期，或延长 period。`,
  };
}

function* check(context: RuleContext): Iterable<Problem> {
  const { plan, input } = context;
  const { start, end } = plan.period;
  if (isTurned(input)) return;
  yield* lateTransfers(context);
  for (const place of datedPlaces(input)) {
    if (!isBoundToPeriod(place.path)) continue;
    for (const [key, date] of place.dates) {
      if (date >= start && date <= end) continue;
      yield { rule: outsidePeriod.id, spot: { in: 'plan', path: [...place.path, key], at: 'value' }, args: { date, start, end } };
    }
  }
}

/** A hand-over after the plan's end changes nothing. */
function* lateTransfers({ plan }: RuleContext): Iterable<Problem> {
  const { start, end } = plan.period;
  for (const { path, transfers } of [...plan.goals.values()].flatMap((goal) => goal.decompose)) {
    for (const [index, { from }] of transfers.entries()) {
      if (from <= end) continue;
      yield {
        rule: outsidePeriod.id,
        spot: { in: 'plan', path: [...path, 'transfers', index, 'from'], at: 'value' },
        args: { date: from, start, end },
      };
    }
  }
}

/** People come before and leave after a plan, research is older, promotions have a rule of their own: only what the plan itself asks for is bound. */
function isBoundToPeriod(path: PlanPath): boolean {
  return path[0] === 'goals' || path[0] === 'actions' || path[0] === 'improvement';
}
