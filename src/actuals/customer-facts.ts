import { addMonthsTo, type Day, earlierDay } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import { foldLabel } from '../model/fold-label.ts';
import { minus } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { CountOf } from '../model/metric.ts';
import { type CustomerStep, levelDays, levelFacts, type Somewhere, sumFacts } from './customer-levels.ts';
import { firstPart, placeKey } from './first-part.ts';
import type { Placed } from './judgement.ts';
import type { MeasuredMetric } from './needed.ts';

/** A customer buys something. */
export interface Purchase extends Somewhere {
  readonly customer: string;
  /** Its number, where rows have one; else what one buys on one day is one order. */
  readonly order: string | undefined;
  readonly placed: Placed;
}

/** A customer is active for so long after a purchase. */
const ACTIVE_MONTHS = 12;

/**
 * Customers counted over all sources. New: one on the day of the first order in all the data, at its place. Active and
 * repeat: levels at the end of each week and month and on the last day with data, each customer at the place of the last
 * order; active bought in the twelve months up to the day, repeat ordered at least twice in them. Where several orders are of
 * one day, the place is that of the largest.
 */
export function customerFacts(purchases: readonly Purchase[], metrics: readonly MeasuredMetric[]): readonly Fact[] {
  const [fresh, active, repeat]: [CustomerStep[], CustomerStep[], CustomerStep[]] = [[], [], []];
  for (const orders of ordersByCustomer(purchases)) {
    fresh.push(...largestOf(orders.filter(({ placed }) => placed.day === orders[0]?.placed.day)));
    for (const [index, order] of orders.entries()) {
      const { day } = order.placed;
      const [before, after] = [orders[index - 1]?.placed.day, orders[index + 1]?.placed.day];
      active.push(...stay(order, day, addMonthsTo(day, ACTIVE_MONTHS), after));
      if (before !== undefined) repeat.push(...stay(order, day, addMonthsTo(before, ACTIVE_MONTHS), after));
    }
  }
  const days = levelDays(active.filter(({ change }) => change > 0).map(({ day }) => day));
  const counted = (of: CountOf): readonly Id[] =>
    metrics.filter(({ measure }) => measure.is === 'count' && measure.of === of).map(({ id }) => id);
  return [
    ...counted('new_customers').flatMap((id) => sumFacts(id, fresh)),
    ...counted('active_customers').flatMap((id) => levelFacts(id, active, active, days)),
    ...counted('repeat_customers').flatMap((id) => levelFacts(id, repeat, active, days)),
  ];
}

/** The orders of each customer, by day, the largest of a day last. */
function* ordersByCustomer(purchases: readonly Purchase[]): Iterable<readonly Purchase[]> {
  const customers = new Map<string, Map<string, Purchase[]>>();
  for (const purchase of purchases) {
    const customer = foldLabel(purchase.customer);
    const order = purchase.order === undefined ? `\0${purchase.placed.day}` : purchase.order;
    const orders = customers.get(customer) ?? new Map<string, Purchase[]>();
    customers.set(customer, orders);
    const parts = orders.get(order);
    if (parts) parts.push(purchase);
    else orders.set(order, [purchase]);
  }
  for (const orders of customers.values()) yield [...orders.values()].flatMap((parts) => firstPart(parts) ?? []).sort(byDayAndAmount);
}

function byDayAndAmount(a: Purchase, b: Purchase): number {
  if (a.placed.day !== b.placed.day) return a.placed.day < b.placed.day ? -1 : 1;
  const { n } = minus(a.placed.amount, b.placed.amount);
  if (n !== 0n) return n < 0n ? -1 : 1;
  return placeKey(a.placed.spot) > placeKey(b.placed.spot) ? -1 : 1;
}

function largestOf(orders: readonly Purchase[]): readonly CustomerStep[] {
  const last = orders.at(-1);
  return last ? [{ ...last, day: last.placed.day, change: 1 }] : [];
}

/** One more from a day on, one less from the next order on, or when the time is over. */
function stay(order: Purchase, from: Day, over: Day, next: Day | undefined): readonly CustomerStep[] {
  const until = next === undefined ? over : earlierDay(next, over);
  if (until <= from) return [];
  return [
    { ...order, day: from, change: 1 },
    { ...order, day: until, change: -1 },
  ];
}
