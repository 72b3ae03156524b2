import { isWorkingDay, lastWorkingDay } from '../../model/calendar.ts';
import { addDays } from '../../model/day.ts';
import type { Args, Problem } from '../../model/finding.ts';
import { holds } from '../../model/span.ts';
import { datedPlaces } from '../dated-places.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { told } from '../words.ts';

export const deadlineOnHoliday: Rule = {
  id: 'date/deadline-on-holiday',
  severity: 'info',
  explanation: {
    en: {
      title: 'A deadline is a day on which nobody works.',
      why: 'It is met on the working day before, or missed.',
      mend: 'Name the working day that is meant.',
    },
    zh: {
      title: '期限是非工作日。',
      why: '要么在前一个工作日完成，要么就会错过。',
      mend: '请写明实际的工作日。',
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
    deadline: 2026-11-29
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
    message: `${told(args.date)} is no working day${args.name === undefined ? '' : ` (${told(args.name)})`}.`,
    help: `The last working day before it is ${told(args.before)}.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `${told(args.date)} 不是工作日${args.name === undefined ? '' : `（${told(args.name)}）`}。`,
    help: `它之前最后一个工作日是 ${told(args.before)}。`,
  };
}

/** A day that is over can't be moved any more. */
function* check({ plan, input, asOf }: RuleContext): Iterable<Problem> {
  for (const place of datedPlaces(input)) {
    const date = place.dates.get('deadline');
    if (date === undefined || !holds(plan.period, date) || isWorkingDay(plan.calendar, date) || date < asOf()) continue;
    const before = lastWorkingDay(plan.calendar, { start: addDays(date, -30), end: date });
    const args = { date, before, name: plan.calendar.holidays.get(date) };
    yield { rule: deadlineOnHoliday.id, spot: { in: 'plan', path: [...place.path, 'deadline'], at: 'value' }, args };
  }
}
