import type { Amount } from './amount.ts';
import type { Day } from './day.ts';
import type { Fraction } from './fraction.ts';
import type { Goal } from './goal.ts';
import type { Id } from './id.ts';
import type { Span } from './span.ts';
import type { Dimension } from './step.ts';

export const OWNER_SOURCES = ['goal', 'parent', 'segment', 'product', 'channel', 'member', 'step'] as const;
export type OwnerSource = (typeof OWNER_SOURCES)[number];

/** A node of a goal's tree: a number with one owner and one deadline. The goal itself is the first, with no parent. */
export interface Subgoal {
  /** The keys from the goal down, joined by `/`: `revenue-2026/east-young/lina/2026-Q1`. Never depends on amounts. */
  readonly id: string;
  readonly parent: string | undefined;
  readonly depth: number;
  readonly leaf: boolean;
  /** Dimension → key, from the first step down. */
  readonly path: ReadonlyMap<Dimension, string>;
  /** Undefined: «not set» (an empty cell of a table), never zero. */
  readonly target: Amount | undefined;
  /** What the stock or ratio starts from at the node's start; undefined for flows. */
  readonly opening: Amount | undefined;
  /** Its part of the parent's target (of the step from baseline to target, for a path); undefined where that is nothing. */
  readonly share: Fraction | undefined;
  readonly owner: Id;
  readonly ownerFrom: OwnerSource;
  /** First to last day of its time; the deadline is the last working day in it. */
  readonly span: Span;
  readonly start: Day;
  readonly deadline: Day;
  readonly pinned: boolean;
  /** Which rule and inputs gave the number. */
  readonly derivedFrom: Derivation;
  /** What several people have of it, adding up to the target: a hand-over inside its time, or split credit. Empty where its owner has it all. */
  readonly parts: readonly OwnerPart[];
}

/** One person's part of a subgoal: its days, its own deadline, its number. */
export interface OwnerPart {
  readonly owner: Id;
  readonly span: Span;
  readonly deadline: Day;
  readonly target: Amount;
  /** Their share of the credit on its days: 1 where the days are theirs alone. */
  readonly credit: Fraction;
}

export interface Derivation {
  /** `target`, `even`, `calendar-days`, `working-days`, `list`, `history`, `capacity`, `potential`, `table`, `pin`, `sum`, `same` … */
  readonly rule: string;
  /** The exact weight that the rule gave, where it gave one. */
  readonly weight: Fraction | undefined;
  /** Quanta that rounding placed here (0 or 1 per split). */
  readonly remainder: Amount;
  /** Quanta by which it misses the step's `round`: what that leaves of the total is placed here. Nothing elsewhere. */
  readonly odd?: Amount;
}

export interface GoalTree {
  readonly goal: Goal;
  /** The metric's decimal places: `quantum` of the contract is 10^-decimals. */
  readonly decimals: number;
  /** Depth first, children in the plan's order; the first is the goal itself. */
  readonly nodes: readonly Subgoal[];
}
