import { decompose } from '../../src/decompose/index.ts';
import { loadPlan } from '../../src/load/index.ts';
import type { Calendar } from '../../src/model/calendar.ts';
import type { GoalResult } from '../../src/model/decomposed.ts';
import type { PlanFiles } from '../../src/model/files.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Subgoal } from '../../src/model/subgoal.ts';

/** Files held in memory. */
export function filesOf(texts: Readonly<Record<string, string>>): PlanFiles {
  const has = (path: string) => Object.hasOwn(texts, path);
  return {
    read: (path) => (has(path) ? { is: 'bytes', bytes: new TextEncoder().encode(texts[path]) } : { is: 'missing' }),
    kind: (path) => (has(path) ? 'file' : 'missing'),
    glob: async (pattern) => Object.keys(texts).filter((path) => path === pattern),
    list: () => Object.keys(texts),
    resolve: (path) => path,
  };
}

/** A plan from its YAML; throws when something is wrong with it. */
export async function planOf(yaml: string): Promise<Plan> {
  const loaded = await loadPlan(filesOf({ 'salesplan.yaml': yaml }), 'salesplan.yaml');
  if (!loaded.plan || loaded.problems.length > 0) throw new Error(JSON.stringify(loaded.problems, null, 1));
  return loaded.plan;
}

/** The trees of a plan that needs no data. */
export async function treesOf(yaml: string): Promise<readonly GoalResult[]> {
  return decompose(await planOf(yaml), { facts: undefined, table: () => undefined });
}

/** Every parent of a tree with its children. */
export function familiesOf(nodes: readonly Subgoal[]): ReadonlyMap<Subgoal, readonly Subgoal[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Map<Subgoal, Subgoal[]>();
  for (const node of nodes) {
    const parent = byId.get(node.parent ?? '');
    const children = parent && found.get(parent);
    if (children) children.push(node);
    else if (parent) found.set(parent, [node]);
  }
  return found;
}

/** Calendar years, weeks from Monday, work from Monday to Friday. */
export const PLAIN_CALENDAR: Calendar = {
  yearStart: { month: 1, day: 1 },
  pattern: 'gregorian',
  weekStart: 1,
  workingWeekdays: new Set([1, 2, 3, 4, 5]),
  holidays: new Map(),
  extraWorkingDays: new Map(),
};
