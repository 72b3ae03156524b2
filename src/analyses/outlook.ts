import { countWorkingDays } from '../model/calendar.ts';
import { addDays, addMonthsTo, type Day, daysBetween, earlierDay, firstOfMonth, laterDay, monthOf, yearOf } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import type { Fraction } from '../model/fraction.ts';
import type { Goal } from '../model/goal.ts';
import type { Plan } from '../model/plan.ts';
import { holds } from '../model/span.ts';
import { monthsToCome } from './months-to-come.ts';

/** Where a flow goal will stand at its deadline, judged by its own past; floats, in the metric's unit. */
export type Outlook =
  | {
      readonly is: 'known';
      /** What is reached with a probability of one minus `share`. */
      quantile(share: number): number;
      readonly probability: number;
      readonly months: number;
    }
  | { readonly is: 'unknown'; readonly because: 'too-short' | 'too-sparse' | 'too-old' | 'over'; readonly months: number };

/** Fewer closed months say nothing. */
const LEAST_MONTHS = 4;
/** Data without a row for longer would be taken for months without sales. */
const FRESH_DAYS = 45;
/** With more empty months than this share, sales come too seldom for a forecast by months. */
const MOST_EMPTY = 0.3;

/**
 * Forecast of a goal's total at its deadline: what was reached so far and the months to come (months-to-come.ts says how).
 * `facts` are the goal's own, of any time. The probability of reaching the target is told in whole percents, from 1 % to 99 %.
 */
export function outlookOf(goal: Goal, target: Fraction, facts: readonly Fact[], plan: Plan, asOf: Day): Outlook {
  const history = closedMonths(facts, asOf);
  const months = history.values.length;
  if (asOf >= goal.span.end) return { is: 'unknown', because: 'over', months };
  if (history.latest !== undefined && daysBetween(history.latest, asOf) > FRESH_DAYS) return { is: 'unknown', because: 'too-old', months };
  if (months < LEAST_MONTHS) return { is: 'unknown', because: 'too-short', months };
  if (history.values.filter((value) => value <= 0).length > MOST_EMPTY * months) return { is: 'unknown', because: 'too-sparse', months };
  const achieved = totalOf(facts.filter((fact) => fact.day <= asOf && holds(goal.span, fact.day)));
  const { atLeast, quantile } = monthsToCome(history, monthsAhead(goal, plan, asOf, history.next));
  const probability = Math.min(0.99, Math.max(0.01, Math.round(100 * atLeast(rough(target) - achieved)) / 100));
  return { is: 'known', quantile: (share) => achieved + quantile(share), probability, months };
}

/** Totals of whole months, oldest first, from the first one with facts to the last one before the day. */
export interface History {
  readonly values: readonly number[];
  /** First day of the month after them. */
  readonly next: Day;
  /** The last day with a fact. */
  readonly latest: Day | undefined;
}

function closedMonths(facts: readonly Fact[], asOf: Day): History {
  const next = firstOfMonth(yearOf(addDays(asOf, 1)), monthOf(addDays(asOf, 1)));
  const byMonth = new Map<string, number>();
  let latest: Day | undefined;
  for (const { day, value } of facts) {
    if (day <= asOf) latest = latest === undefined ? day : laterDay(latest, day);
    if (day >= next) continue;
    const month = day.slice(0, 7);
    byMonth.set(month, (byMonth.get(month) ?? 0) + rough(value));
  }
  const [first] = [...byMonth.keys()].sort();
  if (first === undefined) return { values: [], next, latest };
  const values: number[] = [];
  for (let month = firstOfMonth(Number(first.slice(0, 4)), Number(first.slice(5, 7))); month < next; month = addMonthsTo(month, 1))
    values.push(byMonth.get(month.slice(0, 7)) ?? 0);
  return { values, next, latest };
}

/** For each month up to the deadline the share of its working days that is still to come. */
function monthsAhead({ span }: Goal, plan: Plan, asOf: Day, from: Day): readonly number[] {
  const shares: number[] = [];
  for (let month = from; month <= span.end; month = addMonthsTo(month, 1)) {
    const end = addDays(addMonthsTo(month, 1), -1);
    const left = { start: laterDay(laterDay(month, addDays(asOf, 1)), span.start), end: earlierDay(end, span.end) };
    const whole = countWorkingDays(plan.calendar, { start: month, end });
    shares.push(left.start > left.end || whole === 0 ? 0 : countWorkingDays(plan.calendar, left) / whole);
  }
  return shares;
}

function totalOf(facts: readonly Fact[]): number {
  return facts.reduce((total, { value }) => total + rough(value), 0);
}

/** Near enough for statistics. */
function rough({ n, d }: Fraction): number {
  return Number(n) / Number(d);
}
