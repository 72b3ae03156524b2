import { type Day, daysBetween, laterDay } from '../../model/day.ts';
import type { Actuals, Fact } from '../../model/fact.ts';
import type { Goal } from '../../model/goal.ts';
import type { Plan } from '../../model/plan.ts';
import { factsOfGoal } from '../goal-facts.ts';
import { type Evidence, missing, say } from './evidence.ts';

/** Data without a row for longer are not fresh; monthly figures still are. */
const FRESH_DAYS = 45;

/** A metric with a unit, a target in it, a baseline with its period, and a fresh source that fills it. */
export function measurable(goal: Goal, plan: Plan, actuals: Actuals | undefined, asOf: Day): readonly Evidence[] {
  const { metric, target } = goal;
  return [
    say('metric', 'pass', { metric: metric.name, unit: metric.unit }),
    ...(target.is === 'value' ? [say('target', 'pass', { target: { value: target.value, metric } })] : []),
    baselineOf(goal),
    sourceOf(goal, plan, actuals, asOf),
  ];
}

function baselineOf({ baseline, metric }: Goal): Evidence {
  if (!baseline) return missing('no-baseline');
  if (baseline.period === undefined) return say('baseline-without-period', 'weak');
  const { period } = baseline;
  return baseline.is === 'value'
    ? say('baseline', 'pass', { period, baseline: { value: baseline.value, metric } })
    : say('baseline-from-data', 'pass', { period });
}

function sourceOf(goal: Goal, plan: Plan, actuals: Actuals | undefined, asOf: Day): Evidence {
  const facts = factsOfGoal(goal, actuals?.facts ?? []).filter((fact) => fact.day <= asOf);
  const latest = latestOf(facts);
  if (latest !== undefined) {
    const values = { rows: facts.reduce((count, fact) => count + fact.rows, 0), latest };
    const isOld = daysBetween(latest, asOf) > FRESH_DAYS && latest < goal.span.end;
    return say(isOld ? 'rows-old' : 'rows', isOld ? 'weak' : 'pass', values);
  }
  if (plan.checkins.some((checkin) => checkin.goal === goal.id && checkin.value)) return say('reported', 'pass');
  if (actuals === undefined && canBeFilled(goal, plan)) return say('source', 'pass');
  return missing('no-source');
}

/** Some source could fill the metric: sums of any rows, others by name in a table of metrics. */
function canBeFilled({ metric }: Goal, plan: Plan): boolean {
  if (plan.actuals.size === 0) return false;
  const namesMetrics = [...plan.actuals.values()].some(({ columns }) => columns.size === 0 || columns.has('metric'));
  return metric.measure.is !== 'none' || namesMetrics;
}

function latestOf(facts: readonly Fact[]): Day | undefined {
  return facts.reduce<Day | undefined>((latest, { day }) => (latest === undefined ? day : laterDay(latest, day)), undefined);
}
