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
  const facts = new Map<string, Fact>();
  const orders = new Map<string, (Part & { readonly hasOwner: boolean })[]>();
  const purchases: Purchase[] = [];
  /** What several share is a fact of each with its part of the value; its rows count with the first. */
  const addOne = (metric: Id, value: Fraction, placed: Placed, rows: number, ownerBound: boolean): void => {
    if (!placed.credit) addTo(metric, value, placed, rows, ownerBound);
    let left = rows;
    for (const [owner, share] of placed.credit ?? []) {
      addTo(metric, times(value, share), { ...placed, owner }, left, ownerBound);
      left = 0;
    }
  };
  const addTo = (metric: Id, value: Fraction, placed: Placed, rows: number, ownerBound: boolean): void => {
    const { day, owner, segment, product, channel } = placed;
    const key = `${metric}\0${day}\0${segment ?? ''}\0${product ?? ''}\0${channel ?? ''}\0${owner ?? ''}`;
    const before = facts.get(key);
    const total = before ? plus(before.value, value) : value;
    const count = before ? before.rows + rows : rows;
    facts.set(key, { source, metric, day, value: total, rows: count, segment, product, channel, owner, ownerBound });
  };
  const idsOf = (of: CountOf): readonly Id[] =>
    metrics.flatMap(({ id, measure }) => (measure.is === 'count' && measure.of === of ? [id] : []));
  const orderIds = idsOf('orders');
  return {
    add: (placed, rows, hasOwner) => {
      if (placed.metric !== undefined) return addOne(placed.metric, placed.amount, placed, rows, hasOwner);
      for (const { id, measure } of metrics) {
        const value = measure.is === 'sum' ? sumOf(measure.of, placed) : countOf(measure.of, placed, rows);
        if (value) addOne(id, value, placed, isOfCycle(measure.of) ? (placed.cycle?.deals ?? 0) : rows, hasOwner);
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
      return [...facts.keys()].sort().flatMap((key) => facts.get(key) ?? []);
    },
    purchases: () => purchases,
  };
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
