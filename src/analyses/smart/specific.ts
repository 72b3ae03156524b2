import type { Goal } from '../../model/goal.ts';
import type { Plan } from '../../model/plan.ts';
import { ownerOn } from '../../model/tenure.ts';
import { type Evidence, missing, say } from './evidence.ts';
import { isVague } from './vague.ts';

/** A name that says what changes, a scope or «everything» said, one owner. */
export function specific(goal: Goal, plan: Plan): readonly Evidence[] {
  return [nameOf(goal), scopeOf(goal, plan), ownerOf(goal, plan)];
}

function nameOf({ name, id }: Goal): Evidence {
  if (name === id) return missing('no-name');
  return isVague(name) ? say('vague-name', 'weak', { name }) : say('name', 'pass', { name });
}

function scopeOf({ scope }: Goal, plan: Plan): Evidence {
  const names = (ids: readonly string[] | undefined, home: ReadonlyMap<string, { readonly name: string }>) =>
    (ids ?? []).map((id) => home.get(id)?.name ?? id);
  const places = [
    ...names(scope.segments, plan.segments),
    ...names(scope.products, plan.products),
    ...names(scope.channels, plan.channels),
  ];
  return places.length > 0 ? say('scope', 'pass', { scope: places.join(', ') }) : say('everything', 'pass');
}

function ownerOf(goal: Goal, plan: Plan): Evidence {
  const owner = ownerOn(goal.owner, goal.span.end);
  return owner ? say('owner', 'pass', { owner: plan.members.get(owner)?.name ?? owner }) : say('no-owner', 'fail');
}
