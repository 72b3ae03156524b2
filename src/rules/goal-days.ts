import type { Id, PlanPath } from '../model/plan.ts';

/** Where the days of a goal stand. */
export function daysOf(goal: Id): readonly PlanPath[] {
  return [['period'], ['goals', goal, 'start'], ['goals', goal, 'deadline']];
}
