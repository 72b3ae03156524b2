import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import { type Dimension, isTimeDimension } from '../model/step.ts';

/** What people call a key of a dimension: the entity's name, the key itself for time and for labels of the data. */
export function nameOf(plan: Plan, dimension: Dimension, key: string): string {
  if (isTimeDimension(dimension)) return key;
  switch (dimension) {
    case 'segment':
      return plan.segments.get(key)?.name ?? key;
    case 'product':
      return plan.products.get(key)?.name ?? key;
    case 'channel':
      return plan.channels.get(key)?.name ?? key;
    case 'owner':
      return memberName(plan, key);
    case 'stage':
      return plan.stages.get(key)?.name ?? key;
    case 'goal':
      return plan.goals.get(key)?.name ?? key;
  }
}

/** What people call a member; a dash where nobody is named. */
export function memberName(plan: Plan, id: Id | undefined): string {
  return id === undefined ? '–' : (plan.members.get(id)?.name ?? id);
}

/** A subgoal's place in the names that people know, after its last time: `2026-05 East › Lina`; the goal's name where it has no place. */
export function subgoalName(plan: Plan, id: string, goal: string | undefined): string {
  const found = goal === undefined ? undefined : plan.goals.get(goal);
  const dimensions = found?.decompose.flatMap((step) => step.by) ?? [];
  const keys = id.split('/').slice(1);
  const times = keys.filter((_, index) => isTimeDimension(dimensions[index] ?? 'month'));
  const places = keys.flatMap((key, index) => {
    const dimension = dimensions[index] ?? 'month';
    return isTimeDimension(dimension) ? [] : [nameOf(plan, dimension, key)];
  });
  return [...times.slice(-1), places.length > 0 ? places.join(' › ') : (found?.name ?? goal ?? '')].join(' ');
}
