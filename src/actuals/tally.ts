import type { Day } from '../model/day.ts';
import { EXCLUSIONS, type Exclusion, type Reconciliation, type Tally } from '../model/fact.ts';
import { type Fraction, NOUGHT, plus } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import { holds } from '../model/span.ts';
import type { Placed } from './judgement.ts';

const KINDS = ['used', 'rejected', 'unassigned', 'outside', ...EXCLUSIONS] as const;
export type TallyKind = (typeof KINDS)[number];

/** Counts rows and amounts by what became of them: each is used, excluded or rejected, and was read. */
export interface Counter {
  add(kind: TallyKind, rows: number, amount: Fraction): void;
  /** A day that a used row is of. */
  note(day: Day): void;
  reconciliation(): Reconciliation;
}

export function counterOf(source: Id): Counter {
  const tallies = new Map<TallyKind, { rows: number; amount: Fraction }>();
  let latest: Day | undefined;
  const of = (kind: TallyKind): Tally => tallies.get(kind) ?? { rows: 0, amount: NOUGHT };
  return {
    add: (kind, rows, amount) => {
      if (rows === 0) return;
      const tally = tallies.get(kind);
      if (!tally) tallies.set(kind, { rows, amount });
      else {
        tally.rows += rows;
        tally.amount = plus(tally.amount, amount);
      }
    },
    note: (day) => {
      if (latest === undefined || day > latest) latest = day;
    },
    reconciliation: () => {
      const [used, rejected, excluded] = [of('used'), of('rejected'), EXCLUSIONS.map(of).reduce(together)];
      return {
        source,
        read: [used, excluded, rejected].reduce(together),
        used,
        excluded,
        excludedAs: new Map(EXCLUSIONS.filter((kind) => tallies.has(kind)).map((kind): [Exclusion, Tally] => [kind, of(kind)])),
        rejected,
        unassigned: of('unassigned'),
        outside: of('outside'),
        latest,
      };
    },
  };
}

function together(all: Tally, each: Tally): Tally {
  return { rows: all.rows + each.rows, amount: plus(all.amount, each.amount) };
}

export function isOutside({ day }: Placed, plan: Plan): boolean {
  return !holds(plan.period, day);
}
