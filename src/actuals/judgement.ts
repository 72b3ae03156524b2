import type { Day } from '../model/day.ts';
import type { Exclusion } from '../model/fact.ts';
import type { Args } from '../model/finding.ts';
import type { Fraction } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { ColumnRef } from './bind.ts';

/** Which day it is where the plan is. */
export interface Clock {
  readonly today: Day;
  /** A sale dated after this day is told. */
  readonly lastSaleDay: Day;
  /** The day that is looked from: what was to close before it is overdue. */
  readonly asOf: Day;
}

/** Something to tell about rows, with the cell that shows it. */
export interface Complaint {
  readonly rule: string;
  readonly args: Args;
  readonly ref: ColumnRef | undefined;
  readonly text: string | null;
}

/** How long deals took. */
export interface Cycle {
  readonly days: number;
  readonly deals: number;
}

/** Where rows with the same labels belong in the plan; rows of one kind share it. */
export interface Spot {
  readonly owner: Id | undefined;
  /** Who shares it in which shares, which total 1; undefined: it is its owner's alone. */
  readonly credit: ReadonlyMap<Id, Fraction> | undefined;
  readonly segment: string | undefined;
  readonly product: string | undefined;
  readonly channel: string | undefined;
  readonly isUnassigned: boolean;
}

/** What rows count, where, and on which day. */
export interface Placed {
  readonly spot: Spot;
  readonly day: Day;
  /** Set where the file names the metric of each row. */
  readonly metric: Id | undefined;
  readonly amount: Fraction;
  readonly quantity: Fraction | undefined;
  /** What the rows cost, where the file or the plan's price says so. */
  readonly cost: Fraction | undefined;
  readonly order: string | undefined;
  /** A database has counted the orders of its rows apart from them. */
  readonly ordersApart: boolean;
  readonly customer: string | undefined;
  /** The file says of its rows whether they were won or lost. */
  readonly isDeal: boolean;
  /** Days from the creation of its deals to their day, all together, and how many deals that is known of. */
  readonly cycle: Cycle | undefined;
}

export type Judgement =
  /** `lost` is set for a deal that was lost on a known day. */
  | {
      readonly is: 'excluded';
      readonly as: Exclusion;
      readonly lost: Placed | undefined;
      readonly complaints: readonly Complaint[];
    }
  | { readonly is: 'rejected'; readonly complaint: Complaint }
  | {
      readonly is: 'placed';
      readonly placed: Placed;
      readonly complaints: readonly Complaint[];
      readonly folded: readonly { readonly field: string; readonly label: string; readonly id: Id }[];
    };

/** What a row counts, before it is known where. */
export type Accepted = Pick<Placed, 'day' | 'metric' | 'amount' | 'quantity' | 'cost'>;
