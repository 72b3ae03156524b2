import type { Day } from './day.ts';
import type { Fraction } from './fraction.ts';
import type { Id, PlanPath } from './id.ts';

export const TIME_DIMENSIONS = ['half', 'quarter', 'month', 'week'] as const;

export type TimeDimension = (typeof TIME_DIMENSIONS)[number];

export const DIMENSIONS = [...TIME_DIMENSIONS, 'segment', 'product', 'channel', 'owner', 'stage', 'goal'] as const;

export type Dimension = (typeof DIMENSIONS)[number];

export function isTimeDimension(dimension: Dimension): dimension is TimeDimension {
  return (TIME_DIMENSIONS as readonly Dimension[]).includes(dimension);
}

/** One `decompose` step. `path` is where it stands in the plan, for findings. */
export interface Step {
  readonly path: PlanPath;
  /** One, except for a table's several. */
  readonly by: readonly [Dimension, ...Dimension[]];
  readonly shares: Shares;
  /** Groups of months (1 to 12) whose history counts as one; within a group the working days decide. */
  readonly combine: readonly (readonly number[])[];
  /** Funnel: what one deal brings, in the metric's unit; undefined: no counts of deals. */
  readonly orderValue: OrderValue | undefined;
  readonly overAssign: Fraction;
  readonly among: readonly Id[] | undefined;
  readonly owners: ReadonlyMap<Id, Id>;
  readonly min: ReadonlyMap<Id, Fraction>;
  readonly max: ReadonlyMap<Id, Fraction>;
  /** Present subgoals in multiples of this many units. */
  readonly round: Fraction | undefined;
  /** Child → who gets which share of the credit for it; the shares total one. */
  readonly credit: ReadonlyMap<Id, ReadonlyMap<Id, Fraction>>;
  readonly transfers: readonly { readonly from: Day; readonly to: ReadonlyMap<Id, Id> }[];
}

/** Given, or from actuals: of a period, for lack of one of the same days a year earlier. */
export type OrderValue =
  | { readonly is: 'value'; readonly value: Fraction }
  | { readonly is: 'actuals'; readonly period: string | undefined };

export const REST = 'rest';

/** The key in `min` and `max` of a bound that every child has. */
export const EVERY_CHILD = '*';

export type Shares =
  | { readonly is: 'even' | 'working-days' | 'history' | 'capacity' | 'potential' }
  /** In the order of the children. Each a share (45 % is 9/20), an amount in the metric's unit, or the remainder. */
  | { readonly is: 'list'; readonly parts: readonly Part[] }
  | { readonly is: 'map'; readonly parts: ReadonlyMap<Id, Part> }
  | { readonly is: 'table'; readonly table: TargetTable };

export type Part =
  | { readonly is: 'share'; readonly share: Fraction }
  | { readonly is: 'amount'; readonly value: Fraction }
  | { readonly is: 'rest' };

/** Targets that stand in a file. `columns`: dimension (or `target`) → header, for a long table; `months`: bucket → header, for a wide one. */
export interface TargetTable {
  readonly file: string;
  readonly columns: ReadonlyMap<string, string>;
  readonly months: readonly { readonly bucket: string | undefined; readonly column: string }[] | undefined;
  /** Where the plan names them, from the table on. */
  readonly monthsAt: PlanPath;
  readonly scale: Fraction;
  readonly formats: {
    readonly month: string | undefined;
    readonly delimiter: string | undefined;
    readonly decimal: string | undefined;
    readonly encoding: string | undefined;
  };
}
