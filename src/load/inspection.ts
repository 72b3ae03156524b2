import type { Problem } from '../model/finding.ts';
import type { PlanPath } from '../model/id.ts';
import { type Visit, walkPlan } from './shape.ts';

/** A problem, and what must not be looked at because of it; without a problem where that is told elsewhere already. */
export interface Refusal {
  readonly path: PlanPath;
  readonly problem: Problem | undefined;
}

/** Looks at every value of a plan, then tells. */
export interface Inspection {
  readonly visit: Visit;
  found(): readonly Refusal[];
}

/** Takes several inspections through a plan at once. */
export function inspect(input: unknown, inspections: readonly Inspection[]): readonly Refusal[] {
  walkPlan(input, (value, shape, path, raw) => {
    inspections.forEach(({ visit }) => void visit(value, shape, path, raw));
  });
  return inspections.flatMap((inspection) => inspection.found());
}
