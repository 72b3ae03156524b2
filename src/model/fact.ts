import type { Day } from './day.ts';
import type { Fraction } from './fraction.ts';
import type { Id } from './id.ts';

/** What happened: one value of one metric on one day, at one place of the plan. Rows with the same of all are one fact. */
export interface Fact {
  readonly source: Id;
  readonly metric: Id;
  readonly day: Day;
  /** In the metric's unit, exact. */
  readonly value: Fraction;
  /** Rows that it adds up. */
  readonly rows: number;
  /** Ids of the plan; a label of the file where the plan defines no such dimension; undefined: unassigned. */
  readonly segment: string | undefined;
  readonly product: string | undefined;
  readonly channel: string | undefined;
  /** As the file says; undefined where there is no owner column or its label matches nobody. */
  readonly owner: Id | undefined;
  /** The source has an owner column: an undefined owner is unassigned, not «by its place». */
  readonly ownerBound: boolean;
}

/** Rows and amount (in the plan's currency, exact) of one kind. */
export interface Tally {
  readonly rows: number;
  readonly amount: Fraction;
}

/** What can become of rows, in the order in which it is told. */
export const RECONCILED = ['read', 'used', 'excluded', 'rejected', 'unassigned', 'outside'] as const;

/** Why a row does not count. */
export const EXCLUSIONS = ['where', 'lost', 'voided', 'duplicate', 'footer', 'total'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** read = used + excluded + rejected, in rows and amount; unassigned and outside are parts of used. */
export interface Reconciliation {
  readonly source: Id;
  readonly read: Tally;
  readonly used: Tally;
  /** Left out: not counted by `where`, lost, voided, a record that stands several times, words below the rows, sums of other rows. */
  readonly excluded: Tally;
  /** What excluded is made of; kinds without rows are not there. */
  readonly excludedAs: ReadonlyMap<Exclusion, Tally>;
  /** Could not be read: each has a finding. Their amount counts what could be read of it. */
  readonly rejected: Tally;
  /** Used, but without owner, segment, product or channel that the plan knows. */
  readonly unassigned: Tally;
  /** Used, but on a day outside the plan's period. */
  readonly outside: Tally;
  /** The last day of a row that is used. */
  readonly latest: Day | undefined;
}

/** Everything that was read. */
export interface Actuals {
  readonly facts: readonly Fact[];
  readonly reconciliations: readonly Reconciliation[];
  /** Labels that matched only after trimming, normalising or folding: source, field, label, id, rows. */
  readonly folded: readonly LabelMatch[];
  /** Headers of each source that nothing is bound to. */
  readonly unboundColumns: readonly { readonly source: Id; readonly columns: readonly string[] }[];
  /** SHA-256 over the files read, hex; stamps a report. */
  readonly hash: string;
  /** The last day on which there is a fact. */
  readonly latest: Day | undefined;
}

export interface LabelMatch {
  readonly source: Id;
  readonly field: string;
  readonly label: string;
  readonly id: string;
  readonly rows: number;
}
