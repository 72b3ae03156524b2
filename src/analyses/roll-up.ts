import { type Amount, addAmounts, sumAmounts, ZERO } from '../model/amount.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Dimension } from '../model/step.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';

/** One line of a roll-up: a member with those below them, or a key of a dimension. */
export interface RollUpRow {
  /** Undefined: what lies under no key. */
  readonly key: string | undefined;
  /** Managers above. */
  readonly depth: number;
  readonly own: Amount;
  /** Own and that of everybody below. */
  readonly total: Amount;
  /** People below, themselves included, that have something. */
  readonly people: number;
}

/** What was handed down, added up another way. `total` is the sum of all parts, `target` the goal's own number. */
export interface RolledUp {
  readonly rows: readonly RollUpRow[];
  readonly total: Amount;
  readonly target: Amount | undefined;
}

/**
 * Adds the last parts of a flow goal up by manager or by a dimension, each part once, exact: the rows without anybody
 * above total the sum of the parts. Undefined for levels and ratios, which do not add up over time.
 */
export function rollUp({ goal, nodes }: GoalTree, by: Dimension | 'manager', plan: Plan): RolledUp | undefined {
  if (goal.metric.kind !== 'flow') return undefined;
  const parts = partsIn(nodes);
  const total = sumAmounts(parts.map(({ amount }) => amount));
  const sums = new Map<string | undefined, Amount>();
  for (const { owner, leaf, amount } of parts) {
    const key = by === 'manager' || by === 'owner' ? owner : leaf.path.get(by);
    sums.set(key, addAmounts(sums.get(key) ?? ZERO, amount));
  }
  const rows = by === 'manager' ? byManager(sums, plan) : [...sums].map(([key, own]) => ({ key, depth: 0, own, total: own, people: 1 }));
  return { rows, total, target: nodes[0]?.target };
}

interface Part {
  readonly owner: Id;
  readonly leaf: Subgoal;
  readonly amount: Amount;
}

/** The last nodes with a number, funnels aside, each by those who have it. */
function partsIn(nodes: readonly Subgoal[]): readonly Part[] {
  const beforeStages = new Set(nodes.filter((node) => node.path.has('stage')).map((node) => node.parent));
  const last = nodes.filter((node) => !node.path.has('stage') && (node.leaf || beforeStages.has(node.id)));
  return last.flatMap((leaf): readonly Part[] => {
    if (leaf.target === undefined) return [];
    if (leaf.parts.length === 0) return [{ owner: leaf.owner, leaf, amount: leaf.target }];
    return leaf.parts.map(({ owner, target }) => ({ owner, leaf, amount: target }));
  });
}

/** The chain of `team.members.*.manager` from the top; who has nothing, nor anybody below, is left out. */
function byManager(sums: ReadonlyMap<string | undefined, Amount>, plan: Plan): readonly RollUpRow[] {
  const known = [...plan.members.keys(), ...[...sums.keys()].filter((id) => id !== undefined && !plan.members.has(id))];
  const below = new Map<Id | undefined, Id[]>();
  for (const id of known) {
    if (id === undefined) continue;
    const manager = managerOf(id, plan);
    below.set(manager, [...(below.get(manager) ?? []), id]);
  }
  const rowsUnder = (id: Id, depth: number): readonly RollUpRow[] => {
    const own = sums.get(id) ?? ZERO;
    const others = (below.get(id) ?? []).flatMap((each) => rowsUnder(each, depth + 1));
    const direct = others.filter((row) => row.depth === depth + 1);
    const total = sumAmounts([own, ...direct.map((row) => row.total)]);
    const people = (sums.has(id) ? 1 : 0) + direct.reduce((count, row) => count + row.people, 0);
    return people === 0 ? [] : [{ key: id, depth, own, total, people }, ...others];
  };
  return (below.get(undefined) ?? []).flatMap((id) => rowsUnder(id, 0));
}

/** Undefined at the top, and for a chain that leads back to itself. */
function managerOf(id: Id, plan: Plan): Id | undefined {
  const manager = plan.members.get(id)?.manager;
  if (manager === undefined || !plan.members.has(manager)) return undefined;
  const seen = new Set([id]);
  for (let at: Id | undefined = manager; at !== undefined; at = plan.members.get(at)?.manager) {
    if (seen.has(at)) return undefined;
    seen.add(at);
  }
  return manager;
}
