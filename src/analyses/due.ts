import { addDays, type Day } from '../model/day.ts';
import { type Fraction, fromAmount, shownDifference, sum, times } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Subgoal } from '../model/subgoal.ts';
import { isHandedDown } from './held.ts';
import type { PlacedTree } from './placed-facts.ts';
import type { Position } from './position.ts';

export type DueKind = 'subgoal' | 'milestone' | 'action' | 'measure';

/** Something that somebody owes by a day. */
export interface DueItem {
  readonly kind: DueKind;
  readonly id: string;
  readonly name: string;
  readonly goal: Id | undefined;
  readonly owner: Id | undefined;
  readonly deadline: Day;
  /** In the goal's metric, where it is a number that is owed. */
  readonly target: Fraction | undefined;
  readonly actual: Fraction | undefined;
  readonly missing: Fraction | undefined;
}

export interface Due {
  /** By deadline: in the two weeks after the day, the day included. */
  readonly due: readonly DueItem[];
  /** The latest first. */
  readonly overdue: readonly DueItem[];
}

const AHEAD = 13;

/** What is not done and due within two weeks, or overdue, on a day: subgoals, milestones, actions, measures. */
export function dueOn(
  plan: Plan,
  asOf: Day,
  trees: readonly { readonly placed: PlacedTree; readonly position: (node: Subgoal) => Position }[],
): Due {
  const items = [
    ...trees.flatMap(({ placed, position }) => [...subgoalsOf(placed, position), ...milestonesOf(placed, position)]),
    ...workOf(plan),
  ];
  const last = addDays(asOf, AHEAD);
  const byDay = (a: DueItem, b: DueItem) => compareText(a.deadline, b.deadline) || compareText(a.id, b.id);
  return {
    due: items.filter(({ deadline }) => deadline >= asOf && deadline <= last).sort(byDay),
    overdue: items.filter((item) => item.deadline < asOf && canBeOwed(item, plan)).sort((a, b) => byDay(b, a)),
  };
}

/** A number that nobody has data for is not known to be missing; what lies before somebody's first day was never theirs to reach. */
function canBeOwed({ owner, deadline, target, actual }: DueItem, { members }: Plan): boolean {
  if (target && !actual) return false;
  const start = owner === undefined ? undefined : members.get(owner)?.start;
  return target === undefined || start === undefined || start <= deadline;
}

/** Leaves that have not reached their number; a level or a keep-within goal is judged by its status, not by its leaves. */
function subgoalsOf(placed: PlacedTree, position: (node: Subgoal) => Position): readonly DueItem[] {
  const { goal, nodes, decimals } = placed.tree;
  if (goal.metric.kind !== 'flow' || goal.metric.better.is !== 'higher') return [];
  return nodes.flatMap((node) => {
    if (node.target === undefined || !isHandedDown(node, placed)) return [];
    if (node.parts.length > 0) return partsOf(node, placed);
    const { target, actual } = position(node);
    return owed(node, node, decimals, target, actual);
  });
}

/** What each of those who share a leaf, or have it one after the other, has not reached of their own part. */
function partsOf(node: Subgoal, placed: PlacedTree): readonly DueItem[] {
  const facts = placed.factsOf(node);
  const { decimals } = placed.tree;
  return node.parts.flatMap((part) => {
    const credits = facts.flatMap((fact) =>
      placed.creditsOf(fact).flatMap(({ owner, share }) => (owner === part.owner ? [times(fact.value, share)] : [])),
    );
    return owed(node, part, decimals, fromAmount(part.target, decimals), sum(credits));
  });
}

function owed(
  { id }: Subgoal,
  { owner, deadline }: { readonly owner: Id; readonly deadline: Day },
  decimals: number,
  target: Fraction | null | undefined,
  actual: Fraction | null | undefined,
): readonly DueItem[] {
  const missing = target && actual ? shownDifference(target, actual, decimals) : undefined;
  if (missing && missing.n <= 0n) return [];
  const numbers = { target: target ?? undefined, actual: actual ?? undefined, missing };
  return [{ kind: 'subgoal', id, name: id, goal: id.split('/')[0], owner, deadline, ...numbers }];
}

function milestonesOf(placed: PlacedTree, position: (node: Subgoal) => Position): readonly DueItem[] {
  const { goal, decimals } = placed.tree;
  const { actual } = position(placed.root);
  return goal.milestones.flatMap(({ id, name, deadline, target }) => {
    const missing = target && actual && shownDifference(target, actual, decimals);
    if (missing && missing.n <= 0n) return [];
    return [
      {
        kind: 'milestone' as const,
        id: `${goal.id}/${id}`,
        name,
        goal: goal.id,
        owner: placed.root.owner,
        deadline,
        target,
        actual,
        missing,
      },
    ];
  });
}

function workOf(plan: Plan): readonly DueItem[] {
  const none = { target: undefined, actual: undefined, missing: undefined };
  const isOpen = (status: string) => status === 'planned' || status === 'doing';
  const actions = [...plan.actions.values()].flatMap(({ id, name, goal, owner, deadline, status }) =>
    deadline && isOpen(status) ? [{ kind: 'action' as const, id, name, goal, owner, deadline, ...none }] : [],
  );
  const measures = [...plan.measures.values()].flatMap(({ id, name, goal, owner, deadline, status }) =>
    deadline && isOpen(status) ? [{ kind: 'measure' as const, id, name, goal, owner, deadline, ...none }] : [],
  );
  return [...actions, ...measures];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
