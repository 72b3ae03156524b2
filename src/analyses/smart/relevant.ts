import type { Goal } from '../../model/goal.ts';
import type { Plan } from '../../model/plan.ts';
import { type Evidence, say } from './evidence.ts';

/** Supports a theme or a parent goal, or is what others support; no other goal contradicts it. */
export function relevant(goal: Goal, plan: Plan): readonly Evidence[] {
  const others = [...plan.goals.values()].filter((each) => each.id !== goal.id);
  const rival = others.find((each) => isRival(each, goal));
  return [supportOf(goal, others, plan), ...(rival ? [say('rival', 'fail', { goal: rival.name })] : [])];
}

function supportOf(goal: Goal, others: readonly Goal[], plan: Plan): Evidence {
  if (goal.supports.length > 0) {
    const names = goal.supports.map((id) => plan.themes.get(id) ?? plan.goals.get(id)?.name ?? id);
    return say('supports', 'pass', { ids: names.join(', ') });
  }
  const parts = others.filter((each) => each.supports.includes(goal.id));
  if (parts.length > 0 && plan.themes.size === 0) return say('is-supported', 'pass', { count: parts.length });
  return say(plan.themes.size > 0 ? 'supports-nothing' : 'no-themes', 'weak');
}

/** A goal that supports another is a part of it, not its rival. */
function isRival(other: Goal, goal: Goal): boolean {
  const isSame =
    other.metric.id === goal.metric.id &&
    JSON.stringify(other.scope) === JSON.stringify(goal.scope) &&
    other.span.start === goal.span.start &&
    other.span.end === goal.span.end;
  return isSame && !other.supports.includes(goal.id) && !goal.supports.includes(other.id);
}
