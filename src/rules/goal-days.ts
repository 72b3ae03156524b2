import type { Id, PlanPath } from '../model/id.ts';

/** Where the days of a goal stand. */
export function daysOf(goal: Id): readonly PlanPath[] {
  return [['period'], ['goals', goal, 'start'], ['goals', goal, 'deadline']];
}
