import type { Amount } from '../model/amount.ts';
import type { DecomposeInputs, GoalResult } from '../model/decomposed.ts';
import type { Problem } from '../model/finding.ts';
import { toAmount } from '../model/fraction.ts';
import type { Goal, Id, Plan } from '../model/plan.ts';
import type { Subgoal } from '../model/subgoal.ts';
import { openingOf } from './baseline.ts';
import { type Emit, growTree, levelsOf, totalBelow } from './grow.ts';
import type { Parent } from './node.ts';
import { tellCreditOff } from './parts.ts';
import { pinCollector, pinnedAmounts } from './pins.ts';
import { isInScope } from './place.ts';
import { onceEach, type Setting, workingDayCounter } from './setting.ts';
import { readCells, type TableCells } from './table.ts';

export { baselineValue, levelOf } from './baseline.ts';
export { bucketsOf } from './buckets.ts';
export { capacityOf } from './capacity.ts';
export { isInScope, isUnder, ownerOf } from './place.ts';

/** The trees of all goals, in the plan's order. Pure: the same plan and inputs give the same trees. */
export function decompose(plan: Plan, inputs: DecomposeInputs): readonly GoalResult[] {
  const shared = sharedOf(plan, inputs);
  return [...plan.goals.values()].map((goal) => decomposeGoal(goal, shared));
}

/** Grows one goal's tree node by node, depth first, without keeping it: memory does not grow with the leaves. */
export function streamGoal(plan: Plan, goal: Goal, inputs: DecomposeInputs, emit: Emit): readonly Problem[] {
  return grow(goal, sharedOf(plan, inputs), emit);
}

/** What the goals of one plan have in common. */
interface Shared {
  readonly plan: Plan;
  readonly inputs: DecomposeInputs;
  readonly workingDays: Setting['workingDays'];
  readonly targets: Map<Id, Amount | undefined>;
}

function sharedOf(plan: Plan, inputs: DecomposeInputs): Shared {
  return { plan, inputs, workingDays: workingDayCounter(plan.calendar), targets: new Map() };
}

function decomposeGoal(goal: Goal, shared: Shared): GoalResult {
  const nodes: Subgoal[] = [];
  const problems = grow(goal, shared, (node) => void nodes.push(node));
  return { goal: goal.id, tree: { goal, decimals: goal.metric.decimals, nodes }, problems };
}

function grow(goal: Goal, shared: Shared, emit: Emit): readonly Problem[] {
  const problems: Problem[] = [];
  const setting = settingOf(
    goal,
    shared,
    onceEach((problem) => void problems.push(problem)),
  );
  const target = targetOfGoal(goal, setting);
  if (target === undefined && goal.target.is === 'sum' && !isWaiting(setting)) tellNoSum(goal, setting);
  tellCreditOff(setting);
  const opening = openingOf(setting);
  growTree({ ...setting, pinned: pinsOf(setting, target, opening) }, target, opening, emit);
  return problems;
}

function settingOf(goal: Goal, shared: Shared, tell: Setting['tell']): Setting {
  const { plan, inputs, workingDays } = shared;
  return {
    plan,
    goal,
    inputs,
    facts: inputs.facts?.filter((fact) => isInScope(fact, goal)),
    pinned: new Map(),
    tables: tablesOf(goal, shared, tell),
    targetOf: (id) => targetOfOther(id, shared),
    weights: new Map(),
    workingDays,
    tell,
  };
}

function tablesOf(goal: Goal, { plan, inputs }: Shared, tell: Setting['tell']): ReadonlyMap<number, TableCells> {
  const tables = new Map<number, TableCells>();
  goal.decompose.forEach((step, index) => {
    const rows = step.shares.is === 'table' ? inputs.table(step.shares.table.file) : undefined;
    if (rows && step.shares.is === 'table') tables.set(index, readCells(step, step.shares.table, rows, plan, goal, tell));
  });
  return tables;
}

function targetOfGoal(goal: Goal, setting: Setting): Amount | undefined {
  if (goal.target.is === 'value') return toAmount(goal.target.value, goal.metric.decimals);
  const root: Parent = {
    id: goal.id,
    depth: 0,
    path: new Map(),
    target: undefined,
    opening: undefined,
    span: goal.span,
    holder: { tenures: goal.owner, from: 'goal' },
  };
  return totalBelow(levelsOf(goal.decompose), 0, root, setting);
}

function targetOfOther(id: Id, shared: Shared): Amount | undefined {
  if (shared.targets.has(id)) return shared.targets.get(id);
  const goal = shared.plan.goals.get(id);
  const target =
    goal &&
    targetOfGoal(
      goal,
      settingOf(goal, shared, () => undefined),
    );
  shared.targets.set(id, target);
  return target;
}

/** A table that was not read explains an absent sum. */
function isWaiting({ goal, tables }: Setting): boolean {
  return goal.decompose.some((step, index) => step.shares.is === 'table' && !tables.has(index));
}

function tellNoSum(goal: Goal, setting: Setting): void {
  const spot = { in: 'plan', path: ['goals', goal.id, 'target'], at: 'value' } as const;
  setting.tell({ rule: 'sum/missing-evidence', spot, args: { needs: 'sum', goal: goal.id } });
}

/** Pins hold on nodes of the tree as it would be without them. */
function pinsOf(setting: Setting, target: Amount | undefined, opening: Amount | undefined): Setting['pinned'] {
  const { goal } = setting;
  if (goal.pins.length === 0) return new Map();
  const collector = pinCollector(goal);
  growTree({ ...setting, tell: () => undefined }, target, opening, (node, dimension) => {
    if (dimension) collector.collect(node, dimension);
  });
  return pinnedAmounts(goal, collector, setting.tell);
}
