import type { OpenedPlan } from './open-plan.ts';

/** The file beside the plan that holds its subgoals; a plan of another name than salesplan.yaml has its own. */
export function subgoalsFile({ location }: Pick<OpenedPlan, 'location'>): string {
  const stem = location.entry.replace(/\.ya?ml$/i, '');
  return stem === 'salesplan' ? 'subgoals.csv' : `${stem}.subgoals.csv`;
}
