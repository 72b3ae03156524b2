import type { Day } from '../model/day.ts';
import type { Id } from '../model/id.ts';
import { isTimeDimension, type Step } from '../model/step.ts';
import type { OwnerSource } from '../model/subgoal.ts';
import type { Family } from './family.ts';
import type { Child, Holder } from './node.ts';
import type { Setting } from './setting.ts';
import { deadlineOf } from './subgoal-of.ts';

/** What the children of a family have beside their numbers, column by column: one value for all, or one for each. */
export interface FamilyColumns {
  readonly keys: readonly string[];
  readonly start: Day | readonly Day[];
  readonly deadline: Day | readonly Day[];
  readonly owner: Id | readonly Id[];
  readonly ownerFrom: OwnerSource;
}

/**
 * The children of a family at once: buckets of one owner, or members at one time. Undefined where each has to be looked at on
 * its own (owners of places, shared credit, hand-overs). Families over the same time have the same arrays.
 */
export function columnsOf(family: Family, setting: Setting): FamilyColumns | undefined {
  const { level, parent, children } = family;
  const { step, dimension } = level;
  if (step.transfers.length > 0 || step.credit.size > 0) return undefined;
  if (dimension === 'owner') {
    const keys = children.map(({ key }) => key);
    return { keys, start: parent.span.start, deadline: deadlineOf(parent, setting), owner: keys, ownerFrom: 'member' };
  }
  const owner = isTimeDimension(dimension) ? onlyOwner(step, parent.holder) : undefined;
  if (owner === undefined) return undefined;
  const { keys, start, deadline } = timesOf(family, setting);
  return { keys, start, deadline, owner, ownerFrom: parent.holder.from === 'goal' ? 'parent' : parent.holder.from };
}

type Times = Pick<FamilyColumns, 'keys' | 'start' | 'deadline'>;

/** By the children, which are the same for all nodes over the same time. */
const TIMES = new WeakMap<readonly Child[], Times>();

function timesOf({ children, parent, level }: Family, setting: Setting): Times {
  const isOfAll = !parent.path.has('stage');
  const known = isOfAll ? TIMES.get(children) : undefined;
  if (known) return known;
  const times: Times = {
    keys: children.map(({ key }) => key),
    start: children.map(({ span }) => span.start),
    deadline: children.map(({ key, span }) => deadlineOf({ path: new Map(parent.path).set(level.dimension, key), span }, setting)),
  };
  if (isOfAll) TIMES.set(children, times);
  return times;
}

/** Undefined where it is not one person at all times. */
function onlyOwner(step: Step, { tenures, credit }: Holder): Id | undefined {
  const [only, second] = tenures;
  if (!only || second || only.from !== undefined || only.to !== undefined) return undefined;
  return step.owners.size > 0 || (credit?.size ?? 0) > 1 ? undefined : only.who;
}
