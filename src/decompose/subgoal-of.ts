import { lastWorkingDay } from '../model/calendar.ts';
import { addDays, type Day } from '../model/day.ts';
import type { Fraction } from '../model/fraction.ts';
import { isTimeDimension } from '../model/step.ts';
import type { Subgoal } from '../model/subgoal.ts';
import { ownerOn } from '../model/tenure.ts';
import type { Family, Run } from './family.ts';
import { stageDeadline } from './funnel.ts';
import { holderOf } from './holders.ts';
import { childId, type Parent } from './node.ts';
import type { Numbered } from './number.ts';
import { partsOf } from './parts.ts';
import type { Setting } from './setting.ts';

const NO_PARTS: Subgoal['parts'] = [];

/** A child as a node that may be split further. */
export function parentAt({ level, parent, children, numbers }: Family, index: number, setting: Setting): Parent {
  const { key, span } = children[index] ?? { key: '', span: parent.span };
  const { target, opening } = numbers.at(index);
  return {
    id: childId(parent, key),
    depth: parent.depth + 1,
    path: new Map(parent.path).set(level.dimension, key),
    target,
    opening,
    span,
    holder: holderOf(level.step, level.dimension, key, parent.holder, setting.plan),
  };
}

/** The nodes of a run, in order. */
export function* subgoalsAt({ family, from, to, node }: Run, setting: Setting): Iterable<Subgoal> {
  for (let index = from; index < to; index++) {
    yield subgoalOf(node ?? parentAt(family, index, setting), family.parent, family.numbers.at(index), family, setting);
  }
}

export function subgoalOf(
  node: Parent,
  parent: Parent | undefined,
  numbered: Numbered,
  { isLeaf, isHandedDown }: Pick<Family, 'isLeaf' | 'isHandedDown'>,
  setting: Setting,
): Subgoal {
  const deadline = deadlineOf(node, setting);
  return {
    id: node.id,
    parent: parent?.id,
    depth: node.depth,
    leaf: isLeaf,
    path: node.path,
    target: numbered.target,
    opening: numbered.opening,
    share: shareOf(numbered),
    owner: ownerOn(node.holder.tenures, deadline) ?? '',
    ownerFrom: node.holder.from,
    span: node.span,
    start: node.span.start,
    deadline,
    pinned: numbered.pinned,
    derivedFrom: numbered.derivedFrom,
    parts:
      isHandedDown && !node.path.has('stage')
        ? partsOf({ span: node.span, deadline, target: numbered.target }, node.holder, setting)
        : NO_PARTS,
  };
}

function shareOf({ share }: Numbered): Fraction | undefined {
  return share && share.whole !== 0 ? { n: BigInt(share.part), d: BigInt(share.whole) } : undefined;
}

/** The last working day of a node's time; without a time step the goal's deadline. A stage is due before its deal. */
export function deadlineOf({ path, span }: Pick<Parent, 'path' | 'span'>, setting: Setting): Day {
  const { plan, goal } = setting;
  const child = path.get('goal');
  const dealBy = [...path.keys()].some(isTimeDimension)
    ? lastWorkingDay(plan.calendar, span)
    : ((child === undefined ? undefined : plan.goals.get(child)?.span.end) ?? goal.span.end);
  const stage = path.get('stage');
  if (stage === undefined) return dealBy;
  return lastWorkingDay(plan.calendar, { start: addDays(plan.period.start, -366), end: stageDeadline(plan, stage, dealBy) });
}
