import { baselineValue } from '../../decompose/index.ts';
import { addDays, addMonthsTo, type Day, earlierDay } from '../../model/day.ts';
import type { Fact } from '../../model/fact.ts';
import { type Fraction, fraction, minus, over, sum, toFloat } from '../../model/fraction.ts';
import type { Goal } from '../../model/goal.ts';
import { parsePeriod } from '../../model/period.ts';
import type { Plan } from '../../model/plan.ts';
import { daysIn, holds, type Span } from '../../model/span.ts';
import { type Evidence, missing, say } from './evidence.ts';

/** Asking for more than three times the growth that was ever achieved needs a reason. */
const BOLD = 3;

/** Growth asked for against growth achieved. `facts` are the goal's; undefined: the data were not read. */
export function growth(goal: Goal, target: Fraction, plan: Plan, facts: readonly Fact[] | undefined, asOf: Day): readonly Evidence[] {
  const baseline = baselineForSpan(goal, plan, facts);
  if (!goal.baseline) return [missing('growth-missing')];
  if (!baseline) return [missing(facts ? 'baseline-empty' : 'baseline-unread', { period: goal.baseline.period ?? '' })];
  const asked = askedOf(goal, target, baseline);
  if (!asked) return [missing('growth-missing')];
  const isFlow = goal.metric.kind === 'flow';
  const achieved = isFlow && facts ? achievedBy(facts, asOf) : undefined;
  if (!achieved) return [asked, ...(isFlow ? [missing('growth-unknown')] : [])];
  const { metric } = goal;
  const was = {
    growth: achieved.growth,
    now: { value: achieved.now, metric },
    before: { value: achieved.before, metric },
    ...achieved.days,
  };
  return [
    asked,
    say(
      isBold(goal, asked, achieved.growth) ? 'growth-bold' : 'growth-achieved',
      isBold(goal, asked, achieved.growth) ? 'weak' : 'pass',
      was,
    ),
  ];
}

/** What the target asks for over a baseline that is as long as the goal; levels compare as they stand. */
function askedOf({ metric, rationale, span, baseline }: Goal, target: Fraction, from: Fraction): Evidence | undefined {
  const asked = over(minus(target, from), from);
  if (!asked) return undefined;
  const values = {
    asked,
    target: { value: target, metric },
    baseline: { value: from, metric },
    period: baseline?.period ?? '',
    days: daysIn(span),
  };
  if (metric.better.is !== 'higher' && metric.better.is !== 'lower') return say('keeps', 'pass', values);
  const isChallenging = metric.better.is === 'lower' ? asked.n < 0n : asked.n > 0n;
  return say(
    isChallenging || rationale !== undefined ? 'growth' : 'growth-none',
    isChallenging || rationale !== undefined ? 'pass' : 'weak',
    values,
  );
}

function isBold({ metric, rationale }: Goal, asked: Evidence, achieved: Fraction): boolean {
  const share = asked.values.asked;
  if (rationale !== undefined || metric.better.is !== 'higher' || typeof share !== 'object' || !('n' in share)) return false;
  return toFloat(share) > 0.1 && toFloat(share) > BOLD * Math.max(0, toFloat(achieved));
}

interface Achieved {
  readonly growth: Fraction;
  readonly now: Fraction;
  readonly before: Fraction;
  readonly days: { readonly from: Day; readonly to: Day };
}

/** The last twelve months before the day against the twelve before those; half a year where there is no more. */
function achievedBy(facts: readonly Fact[], asOf: Day): Achieved | undefined {
  const past = facts.filter((fact) => fact.day <= asOf);
  const [head] = past;
  if (!head) return undefined;
  const first = past.reduce((earliest, fact) => earlierDay(earliest, fact.day), head.day);
  for (const months of [12, 6]) {
    const now = { start: addDays(addMonthsTo(asOf, -months), 1), end: asOf };
    const before = { start: addMonthsTo(now.start, -12), end: addMonthsTo(asOf, -12) };
    if (before.start < addDays(first, -15)) continue;
    const [value, was] = [sumIn(past, now), sumIn(past, before)];
    const change = over(minus(value, was), was);
    return change && was.n > 0n ? { growth: change, now: value, before: was, days: { from: now.start, to: now.end } } : undefined;
  }
  return undefined;
}

function sumIn(facts: readonly Fact[], span: Span): Fraction {
  return sum(facts.filter((fact) => holds(span, fact.day)).map((fact) => fact.value));
}

/** The baseline's level for as many days as the goal has: a quarter's goal is not compared with a year. */
export function baselineForSpan(goal: Goal, plan: Plan, facts: readonly Fact[] | undefined): Fraction | undefined {
  const value = baselineValue(goal, plan, facts);
  const period = goal.baseline?.period === undefined ? undefined : parsePeriod(goal.baseline.period, plan.calendar);
  if (!value || !period || goal.metric.kind !== 'flow') return value;
  const ratio = daysIn(goal.span) / daysIn(period);
  return ratio > 0.9 && ratio < 1.1 ? value : over({ n: value.n * BigInt(daysIn(goal.span)), d: value.d }, fraction(daysIn(period)));
}
