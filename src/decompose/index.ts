import type { Amount } from '../model/amount.ts';
import type { DecomposeInputs, GoalResult } from '../model/decomposed.ts';
import type { Problem } from '../model/finding.ts';
import { toAmount } from '../model/fraction.ts';
import type { Goal } from '../model/goal.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Subgoal } from '../model/subgoal.ts';
import { openingOf } from './baseline.ts';
import { bottomUpCells } from './bottom-up.ts';
import { countNodes } from './count-nodes.ts';
import { tellOrderValue } from './deals.ts';
import { levelsOf, type Run } from './family.ts';
import { growTree, rootOf, totalBelow } from './grow.ts';
import type { Parent } from './node.ts';
import { tellCreditOff } from './parts.ts';
import { pinCollector, pinnedAmounts } from './pins.ts';
import { isInScope } from './place.ts';
import { bucketCutter, onceEach, type Setting, workingDayCounter } from './setting.ts';
import { tellStrangeBuckets } from './strange-buckets.ts';
import { subgoalOf, subgoalsAt } from './subgoal-of.ts';
import { readCells, type TableCells } from './table.ts';

export { baselineValue, levelOf } from './baseline.ts';
export { bottomUpCells } from './bottom-up.ts';
export { capacityOf } from './capacity.ts';
export { dealCounts } from './deals.ts';
export type { Family, Run } from './family.ts';
export { columnsOf, type FamilyColumns } from './family-columns.ts';
export type { Parent } from './node.ts';
export { isInScope, isWithin, ownerOf } from './place.ts';
export { subgoalsAt } from './subgoal-of.ts';
export { type TableCells, totalOf } from './table.ts';

/** The trees of all goals, in the plan's order. Pure: the same plan and inputs give the same trees. */
export function decompose(plan: Plan, inputs: DecomposeInputs): readonly GoalResult[] {
  return growGoals(plan, inputs).map((growth) => {
    const { goal } = growth;
    const nodes = [...subgoalsOf(growth)];
    return { goal: goal.id, tree: { goal, decimals: goal.metric.decimals, nodes }, problems: growth.problems };
  });
}

/** A goal's tree, to be walked without keeping it: memory does not grow with the leaves. */
export interface Growth {
  readonly goal: Goal;
  readonly setting: Setting;
  /** The goal itself, which stands before all runs. */
  readonly root: Subgoal;
  /** Depth first; grown anew each time. */
  runs(): Iterable<Run>;
  /** How many nodes there are, the goal with them; finds all problems without making the nodes. */
  count(): number;
  /** What was found so far: everything, once the nodes were counted or the runs walked. Each problem comes once. */
  readonly problems: readonly Problem[];
}

/** The trees of all goals, in the plan's order, before they are grown. */
export function growGoals(plan: Plan, inputs: DecomposeInputs): readonly Growth[] {
  const shared = sharedOf(plan, inputs);
  return [...plan.goals.values()].map((goal) => growthOf(goal, shared));
}

/** Every node of a goal's tree, the goal first, then depth first in the plan's order. */
export function* subgoalsOf({ root, setting, runs }: Growth): Iterable<Subgoal> {
  yield root;
  for (const run of runs()) yield* subgoalsAt(run, setting);
}

/** What the goals of one plan have in common. */
interface Shared {
  readonly plan: Plan;
  readonly inputs: DecomposeInputs;
  readonly workingDays: Setting['workingDays'];
  readonly buckets: Setting['buckets'];
  readonly targets: Map<Id, Amount | undefined>;
}

function sharedOf(plan: Plan, inputs: DecomposeInputs): Shared {
  return { plan, inputs, workingDays: workingDayCounter(plan.calendar), buckets: bucketCutter(plan.calendar), targets: new Map() };
}

function growthOf(goal: Goal, shared: Shared): Growth {
  const problems: Problem[] = [];
  const bare = settingOf(
    goal,
    shared,
    onceEach((problem) => void problems.push(problem)),
  );
  const target = targetOfGoal(goal, bare);
  if (target === undefined && goal.target.is === 'sum' && !isWaiting(bare)) tellNoSum(goal, bare);
  tellCreditOff(bare);
  tellStrangeBuckets(bare);
  tellOrderValue(bare);
  bottomUpCells(goal, shared.plan, shared.inputs, bare.tell);
  const { root, numbers } = rootOf(bare, target, openingOf(bare));
  const setting = { ...bare, pinned: pinsOf(bare, root) };
  const [first] = levelsOf(goal.decompose);
  const node = subgoalOf(root, undefined, numbers, { isLeaf: !first, isHandedDown: !first || first.dimension === 'stage' }, setting);
  return { goal, setting, root: node, problems, count: () => countNodes(setting, root), runs: () => growTree(setting, root) };
}

function settingOf(goal: Goal, shared: Shared, tell: Setting['tell']): Setting {
  const { plan, inputs, workingDays, buckets } = shared;
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
    buckets,
    tell,
  };
}

function tablesOf(goal: Goal, { plan, inputs }: Shared, tell: Setting['tell']): ReadonlyMap<number, TableCells> {
  const tables = new Map<number, TableCells>();
  goal.decompose.forEach((step, index) => {
    const rows = step.shares.is === 'table' ? inputs.table(step.shares.table.file) : undefined;
    const cells = rows && step.shares.is === 'table' ? readCells(step, step.shares.table, rows, plan, goal, tell) : undefined;
    if (cells) tables.set(index, cells);
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
  const restsOn = [['calendar'], ['goals', goal.id, 'decompose']];
  setting.tell({ rule: 'sum/missing-evidence', spot, restsOn, args: { needs: 'sum', goal: goal.id } });
}

/** Pins hold on nodes of the tree as it would be without them. */
function pinsOf(setting: Setting, root: Parent): Setting['pinned'] {
  const { goal } = setting;
  if (goal.pins.length === 0) return new Map();
  const collector = pinCollector(goal);
  const silent = { ...setting, tell: () => undefined };
  for (const run of growTree(silent, root)) {
    for (const node of subgoalsAt(run, silent)) collector.collect(node, run.family.level.dimension);
  }
  return pinnedAmounts(goal, collector, setting.tell);
}
