import type { Dimension, Step } from '../model/step.ts';
import type { Child, Parent } from './node.ts';
import type { Numbers } from './number.ts';

/** One dimension of one step; a table's step has several. */
export interface Level {
  readonly step: Step;
  readonly dimension: Dimension;
  /** Index of the step, which its table's cells are kept by. */
  readonly index: number;
}

/** The children of one node with their numbers, before they are nodes of a tree. */
export interface Family {
  readonly level: Level;
  readonly parent: Parent;
  readonly children: readonly Child[];
  readonly numbers: Numbers;
  readonly isLeaf: boolean;
  /** Leaves, and the deals that a funnel's stages lead to: what people have parts of. */
  readonly isHandedDown: boolean;
}

/**
 * Children that follow each other in the tree, `from` included, `to` not: all leaves of a family at once, or one child that is
 * split further. Its own runs come next, so that a tree is walked depth first without being kept.
 */
export interface Run {
  readonly family: Family;
  readonly from: number;
  readonly to: number;
  /** The one child that is split further. */
  readonly node: Parent | undefined;
}

export function levelsOf(steps: readonly Step[]): readonly Level[] {
  return steps.flatMap((step, index) => step.by.map((dimension) => ({ step, dimension, index })));
}
