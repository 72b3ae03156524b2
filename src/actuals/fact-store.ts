import type { Day } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import { type Fraction, minus, NOUGHT, plus, times } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { CountOf, SumOf } from '../model/metric.ts';
import type { Plan } from '../model/plan.ts';
import { combinations } from './combinations.ts';
import type { Purchase } from './customer-facts.ts';
import { firstPart, type Part } from './first-part.ts';
import type { Placed, Spot } from './judgement.ts';
import { measuredMetrics } from './needed.ts';

/** Adds facts up by all that tells them apart. */
export interface FactStore {
  /** Rows that count. */
  add(placed: Placed, rows: number, hasOwner: boolean): void;
  /** Deals that were lost. */
  addLost(placed: Placed, rows: number, hasOwner: boolean): void;
  /** Orders that a database has counted, apart from their rows. */
  addOrders(placed: Placed, count: number, hasOwner: boolean): void;
  facts(): readonly Fact[];
  /** Who bought when, where somebody asks. */
  purchases(): readonly Purchase[];
}

export function factStoreOf(source: Id, plan: Plan): FactStore {
  const metrics = measuredMetrics(plan);
  const numberOf = combinations();
  const places: Place[] = [];
  const orders = new Map<string, (Part & { readonly hasOwner: boolean })[]>();
  const purchases: Purchase[] = [];
  const bySpot = new Map<Spot, Place>();
  const placeAt = ({ segment, product, channel }: Spot, owner: Id | undefined): Place => {
    const number = numberOf([segment, product, channel, owner]);
    const place = places[number] ?? { segment, product, channel, owner, facts: new Map() };
    places[number] = place;
    return place;
  };
  const placeOf = (spot: Spot): Place => {
    const place = bySpot.get(spot) ?? placeAt(spot, spot.owner);
    bySpot.set(spot, place);
    return place;
  };
  const addTo = (place: Place, metric: Id, day: Day, value: Fraction, rows: number, ownerBound: boolean): void => {
    const { segment, product, channel, owner, facts } = place;
    const days = facts.get(metric) ?? new Map<Day, Total>();
    if (days.size === 0) facts.set(metric, days);
    const fact = days.get(day);
    if (!fact) days.set(day, { source, metric, day, value, rows, segment, product, channel, owner, ownerBound });
    else {
      fact.value = plus(fact.value, value);
      fact.rows += rows;
      fact.ownerBound = ownerBound;
    }
  };
  /** What several share is a fact of each with its part of the value; its rows count with the first. */
  const addShared = (metric: Id, value: Fraction, placed: Placed, rows: number, ownerBound: boolean): void => {
    let left = rows;
    for (const [owner, share] of placed.spot.credit ?? []) {
      addTo(placeAt(placed.spot, owner), metric, placed.day, times(value, share), left, ownerBound);
      left = 0;
    }
  };
  const addOne = (metric: Id, value: Fraction, placed: Placed, rows: number, ownerBound: boolean): void => {
    if (placed.spot.credit) addShared(metric, value, placed, rows, ownerBound);
    else addTo(placeOf(placed.spot), metric, placed.day, value, rows, ownerBound);
  };
  const idsOf = (of: CountOf): readonly Id[] =>
    metrics.flatMap(({ id, measure }) => (measure.is === 'count' && measure.of === of ? [id] : []));
  const orderIds = idsOf('orders');
  return {
    add: (placed, rows, hasOwner) => {
      if (placed.metric !== undefined) return addOne(placed.metric, placed.amount, placed, rows, hasOwner);
      const place = placed.spot.credit ? undefined : placeOf(placed.spot);
      for (const { id, measure } of metrics) {
        const value = measure.is === 'sum' ? sumOf(measure.of, placed) : countOf(measure.of, placed, rows);
        if (!value) continue;
        const counted = isOfCycle(measure.of) ? (placed.cycle?.deals ?? 0) : rows;
        if (place) addTo(place, id, placed.day, value, counted, hasOwner);
        else addShared(id, value, placed, counted, hasOwner);
      }
      if (placed.customer !== undefined)
        purchases.push({ source, customer: placed.customer, order: placed.order, placed, ownerBound: hasOwner });
      if (orderIds.length === 0 || placed.order === undefined) return;
      const parts = orders.get(placed.order);
      if (parts) parts.push({ placed, hasOwner });
      else orders.set(placed.order, [{ placed, hasOwner }]);
    },
    addLost: (placed, rows, hasOwner) => {
      for (const { id, measure } of metrics) {
        const isClosed = measure.of === 'closed_deals' || measure.of === 'closed_amount';
        if (isClosed) addOne(id, measure.is === 'sum' ? placed.amount : whole(rows), placed, rows, hasOwner);
      }
    },
    addOrders: (placed, count, hasOwner) => {
      for (const id of orderIds) addOne(id, whole(count), placed, count, hasOwner);
    },
    facts: () => {
      for (const parts of orders.values()) {
        const first = firstPart(parts);
        if (first) for (const id of orderIds) addOne(id, whole(1), first.placed, 1, first.hasOwner);
      }
      orders.clear();
      return factsOf(places);
    },
    purchases: () => purchases,
  };
}

/** The facts of one place, by metric and day, as they are added up. */
interface Place extends Pick<Fact, 'segment' | 'product' | 'channel' | 'owner'> {
  readonly facts: Map<Id, Map<Day, Total>>;
}

type Total = { -readonly [Key in keyof Fact]: Fact[Key] };

/** Metric by metric, in the order of their days and places. */
function factsOf(places: readonly Place[]): readonly Fact[] {
  const keyed = places.map((place) => ({ place, key: keyOf(place) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const metrics = new Set(places.flatMap(({ facts }) => [...facts.keys()]));
  return [...metrics].sort().flatMap((metric) => {
    const byDay = new Map<Day, Fact[]>();
    for (const { place } of keyed) {
      for (const fact of place.facts.get(metric)?.values() ?? []) {
        const others = byDay.get(fact.day);
        if (others) others.push(fact);
        else byDay.set(fact.day, [fact]);
      }
    }
    return [...byDay.keys()].sort().flatMap((day) => byDay.get(day) ?? []);
  });
}

function keyOf({ segment, product, channel, owner }: Place): string {
  return [segment, product, channel, owner].join('\0');
}

function sumOf(of: SumOf, { amount, quantity, cost, isDeal, cycle }: Placed): Fraction | undefined {
  switch (of) {
    case 'amount':
      return amount;
    case 'quantity':
      return quantity;
    case 'profit':
      return cost && minus(amount, cost);
    case 'costed_amount':
      return cost && amount;
    case 'won_amount':
    case 'closed_amount':
      return isDeal ? amount : undefined;
    case 'cycle_days':
      return isDeal && cycle ? whole(cycle.days) : undefined;
  }
}

/** Deals whose creation is not known count for nothing here. */
function isOfCycle(of: SumOf | CountOf): boolean {
  return of === 'cycle_days' || of === 'cycle_deals';
}

/** Orders with a number, and customers, are counted when all rows are known. */
function countOf(of: CountOf, { order, ordersApart, isDeal, cycle }: Placed, rows: number): Fraction | undefined {
  switch (of) {
    case 'orders':
      return order === undefined && !ordersApart ? whole(rows) : undefined;
    case 'won_deals':
    case 'closed_deals':
      return isDeal ? whole(rows) : undefined;
    case 'cycle_deals':
      return isDeal && cycle ? whole(cycle.deals) : undefined;
    case 'new_customers':
    case 'active_customers':
    case 'repeat_customers':
      return undefined;
  }
}

function whole(count: number): Fraction {
  return count === 0 ? NOUGHT : { n: BigInt(count), d: 1n };
}
