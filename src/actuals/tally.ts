import type { Fact, RECONCILED, Reconciliation, Tally } from '../model/fact.ts';
import { type Fraction, NOUGHT, plus, times } from '../model/fraction.ts';
import type { Id, Plan } from '../model/plan.ts';
import { holds } from '../model/span.ts';
import type { Placed } from './judge.ts';

export type TallyKind = (typeof RECONCILED)[number];

/** Counts rows and amounts by what became of them. */
export interface Counter {
  add(kind: TallyKind, rows: number, amount: Fraction): void;
  reconciliation(): Reconciliation;
}

export function counterOf(source: Id): Counter {
  const tallies = new Map<TallyKind, Tally>();
  const of = (kind: TallyKind): Tally => tallies.get(kind) ?? { rows: 0, amount: NOUGHT };
  return {
    add: (kind, rows, amount) => {
      const before = of(kind);
      tallies.set(kind, { rows: before.rows + rows, amount: plus(before.amount, amount) });
    },
    reconciliation: () => ({
      source,
      read: of('read'),
      used: of('used'),
      excluded: of('excluded'),
      rejected: of('rejected'),
      unassigned: of('unassigned'),
      outside: of('outside'),
    }),
  };
}

/** Adds facts up by all that tells them apart. */
export interface FactStore {
  add(placed: Placed, rows: number, hasOwner: boolean): void;
  facts(): readonly Fact[];
}

export function factStoreOf(source: Id, plan: Plan): FactStore {
  const facts = new Map<string, Fact>();
  const measured = metricsMeasured(plan);
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
  return {
    add: (placed, rows, hasOwner) => {
      if (placed.metric !== undefined) return addOne(placed.metric, placed.amount, placed, rows, hasOwner);
      for (const { id, of } of measured) {
        const value = of === 'amount' ? placed.amount : placed.quantity;
        if (value) addOne(id, value, placed, rows, hasOwner);
      }
    },
    facts: () => [...facts.keys()].sort().flatMap((key) => facts.get(key) ?? []),
  };
}

/** The metrics that are sums of amounts or quantities, of those that the plan's goals need. */
export function metricsMeasured(plan: Plan): readonly { readonly id: Id; readonly of: 'amount' | 'quantity' }[] {
  const needed = new Set<Id>();
  for (const { metric, guard } of plan.goals.values()) for (const id of [metric.id, ...guard]) needed.add(id);
  for (const id of [...needed]) {
    const measure = plan.metrics.get(id)?.measure;
    if (measure?.is === 'ratio') needed.add(measure.of).add(measure.to);
  }
  return [...needed].flatMap((id) => {
    const measure = plan.metrics.get(id)?.measure;
    return measure?.is === 'sum' ? [{ id, of: measure.of }] : [];
  });
}

export function isOutside({ day }: Placed, plan: Plan): boolean {
  return !holds(plan.period, day);
}
