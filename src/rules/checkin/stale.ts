import { daysBetween } from '../../model/day.ts';
import type { Duration } from '../../model/duration.ts';
import type { Args, Problem } from '../../model/finding.ts';
import type { Language } from '../../model/language.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { addDuration } from '../thresholds.ts';
import { countedIn, quoted, spanName, told } from '../words.ts';

export const stale: Rule = {
  id: 'checkin/stale',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Nobody has reported on a goal for long.',
      why: 'Silence is not green.',
      mend: 'Check in; report.stale sets how long is too long.',
    },
    zh: {
      title: '很久没有人汇报这个目标。',
      why: '没有消息不等于一切正常。',
      mend: '请提交汇报；多久算太久由 report.stale 设定。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
checkins:
  2026-W12:
    lina:
      revenue: {status: green}
report: {stale: 2 weeks}
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
    line: 15,
    column: 3,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
checkins:
  2026-W25:
    lina:
      revenue: {status: green}
report: {stale: 2 weeks}
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
    message: `The last report on ${quoted(args.goal, 'en')} is of ${told(args.last)}, ${countedIn(args.days, 'day')} ago; report.stale allows ${limitOf(args, 'en')}.`,
    help: 'Add a check-in for the goal.',
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.goal, 'zh')}最近一次汇报是 ${told(args.last)}，已过 ${told(args.days)} 天；report.stale 允许 ${limitOf(args, 'zh')}。`,
    help: '请为该目标提交汇报。',
  };
}

function limitOf({ count, unit }: Args, language: Language): string {
  return spanName({ count: Number(count), unit: unit as Duration['unit'] }, language);
}

function* check({ plan, asOf }: RuleContext): Iterable<Problem> {
  const limit = plan.report.stale;
  if (!limit) return;
  for (const goal of plan.goals.values()) {
    const ends = plan.checkins
      .filter((each) => each.goal === goal.id)
      .map((each) => each.period.end)
      .sort();
    const last = ends.at(-1);
    if (last === undefined || asOf() > goal.span.end || addDuration(last, limit) >= asOf()) continue;
    const days = String(daysBetween(last, asOf()));
    const args = { goal: goal.id, last, days, count: String(limit.count), unit: limit.unit };
    yield { rule: stale.id, spot: { in: 'plan', path: ['goals', goal.id], at: 'key' }, args };
  }
}
