import { funnelOf } from '../model/funnel.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Dimension, Step } from '../model/step.ts';
import { isTimeDimension } from '../model/step.ts';
import type { Member } from '../model/team.ts';
import type { Child, Parent } from './node.ts';
import type { Setting } from './setting.ts';

/** The children of a node under one dimension of a step, in the plan's order. */
export function childrenOf(step: Step, dimension: Dimension, parent: Parent, setting: Setting): readonly Child[] {
  if (isTimeDimension(dimension)) return setting.buckets(dimension, parent.span);
  return idsOf(step, dimension, parent, setting).map((key) => ({ key, span: parent.span }));
}

function idsOf(
  step: Step,
  dimension: Exclude<Dimension, 'half' | 'quarter' | 'month' | 'week'>,
  parent: Parent,
  setting: Setting,
): readonly Id[] {
  const { plan, goal } = setting;
  if (dimension === 'goal') return [...plan.goals.values()].filter((each) => each.supports.includes(goal.id)).map((each) => each.id);
  if (dimension === 'owner') return step.among ?? named(step, [...plan.members.keys()]) ?? membersFor(plan, parent).map((each) => each.id);
  const all = dimension === 'stage' ? funnelOf(plan).map((stage) => stage.id) : [...homeOf(plan, dimension).keys()];
  return named(step, all) ?? step.among ?? inScope(setting, dimension) ?? all;
}

function homeOf(plan: Plan, dimension: 'segment' | 'product' | 'channel' | 'stage'): ReadonlyMap<Id, unknown> {
  switch (dimension) {
    case 'segment':
      return plan.segments;
    case 'product':
      return plan.products;
    case 'channel':
      return plan.channels;
    case 'stage':
      return plan.stages;
  }
}

/** The keys of `shares`, in the plan's order; all ids where the map names a `rest` for those that it leaves out. */
function named({ shares }: Step, all: readonly Id[]): readonly Id[] | undefined {
  if (shares.is !== 'map') return undefined;
  return shares.parts.has('rest') ? all : all.filter((id) => shares.parts.has(id));
}

function inScope({ goal }: Setting, dimension: 'segment' | 'product' | 'channel' | 'stage'): readonly Id[] | undefined {
  switch (dimension) {
    case 'segment':
      return goal.scope.segments;
    case 'product':
      return goal.scope.products;
    case 'channel':
      return goal.scope.channels;
    case 'stage':
      return undefined;
  }
}

/** Who may take a part of a node: those of its segment, else those whose role carries a quota, else everybody who is there. */
function membersFor(plan: Plan, parent: Parent): readonly Member[] {
  const there = [...plan.members.values()].filter((member) => isThere(member, parent));
  const segment = parent.path.get('segment');
  const ofSegment = segment === undefined ? [] : there.filter((member) => member.segments.includes(segment));
  if (ofSegment.length > 0) return ofSegment;
  const selling = there.filter((member) => plan.roles.get(member.role ?? '')?.capacity !== undefined);
  return segment === undefined && selling.length > 0 ? selling : there;
}

function isThere({ start, end, hire }: Member, { span }: Parent): boolean {
  return hire?.status !== 'cancelled' && (start === undefined || start <= span.end) && (end === undefined || end >= span.start);
}
