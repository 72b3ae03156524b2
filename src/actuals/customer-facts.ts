import { addDays, addMonthsTo, type Day, monthOf } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import { foldLabel } from '../model/fold-label.ts';
import { NOUGHT, ONE, plus } from '../model/fraction.ts';
import type { CountOf } from '../model/metric.ts';
import type { Id } from '../model/plan.ts';
import type { Placed } from './judgement.ts';
import type { MeasuredMetric } from './needed.ts';

/** A customer buys something. */
export interface Purchase {
  readonly source: Id;
  readonly customer: string;
  /** Its number, where rows have one; else what one buys on one day is one order. */
  readonly order: string | undefined;
  readonly placed: Placed;
  readonly ownerBound: boolean;
}

/** A customer is active for so long after a purchase. */
const ACTIVE_MONTHS = 12;

/**
 * Customers counted over all sources. New: one on the day of the first purchase in all the data, at its place. Active and
 * repeat: levels at the end of each week and month and on the last day with data, each customer at the place of the last
 * purchase; active bought in the twelve months up to the day, repeat ordered at least twice in them.
 */
export function customerFacts(purchases: readonly Purchase[], metrics: readonly MeasuredMetric[]): readonly Fact[] {
  const byCustomer = new Map<string, Purchase[]>();
  for (const purchase of purchases) {
    const key = foldLabel(purchase.customer);
    const before = byCustomer.get(key);
    if (before) before.push(purchase);
    else byCustomer.set(key, [purchase]);
  }
  for (const list of byCustomer.values()) list.sort(byDay);
  const counted = (of: CountOf) => metrics.filter(({ measure }) => measure.is === 'count' && measure.of === of).map(({ id }) => id);
  return [
    ...counted('new_customers').flatMap((id) => newOnes(id, byCustomer)),
    ...counted('active_customers').flatMap((id) => levels(id, byCustomer, 1)),
    ...counted('repeat_customers').flatMap((id) => levels(id, byCustomer, 2)),
  ];
}

function byDay(a: Purchase, b: Purchase): number {
  if (a.placed.day !== b.placed.day) return a.placed.day < b.placed.day ? -1 : 1;
  return placeKey(a) < placeKey(b) ? -1 : 1;
}

type ByCustomer = ReadonlyMap<string, readonly Purchase[]>;

function newOnes(metric: Id, customers: ByCustomer): readonly Fact[] {
  const facts = new Map<string, Fact>();
  for (const [first] of customers.values()) {
    if (!first) continue;
    const key = `${first.placed.day}\0${placeKey(first)}`;
    const before = facts.get(key);
    facts.set(key, {
      ...factOf(metric, first, first.placed.day),
      value: plus(before?.value ?? NOUGHT, ONE),
      rows: (before?.rows ?? 0) + 1,
    });
  }
  return sorted(facts);
}

/** Every place that ever has somebody has a level on every day, zero too: a level is the total of its last day. */
function levels(metric: Id, customers: ByCustomer, least: number): readonly Fact[] {
  const all = [...customers.values()].flat();
  const places = new Map(all.map((purchase) => [placeKey(purchase), purchase]));
  const facts = new Map<string, Fact>();
  for (const day of levelDays(all)) {
    for (const [key, purchase] of places) facts.set(`${day}\0${key}`, factOf(metric, purchase, day));
    const since = addDays(addMonthsTo(day, -ACTIVE_MONTHS), 1);
    for (const list of customers.values()) {
      const recent = list.filter(({ placed }) => placed.day >= since && placed.day <= day);
      const last = recent.at(-1);
      if (!last || new Set(recent.map(orderKey)).size < least) continue;
      const key = `${day}\0${placeKey(last)}`;
      const before = facts.get(key);
      if (before) facts.set(key, { ...before, value: plus(before.value, ONE), rows: before.rows + 1 });
    }
  }
  return sorted(facts);
}

/** Ends of weeks and months from the first purchase on, and the day of the last one. */
function levelDays(purchases: readonly Purchase[]): readonly Day[] {
  const days = purchases.map(({ placed }) => placed.day).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const found: Day[] = [];
  for (let day = first; day < last; day = addDays(day, 1)) {
    const isMonthEnd = monthOf(addDays(day, 1)) !== monthOf(day);
    if (isMonthEnd || new Date(`${day}T00:00:00Z`).getUTCDay() === 0) found.push(day);
  }
  return [...found, last];
}

function orderKey({ order, placed }: Purchase): string {
  return order ?? placed.day;
}

function placeKey({ placed: { segment, product, channel, owner }, ownerBound }: Purchase): string {
  return [segment, product, channel, owner, String(ownerBound)].map((part) => part ?? '').join('\0');
}

function factOf(metric: Id, { source, placed, ownerBound }: Purchase, day: Day): Fact {
  const { segment, product, channel, owner } = placed;
  return { source, metric, day, value: NOUGHT, rows: 0, segment, product, channel, owner, ownerBound };
}

function sorted(facts: ReadonlyMap<string, Fact>): readonly Fact[] {
  return [...facts.keys()].sort().flatMap((key) => facts.get(key) ?? []);
}
