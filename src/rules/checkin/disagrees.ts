import { factsOfGoal, type Position, standingOn } from '../../analyses/index.ts';
import { addDays, type Day, earlierDay } from '../../model/day.ts';
import type { Actuals } from '../../model/fact.ts';
import type { Args, Problem } from '../../model/finding.ts';
import type { Checkin } from '../../model/follow-up.ts';
import { compare, minus, over } from '../../model/fraction.ts';
import type { Metric } from '../../model/metric.ts';
import type { GoalTree } from '../../model/subgoal.ts';
import { ownerOn } from '../../model/tenure.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { amountText, figure, quoted, told } from '../words.ts';

export const disagrees: Rule = {
  id: 'checkin/disagrees',
  severity: 'warning',
  data: 'needed',
  explanation: {
    en: {
      title: 'A check-in says something else than the data.',
      why: 'Green on paper and red in the data is how a miss is found out in the last month.',
      mend: 'Ask what the person knows that the data do not show: late orders to enter, or a report to correct. A new check-in settles it.',
    },
    zh: {
      title: '汇报与数据不一致。',
      why: '纸面上绿色、数据里红色，缺口就会到最后一个月才被发现。',
      mend: '请了解汇报人掌握而数据没有体现的情况：补录订单，或更正汇报。新的汇报会取代它。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao, manager: lina}
actuals:
  orders:
    from: orders.csv
    columns: {date: date, amount: amount}
checkins:
  2026-W25:
    lina:
      revenue: {status: green, note: on track}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
    files: {
      'orders.csv': `date,amount
2026-01-12,300000
2026-03-16,400000
2026-06-22,300000
`,
    },
    line: 16,
    column: 25,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao, manager: lina}
actuals:
  orders:
    from: orders.csv
    columns: {date: date, amount: amount}
checkins:
  2026-W25:
    lina:
      revenue: {status: green, note: on track}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
    files: {
      'orders.csv': `date,amount
2026-01-12,1800000
2026-03-16,2100000
2026-06-15,2200000
`,
    },
  },
  check,
};

function en(args: Args): Words {
  const subject = `${told(args.who)} reported ${told(args.reported)} on ${quoted(args.goal, 'en')} in ${told(args.label)}`;
  const found =
    args.is === 'value'
      ? `the data give ${figure(args.actual)}`
      : `the data give ${told(args.computed)}: ${figure(args.actual)}${args.expected === undefined ? '' : ` of ${figure(args.expected)} expected by then`}`;
  return { message: `${subject}; ${found}.`, help: 'Find out which is right: enter what is missing in the data, or check in anew.' };
}

function zh(args: Args): Words {
  const found =
    args.is === 'value'
      ? `数据为 ${figure(args.actual)}`
      : `数据显示${told(ZH[told(args.computed)] ?? args.computed)}：${figure(args.actual)}${args.expected === undefined ? '' : `，届时应为 ${figure(args.expected)}`}`;
  return {
    message: `${told(args.who)}在 ${told(args.label)} 汇报${quoted(args.goal, 'zh')}为 ${told(ZH[told(args.reported)] ?? args.reported)}；${found}。`,
    help: '请核实哪个正确：补录缺少的数据，或重新汇报。',
  };
}

const ZH: Readonly<Record<string, string>> = {
  green: '绿色',
  red: '红色',
  done: '完成',
  missed: '未完成',
  broken: '未守住',
  met: '守住',
};

const GOOD: readonly string[] = ['green', 'done', 'met'];
const BAD: readonly string[] = ['red', 'missed', 'broken'];

/** The last check-in of each person on each goal, against where their part (or the goal, for its owner) stood at its end. */
function* check({ plan, goals, actuals, asOf }: RuleContext): Iterable<Problem> {
  if (!actuals) return;
  for (const checkin of latestOf(plan.checkins, asOf())) {
    const tree = goals.get(checkin.goal)?.tree;
    const on = earlierDay(checkin.period.end, asOf());
    const isOwner = tree && ownerOn(tree.goal.owner, on) === checkin.who;
    const standing = tree && standingOn(tree, plan, actuals, on, isOwner || checkin.value ? {} : { owner: checkin.who });
    if (!tree || !standing?.actual) continue;
    const found = valueOff(checkin, standing, tree, actuals) ?? statusOff(checkin, standing, tree.goal.metric);
    if (!found) continue;
    const path = ['checkins', checkin.label, checkin.who, checkin.goal, found.is];
    const args = { ...found, who: checkin.who, label: checkin.label, goal: checkin.goal };
    yield { rule: disagrees.id, spot: { in: 'plan', path, at: 'value' }, args };
  }
}

function latestOf(checkins: readonly Checkin[], asOf: Day): readonly Checkin[] {
  const latest = new Map<string, Checkin>();
  for (const checkin of checkins) {
    const key = `${checkin.who}/${checkin.goal}`;
    const before = latest.get(key);
    if (checkin.period.start <= asOf && (!before || before.period.end < checkin.period.end)) latest.set(key, checkin);
  }
  return [...latest.values()];
}

function statusOff({ status }: Checkin, { status: computed, actual, expected }: Position, metric: Metric) {
  const isOff = (GOOD.includes(status ?? '') && BAD.includes(computed)) || (status === 'red' && GOOD.includes(computed));
  if (!isOff || !actual) return undefined;
  return {
    is: 'status',
    reported: status,
    computed,
    actual: amountText(actual, metric),
    expected: expected && amountText(expected, metric),
  };
}

/** Two parts in a hundred are rounding; a report that is newer than the data knows more than they do. */
function valueOff({ value, period }: Checkin, { actual }: Position, { goal }: GoalTree, { facts }: Actuals) {
  if (!value || !actual || (goal.metric.kind !== 'flow' && actual.n === 0n)) return undefined;
  const since = addDays(period.start, -45);
  if (!factsOfGoal(goal, facts).some((fact) => fact.day >= since && fact.day <= period.end)) return undefined;
  const off = minus(value, actual);
  const share = over({ n: off.n < 0n ? -off.n : off.n, d: off.d }, actual.n < 0n ? { n: -actual.n, d: actual.d } : actual);
  if (share && compare(share, { n: 2n, d: 100n }) <= 0) return undefined;
  return { is: 'value', reported: amountText(value, goal.metric), actual: amountText(actual, goal.metric) };
}
