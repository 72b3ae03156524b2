import { addDays, type Day, earlierDay, laterDay, monthOf, weekdayOf } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import type { Id } from '../model/id.ts';
import { placeKey } from './first-part.ts';
import type { Placed } from './judgement.ts';

/** A place of the plan, as rows of a source have it. */
export interface Somewhere {
  readonly source: Id;
  readonly placed: Placed;
  readonly ownerBound: boolean;
}

/** So many customers more (or less) at a place from a day on. */
export interface CustomerStep extends Somewhere {
  readonly day: Day;
  readonly change: number;
}

/** Steps that add up over time: customers who are new. */
export function sumFacts(metric: Id, steps: readonly CustomerStep[]): readonly Fact[] {
  const sums = new Map<string, { readonly step: CustomerStep; count: number }>();
  for (const step of steps) {
    const key = `${step.day}\0${keyOf(step)}`;
    const before = sums.get(key);
    if (before) before.count += step.change;
    else sums.set(key, { step, count: step.change });
  }
  return [...sums.keys()].sort().flatMap((key) => {
    const sum = sums.get(key);
    return sum ? [factOf(metric, sum.step, sum.step.day, sum.count)] : [];
  });
}

/**
 * How many there are at each place on each of `days`, which are sorted. A level is the total of the last day with a fact: so
 * nobody is told where somebody was on the day before, and on the first day, and else stands for itself.
 */
export function levelFacts(
  metric: Id,
  steps: readonly CustomerStep[],
  places: readonly Somewhere[],
  days: readonly Day[],
): readonly Fact[] {
  const byPlace = new Map(places.map((place) => [keyOf(place), { place, steps: [] as CustomerStep[] }]));
  for (const step of steps) byPlace.get(keyOf(step))?.steps.push(step);
  return [...byPlace.keys()].sort().flatMap((key) => {
    const found = byPlace.get(key);
    const own = found?.steps.sort((a, b) => (a.day < b.day ? -1 : 1)) ?? [];
    let [at, count] = [0, 0];
    return days.flatMap((day, index) => {
      const before = count;
      for (let step = own[at]; step && step.day <= day; step = own[++at]) count += step.change;
      const isTold = count !== 0 || before !== 0 || index === 0;
      return found && isTold ? [factOf(metric, found.place, day, count)] : [];
    });
  });
}

/** Ends of weeks and months from the first day on, and the last day. */
export function levelDays(days: readonly Day[]): readonly Day[] {
  const [first, ...others] = days;
  if (first === undefined) return [];
  const [from, to] = [others.reduce(earlierDay, first), others.reduce(laterDay, first)];
  const found: Day[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) {
    if (weekdayOf(day) === 7 || monthOf(addDays(day, 1)) !== monthOf(day)) found.push(day);
  }
  return [...found, to];
}

function keyOf({ placed, ownerBound }: Somewhere): string {
  return `${placeKey(placed.spot)}\0${ownerBound}`;
}

function factOf(metric: Id, { source, placed, ownerBound }: Somewhere, day: Day, count: number): Fact {
  const { segment, product, channel, owner } = placed.spot;
  return { source, metric, day, value: { n: BigInt(count), d: 1n }, rows: count, segment, product, channel, owner, ownerBound };
}
