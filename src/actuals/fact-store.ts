import type { Fact } from '../model/fact.ts';
import { type Fraction, minus, NOUGHT, plus, times } from '../model/fraction.ts';
import type { CountOf, SumOf } from '../model/metric.ts';
import type { Id, Plan } from '../model/plan.ts';
import type { Purchase } from './customer-facts.ts';
import { firstPart, type Part } from './first-part.ts';
import type { Placed } from './judgement.ts';
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
  const places = new Map<string, Place>();
  const orders = new Map<string, (Part & { readonly hasOwner: boolean })[]>();
  const purchases: Purchase[] = [];
  const placeOf = (placed: Placed, ownerBound: boolean): Place => {
    const key = placeKey(placed);
    let place = places.get(key);
    if (place) place.ownerBound = ownerBound;
    else {
      place = { placed, ownerBound, totals: new Map() };
      places.set(key, place);
    }
    return place;
  };
  /** What several share is a fact of each with its part of the value; its rows count with the first. */
  const addShared = (metric: Id, value: Fraction, placed: Placed, rows: number, ownerBound: boolean): void => {
    let left = rows;
    for (const [owner, share] of placed.credit ?? []) {
      addTo(placeOf({ ...placed, owner }, ownerBound), metric, times(value, share), left);
      left = 0;
    }
  };
  const addOne = (metric: Id, value: Fraction, placed: Placed, rows: number, ownerBound: boolean): void => {
    if (placed.credit) addShared(metric, value, placed, rows, ownerBound);
    else addTo(placeOf(placed, ownerBound), metric, value, rows);
  };
  const idsOf = (of: CountOf): readonly Id[] =>
    metrics.flatMap(({ id, measure }) => (measure.is === 'count' && measure.of === of ? [id] : []));
  const orderIds = idsOf('orders');
  return {
    add: (placed, rows, hasOwner) => {
      if (placed.metric !== undefined) return addOne(placed.metric, placed.amount, placed, rows, hasOwner);
      const place = placed.credit ? undefined : placeOf(placed, hasOwner);
      for (const { id, measure } of metrics) {
        const value = measure.is === 'sum' ? sumOf(measure.of, placed) : countOf(measure.of, placed, rows);
        if (!value) continue;
        const counted = isOfCycle(measure.of) ? (placed.cycle?.deals ?? 0) : rows;
        if (place) addTo(place, id, value, counted);
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
      return factsOf(source, places);
    },
    purchases: () => purchases,
  };
}

/** What is added up for the facts of one day and place. */
interface Place {
  readonly placed: Placed;
  ownerBound: boolean;
  readonly totals: Map<Id, { value: Fraction; rows: number }>;
}

function addTo({ totals }: Place, metric: Id, value: Fraction, rows: number): void {
  const total = totals.get(metric);
  if (!total) totals.set(metric, { value, rows });
  else {
    total.value = plus(total.value, value);
    total.rows += rows;
  }
}

function placeKey({ day, owner, segment, product, channel }: Placed): string {
  return [day, segment, product, channel, owner].join('\0');
}

/** Metric by metric, in the order of their days and places. */
function factsOf(source: Id, places: ReadonlyMap<string, Place>): readonly Fact[] {
  const sorted = [...places.keys()].sort().flatMap((key) => places.get(key) ?? []);
  const metrics = new Set(sorted.flatMap(({ totals }) => [...totals.keys()]));
  return [...metrics].sort().flatMap((metric) =>
    sorted.flatMap(({ placed: { day, owner, segment, product, channel }, totals, ownerBound }): readonly Fact[] => {
      const total = totals.get(metric);
      return total ? [{ source, metric, day, value: total.value, rows: total.rows, segment, product, channel, owner, ownerBound }] : [];
    }),
  );
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
