import { type Day, earlierDay } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import type { Goal } from '../model/goal.ts';
import type { Plan } from '../model/plan.ts';

/** The name that facts from check-ins have as their source. */
export const CHECKINS = 'checkins';

export function hasReportedValues(plan: Plan): boolean {
  return plan.checkins.some(({ value }) => value !== undefined);
}

/** What people reported of metrics that no source has: the value of each check-in, on the last day of its period that is not after `asOf`. */
export function checkinFacts(plan: Plan, facts: readonly Fact[], asOf: Day): readonly Fact[] {
  const known = new Set(facts.map(({ metric }) => metric));
  return plan.checkins.flatMap(({ goal: id, value, period, who }) => {
    const goal = plan.goals.get(id);
    if (!goal || !value || period.start > asOf || isKnown(goal, known)) return [];
    const [segment] = goal.scope.segments ?? [];
    const [product] = goal.scope.products ?? [];
    const [channel] = goal.scope.channels ?? [];
    const day = earlierDay(period.end, asOf);
    return [{ source: CHECKINS, metric: goal.metric.id, day, value, rows: 1, segment, product, channel, owner: who, ownerBound: false }];
  });
}

function isKnown({ metric: { id, measure } }: Goal, known: ReadonlySet<string>): boolean {
  return known.has(id) || (measure.is === 'ratio' && known.has(measure.of) && known.has(measure.to));
}
