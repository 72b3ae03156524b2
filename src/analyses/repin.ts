import { decompose } from '../decompose/index.ts';
import type { Amount } from '../model/amount.ts';
import type { DecomposeInputs } from '../model/decomposed.ts';
import { fromAmount } from '../model/fraction.ts';
import type { Pin } from '../model/goal.ts';
import type { Plan } from '../model/plan.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';
import type { Rebalanced } from './rebalance.ts';

/**
 * A goal's tree with some subgoals at other numbers, as somebody set them: each becomes a pin, and what is beside it shares
 * the rest. `edited` is node id → number.
 */
export function repin(tree: GoalTree, edited: ReadonlyMap<string, Amount>, note: string, plan: Plan, inputs: DecomposeInputs): Rebalanced {
  const { goal, nodes, decimals } = tree;
  const base = { goal, carry: goal.carry, decimals, closed: undefined };
  const set = nodes.filter((node) => edited.has(node.id));
  const made = set.map((node, index) => pinAt(node, index, edited.get(node.id), tree, note));
  const others = goal.pins.filter((pin) => !set.some((node) => isAt(pin, node)));
  const pins = [...others, ...made.filter((pin) => pin !== undefined)];
  const results = decompose({ ...plan, goals: new Map([...plan.goals, [goal.id, { ...goal, pins }]]) }, inputs);
  const result = results.find((each) => each.goal === goal.id);
  const [problem] = result?.problems ?? [];
  if (problem || !result?.tree)
    return { ...base, refusal: problem ? { is: 'problem', problem } : { is: 'no-data' }, changes: [], pins: goal.pins };
  const before = new Map(nodes.map((node) => [node.id, node]));
  const changes = result.tree.nodes.flatMap((after) => {
    const old = before.get(after.id);
    if (!old || old.target === after.target) return [];
    return [{ before: old, after, why: edited.has(after.id) ? ('edited' as const) : ('spread' as const) }];
  });
  return { ...base, refusal: undefined, changes, pins };
}

function pinAt(node: Subgoal, index: number, target: Amount | undefined, { goal, decimals }: GoalTree, note: string): Pin | undefined {
  if (target === undefined) return undefined;
  const before = goal.pins.find((pin) => isAt(pin, node));
  const path = before?.path ?? ['goals', goal.id, 'pins', goal.pins.length + index];
  return { path, at: node.path, target: fromAmount(target, decimals), note: before?.note ?? note };
}

function isAt(pin: Pin, node: Subgoal): boolean {
  return pin.at.size === node.path.size && [...node.path].every(([by, key]) => pin.at.get(by) === key);
}
