import type { Goal } from '../../model/goal.ts';
import type { Id } from '../../model/id.ts';
import { isTimeDimension } from '../../model/step.ts';
import type { GoalTree } from '../../model/subgoal.ts';
import { achievable } from './achievable.ts';
import { type Evidence, type Verdict, worst } from './evidence.ts';
import type { SmartInput } from './input.ts';
import { measurable } from './measurable.ts';
import { relevant } from './relevant.ts';
import { specific } from './specific.ts';
import { timeBound } from './time-bound.ts';

export const LETTERS = ['specific', 'measurable', 'achievable', 'relevant', 'time-bound'] as const;
export type Letter = (typeof LETTERS)[number];

/** A letter is as good as its worst evidence. */
export interface LetterCard {
  readonly letter: Letter;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
}

/** The parts of a goal: each should have one owner, one deadline and one number. */
export interface SubgoalCount {
  /** All nodes below the goal. */
  readonly count: number;
  readonly leaves: number;
  readonly owners: number;
  readonly withoutOwner: number;
  readonly withoutNumber: number;
  /** Their time is no part of the goal's: nothing is due before the goal itself. */
  readonly dueWithGoal: number;
  readonly late: number;
}

export interface SmartCard {
  readonly goal: Goal;
  readonly letters: readonly LetterCard[];
  readonly subgoals: SubgoalCount;
}

/** Five letters for a goal, each with its evidence, judged by the plan and, where they were read, actuals and pipeline. */
export function smartCard(goal: Goal, tree: GoalTree | undefined, input: SmartInput): SmartCard {
  const letters = LETTERS.map((letter) => {
    const evidence = evidenceFor(letter, goal, tree, input);
    return { letter, verdict: worst(evidence), evidence };
  });
  return { goal, letters, subgoals: countSubgoals(goal, tree) };
}

function evidenceFor(letter: Letter, goal: Goal, tree: GoalTree | undefined, input: SmartInput): readonly Evidence[] {
  switch (letter) {
    case 'specific':
      return specific(goal, input.plan);
    case 'measurable':
      return measurable(goal, input.plan, input.actuals, input.asOf);
    case 'achievable':
      return achievable(goal, tree, input);
    case 'relevant':
      return relevant(goal, input.plan);
    case 'time-bound':
      return timeBound(goal, tree, input.plan);
  }
}

function countSubgoals(goal: Goal, tree: GoalTree | undefined): SubgoalCount {
  const nodes = (tree?.nodes ?? []).slice(1);
  const owners = new Set<Id>(nodes.map((node) => node.owner).filter((owner) => owner !== ''));
  return {
    count: nodes.length,
    leaves: nodes.filter((node) => node.leaf).length,
    owners: owners.size,
    withoutOwner: nodes.filter((node) => node.owner === '').length,
    withoutNumber: nodes.filter((node) => node.target === undefined).length,
    dueWithGoal: nodes.filter((node) => node.leaf && ![...node.path.keys()].some((each) => isTimeDimension(each) || each === 'stage'))
      .length,
    late: nodes.filter((node) => node.deadline > goal.span.end).length,
  };
}
