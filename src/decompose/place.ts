import type { Fact } from '../model/fact.ts';
import type { Goal } from '../model/goal.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import { type Dimension, isTimeDimension } from '../model/step.ts';
import { ownerOn } from '../model/tenure.ts';

/** True when a fact counts for a goal: its metric, and inside its scope. */
export function isInScope(fact: Fact, goal: Goal): boolean {
  return fact.metric === goal.metric.id && isWithin(fact, goal.scope);
}

/** True when a fact lies in what a goal is limited to. */
export function isWithin(fact: Fact, { segments, products, channels }: Goal['scope']): boolean {
  return (
    (!segments || includes(segments, fact.segment)) &&
    (!products || includes(products, fact.product)) &&
    (!channels || includes(channels, fact.channel))
  );
}

function includes(ids: readonly Id[], id: Id | undefined): boolean {
  return id !== undefined && ids.includes(id);
}

/** Facts that lie under a path of dimensions, time aside. */
export function factsUnder(path: ReadonlyMap<Dimension, string>, facts: readonly Fact[], plan: Plan): readonly Fact[] {
  const places = [...path].filter(([dimension]) => !isTimeDimension(dimension)).map(([dimension, key]) => ({ dimension, key }));
  if (places.length === 0) return facts;
  return facts.filter((fact) => places.every(({ dimension, key }) => isAt(fact, dimension, key, plan)));
}

function isAt(fact: Fact, dimension: Dimension, key: string, plan: Plan): boolean {
  switch (dimension) {
    case 'segment':
      return fact.segment === key;
    case 'product':
      return fact.product === key;
    case 'channel':
      return fact.channel === key;
    case 'owner':
      return ownerOf(fact, plan) === key;
    default:
      return true;
  }
}

/** Whose a fact is: as the data say; without an owner column whoever owns its segment, product or channel on that day. */
export function ownerOf(fact: Fact, plan: Plan): Id | undefined {
  if (fact.ownerBound) return fact.owner;
  const tenures =
    plan.segments.get(fact.segment ?? '')?.owner ??
    plan.products.get(fact.product ?? '')?.owner ??
    plan.channels.get(fact.channel ?? '')?.owner;
  return tenures && ownerOn(tenures, fact.day);
}
