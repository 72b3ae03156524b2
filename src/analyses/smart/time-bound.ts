import { addDays, type Day, daysBetween } from '../../model/day.ts';
import type { Goal } from '../../model/goal.ts';
import type { Plan } from '../../model/plan.ts';
import { daysIn } from '../../model/span.ts';
import { isTimeDimension } from '../../model/step.ts';
import type { GoalTree } from '../../model/subgoal.ts';
import { type Evidence, say } from './evidence.ts';

/** The longest quarter that there is: fourteen weeks, and a few days for the last working day to fall in. */
const QUARTER = 101;

/** A deadline inside the period, and something due at least every quarter on the way. */
export function timeBound(goal: Goal, tree: GoalTree | undefined, plan: Plan): readonly Evidence[] {
  const { start, end } = goal.span;
  const isInside = end <= plan.period.end && start >= plan.period.start;
  return [say(isInside ? 'deadline' : 'outside', isInside ? 'pass' : 'fail', { start, deadline: end }), stepsOf(goal, tree)];
}

function stepsOf(goal: Goal, tree: GoalTree | undefined): Evidence {
  if (daysIn(goal.span) <= QUARTER) return say('short', 'pass', { days: daysIn(goal.span) });
  const parts = (tree?.nodes ?? []).filter((node) => [...node.path.keys()].some(isTimeDimension)).map((node) => node.deadline);
  const all = [...parts, ...goal.milestones.map((milestone) => milestone.deadline)];
  const steps = [...new Set<Day>(all)].filter((day) => day <= goal.span.end).sort();
  if (steps.length === 0) return say('no-steps', 'fail', { days: daysIn(goal.span) });
  const { days, from, to } = longestGap(goal, steps);
  return days > QUARTER
    ? say('steps-far', 'weak', { count: steps.length, days, from, to })
    : say('steps', 'pass', { count: steps.length, days });
}

function longestGap(goal: Goal, steps: readonly Day[]): { readonly days: number; readonly from: Day; readonly to: Day } {
  const days = [addDays(goal.span.start, -1), ...steps, goal.span.end];
  const gaps = days.slice(1).map((to, index) => {
    const from = days[index] ?? to;
    return { days: daysBetween(from, to), from, to };
  });
  return gaps.reduce((longest, gap) => (gap.days > longest.days ? gap : longest));
}
