import type { Fact } from '../model/fact.ts';
import type { PlanPath } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import { REST, type Step } from '../model/step.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';

/** Where a number that a weight rests on stands in the plan, and the files that it is read from. */
export interface WeightInput {
  readonly path: PlanPath;
  readonly files: readonly string[];
}

/** What a node's weight rests on: its share, its potential, its member and role, the sources of history. */
export function weightInputs(
  node: Subgoal,
  step: Step | undefined,
  { goal, nodes }: GoalTree,
  plan: Plan,
  facts: readonly Fact[] | undefined,
): readonly WeightInput[] {
  const [dimension, key] = [...node.path].at(-1) ?? [];
  if (!step || key === undefined || node.pinned) return [];
  switch (node.derivedFrom.rule) {
    case 'list':
      return [inPlan(...step.path, 'shares', nodes.filter(({ parent }) => parent === node.parent).indexOf(node))];
    case 'map':
      return [inPlan(...step.path, 'shares', step.shares.is === 'map' && step.shares.parts.has(key) ? key : REST)];
    case 'potential':
      return [inPlan('segments', key, 'potential')];
    case 'capacity':
      return dimension === 'owner' ? capacityInputs(key, plan) : [];
    case 'history':
      return historyInputs(goal.metric.id, plan, facts ?? []);
    default:
      return [];
  }
}

function capacityInputs(id: string, { members }: Plan): readonly WeightInput[] {
  const role = members.get(id)?.role;
  const member = inPlan('team', 'members', id);
  return role === undefined ? [member] : [member, inPlan('team', 'roles', role, 'capacity')];
}

function historyInputs(metric: string, plan: Plan, facts: readonly Fact[]): readonly WeightInput[] {
  const used = new Set(facts.filter((fact) => fact.metric === metric).map(({ source }) => source));
  const sources = [...plan.actuals.values()].filter(({ id }) => used.has(id));
  return sources.map(({ path, from }) => ({ path: [...path, 'from'], files: from }));
}

function inPlan(...path: PlanPath): WeightInput {
  return { path, files: [] };
}
