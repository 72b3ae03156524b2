import type { Plan } from './plan.ts';
import type { Stage } from './stage.ts';

/** The stages that a sale goes through, from the first contact to the deal; what comes after the sale is not counted on. */
export function funnelOf(plan: Plan): readonly Stage[] {
  return [...plan.stages.values()].filter((stage) => stage.phase !== 'post-sale');
}
