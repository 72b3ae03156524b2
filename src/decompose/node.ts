import type { Amount } from '../model/amount.ts';
import type { Day } from '../model/day.ts';
import type { Fraction } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { Span } from '../model/span.ts';
import type { Dimension } from '../model/step.ts';
import type { OwnerSource } from '../model/subgoal.ts';
import type { Tenures } from '../model/tenure.ts';

/** Who a node belongs to, by day, and why. */
export interface Holder {
  readonly tenures: Tenures;
  readonly from: OwnerSource;
  /** Who shares the credit, in which shares. */
  readonly credit?: ReadonlyMap<Id, Fraction> | undefined;
  /** Up to which day they share it: afterwards somebody else has it all. */
  readonly creditTo?: Day | undefined;
}

/** A node that is about to be split. */
export interface Parent {
  readonly id: string;
  readonly depth: number;
  readonly path: ReadonlyMap<Dimension, string>;
  readonly target: Amount | undefined;
  readonly opening: Amount | undefined;
  readonly span: Span;
  readonly holder: Holder;
}

/** What a step splits a node into, before it has a number. */
export interface Child {
  readonly key: Id;
  readonly span: Span;
}

export function childId(parent: Pick<Parent, 'id'>, key: string): string {
  return `${parent.id}/${key}`;
}
