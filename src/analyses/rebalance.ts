import { decompose, levelOf } from '../decompose/index.ts';
import { type Amount, ZERO } from '../model/amount.ts';
import type { Day } from '../model/day.ts';
import type { DecomposeInputs } from '../model/decomposed.ts';
import type { Problem } from '../model/finding.ts';
import { compare, type Fraction, fromAmount, NOUGHT, parseDecimal, sum, toAmount } from '../model/fraction.ts';
import type { Goal, Pin } from '../model/goal.ts';
import type { Plan } from '../model/plan.ts';
import { isTimeDimension } from '../model/step.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';
import { sumOfFacts } from './goal-facts.ts';
import { lastDimension, type PlacedTree, placeFacts } from './placed-facts.ts';
import { settleParts } from './settle-parts.ts';

/** What becomes of the over- or under-achievement of a closed bucket. */
export const CARRIES = ['none', 'surplus', 'deficit', 'both'] as const;
export type Carry = (typeof CARRIES)[number];

/** Why a goal can't be rebalanced. */
export type Refusal =
  | { readonly is: 'carry-none' | 'no-buckets' | 'no-data' | 'none-closed' | 'none-open' | 'kept' | 'table' }
  /** What is achieved is more than the goal. */
  | { readonly is: 'reached'; readonly achieved: Fraction }
  | { readonly is: 'problem'; readonly problem: Problem };

export interface Change {
  readonly before: Subgoal;
  readonly after: Subgoal;
  /** `achieved`: a closed bucket; `reached`: more was achieved in it than it should bring in all; `spread`: takes its part of what is left; `edited`: set by somebody. */
  readonly why: 'achieved' | 'reached' | 'spread' | 'edited';
}

/** A goal as it would be handed down again on a day. */
export interface Rebalanced {
  readonly goal: Goal;
  readonly carry: Carry;
  readonly decimals: number;
  readonly refusal: Refusal | undefined;
  readonly changes: readonly Change[];
  /** All pins of the goal afterwards: those that stay, and those of closed buckets. */
  readonly pins: readonly Pin[];
  /** Targets of the closed buckets before, and what was achieved in them. */
  readonly closed: { readonly count: number; readonly planned: Fraction; readonly achieved: Fraction } | undefined;
}

/** What rebalancing works with. */
export interface Rebalancing {
  readonly plan: Plan;
  readonly inputs: DecomposeInputs;
  readonly asOf: Day;
}

/** More rounds than a tree has levels that can overflow. */
const ROUNDS = 50;

/**
 * Closed buckets become what was achieved, as far as `carry` lets them; the rest of the goal is spread over what remains
 * under the same rules. Done with pins, so that the plan afterwards says what happened.
 */
export function rebalance(tree: GoalTree, carry: Carry, { plan, inputs, asOf }: Rebalancing): Rebalanced {
  const { goal, decimals } = tree;
  const refuse = (refusal: Refusal): Rebalanced => ({
    goal,
    carry,
    decimals,
    refusal,
    changes: [],
    pins: goal.pins,
    closed: undefined,
  });
  const early = refusalOf(tree, carry, inputs);
  if (early) return refuse(early);
  const placed = placeFacts(tree, inputs.facts ?? [], plan, asOf);
  if (!placed) return refuse({ is: 'no-data' });
  const settled = settledNodes(placed, carry, asOf);
  const tops = [...settled.tops];
  if (tops.length === 0) return refuse({ is: 'none-closed' });
  const leaves = tree.nodes.filter((node) => node.leaf);
  if (leaves.every((node) => settled.closed.has(node.id))) return refuse({ is: 'none-open' });
  const reached = new Map<string, Amount>();
  for (let round = 0; round < ROUNDS; round++) {
    const pins = pinsOf(tree, settled, reached, plan);
    const [result] = decompose({ ...plan, goals: new Map([...plan.goals, [goal.id, { ...goal, pins }]]) }, inputs).filter(
      (each) => each.goal === goal.id,
    );
    const over = result?.problems.find((problem) => problem.rule === 'sum/pins-exceed-target');
    const node = String(over?.args.node ?? '');
    if (over && node === goal.id) return refuse({ is: 'reached', achieved: parseDecimal(String(over.args.pinned)) ?? NOUGHT });
    if (over && !reached.has(node)) {
      reached.set(node, toAmount(parseDecimal(String(over.args.pinned)) ?? NOUGHT, decimals));
      continue;
    }
    const [problem] = result?.problems ?? [];
    if (problem || !result?.tree) return problem ? refuse({ is: 'problem', problem }) : refuse({ is: 'no-data' });
    const changes = changesOf(tree, result.tree, settled.closed, reached);
    const planned = sum(tops.map((id) => amountAt(tree, id)));
    const achieved = sum(tops.map((id) => fromAmount(settled.amounts.get(id) ?? ZERO, decimals)));
    return { goal, carry, decimals, refusal: undefined, changes, pins, closed: { count: tops.length, planned, achieved } };
  }
  return refuse({ is: 'none-open' });
}

function refusalOf({ goal, nodes }: GoalTree, carry: Carry, { facts }: DecomposeInputs): Refusal | undefined {
  const { is } = goal.metric.better;
  if (is !== 'higher' && is !== 'lower') return { is: 'kept' };
  if (goal.target.is === 'sum' || goal.decompose.some((step) => step.shares.is === 'table')) return { is: 'table' };
  if (!nodes.some((node) => [...node.path.keys()].some(isTimeDimension))) return { is: 'no-buckets' };
  if (carry === 'none') return { is: 'carry-none' };
  return facts === undefined ? { is: 'no-data' } : undefined;
}

interface Settled {
  /** Node id → what a closed bucket is set at. */
  readonly amounts: Map<string, Amount>;
  /** All nodes in closed time. */
  readonly closed: Set<string>;
  /** Of those the ones that no other closed node is above. */
  readonly tops: Set<string>;
}

function settledNodes(placed: PlacedTree, carry: Carry, asOf: Day): Settled {
  const settled: Settled = { amounts: new Map(), closed: new Set(), tops: new Set() };
  const visit = (node: Subgoal): void => {
    const dimension = lastDimension(node);
    if (dimension !== undefined && isTimeDimension(dimension) && node.span.end <= asOf) closeTop(node, placed, carry, settled);
    else for (const child of placed.childrenOf.get(node.id) ?? []) visit(child);
  };
  visit(placed.root);
  return settled;
}

function closeTop(node: Subgoal, placed: PlacedTree, carry: Carry, settled: Settled): void {
  const { goal, decimals } = placed.tree;
  close(node, placed, settled);
  const actual = actualOf(node, placed);
  if (node.target === undefined || actual === undefined) return;
  const achieved = toAmount(actual.n < 0n && goal.metric.kind === 'flow' ? NOUGHT : actual, decimals);
  const ahead = goal.metric.better.is === 'lower' ? achieved < node.target : achieved > node.target;
  const isCarried = carry === 'both' || achieved === node.target || carry === (ahead ? 'surplus' : 'deficit');
  settled.tops.add(node.id);
  settled.amounts.set(node.id, isCarried ? achieved : node.target);
  if (isCarried) settleBelow(node, placed, settled);
}

function close(node: Subgoal, placed: PlacedTree, settled: Settled): void {
  settled.closed.add(node.id);
  for (const child of placed.childrenOf.get(node.id) ?? []) close(child, placed, settled);
}

/** What is below a closed bucket is what was achieved there, wherever that adds up to the bucket. */
function settleBelow(node: Subgoal, placed: PlacedTree, settled: Settled): void {
  const children = placed.childrenOf.get(node.id) ?? [];
  const total = settled.amounts.get(node.id);
  if (children.length === 0 || total === undefined) return;
  const parts = settleParts(
    children.map((child) => actualOf(child, placed)),
    total,
    placed.tree,
    lastDimension(children[0]),
  );
  parts?.forEach((part, index) => {
    const child = children[index];
    if (!child || part === undefined) return;
    settled.amounts.set(child.id, part);
    settleBelow(child, placed, settled);
  });
}

function actualOf(node: Subgoal, placed: PlacedTree): Fraction | undefined {
  const { metric } = placed.tree.goal;
  const facts = placed.factsOf(node);
  if (metric.kind === 'flow') return sumOfFacts(facts, (fact) => fact.metric === metric.id);
  return levelOf({ metric }, node.span, facts);
}

/** The goal's own pins, but for those on closed buckets only, and one for each bucket that is settled or has brought more than its part. */
function pinsOf(
  { goal, nodes, decimals }: GoalTree,
  { amounts, closed }: Settled,
  reached: ReadonlyMap<string, Amount>,
  plan: Plan,
): readonly Pin[] {
  const set = nodes.filter((node) => amounts.has(node.id) || reached.has(node.id));
  const own = goal.pins.filter((pin) => {
    const held = nodes.filter((node) => holdsAt(pin, node));
    return !held.every((node) => closed.has(node.id) || reached.has(node.id));
  });
  const note = plan.language === 'zh' ? '实绩' : 'achieved';
  const made = set.map((node, index): Pin => {
    const target = fromAmount(amounts.get(node.id) ?? reached.get(node.id) ?? ZERO, decimals);
    const before = goal.pins.find((pin) => isAt(pin, node));
    return {
      path: before?.path ?? ['goals', goal.id, 'pins', goal.pins.length + index],
      at: node.path,
      target,
      note: before?.note ?? note,
    };
  });
  return [...own, ...made];
}

function holdsAt(pin: Pin, node: Subgoal): boolean {
  const dimension = lastDimension(node);
  return dimension !== undefined && pin.at.has(dimension) && [...pin.at].every(([by, key]) => node.path.get(by) === key);
}

function isAt(pin: Pin, node: Subgoal): boolean {
  return pin.at.size === node.path.size && [...node.path].every(([by, key]) => pin.at.get(by) === key);
}

function changesOf(
  before: GoalTree,
  after: GoalTree,
  closed: ReadonlySet<string>,
  reached: ReadonlyMap<string, Amount>,
): readonly Change[] {
  const known = new Map(before.nodes.map((node) => [node.id, node]));
  return after.nodes.flatMap((node) => {
    const old = known.get(node.id);
    if (!old || old.target === node.target) return [];
    const why = closed.has(node.id) ? 'achieved' : reached.has(node.id) ? 'reached' : 'spread';
    return [{ before: old, after: node, why }];
  });
}

function amountAt({ nodes, decimals }: GoalTree, id: string): Fraction {
  const target = nodes.find((node) => node.id === id)?.target;
  return target === undefined ? NOUGHT : fromAmount(target, decimals);
}

/** The pins that `after` has and `before` has not, or has at another number. */
export function newPins(before: readonly Pin[], after: readonly Pin[]): readonly Pin[] {
  return after.filter((pin) => !before.some((each) => each === pin || (samePlace(each, pin) && compare(each.target, pin.target) === 0)));
}

/** The pins that are there no more. */
export function gonePins(before: readonly Pin[], after: readonly Pin[]): readonly Pin[] {
  return before.filter((pin) => !after.some((each) => samePlace(each, pin)));
}

export function samePlace(a: Pin, b: Pin): boolean {
  return a.at.size === b.at.size && [...a.at].every(([by, key]) => b.at.get(by) === key);
}
