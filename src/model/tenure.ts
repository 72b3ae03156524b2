import type { Day } from './day.ts';
import type { Id } from './id.ts';

/** Who is accountable, with the days on which: in order, without hole or overlap; the usual case is one tenure that never ends. */
export type Tenures = readonly Tenure[];

export interface Tenure {
  readonly who: Id;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** Who is accountable on a day; the last one after the end of the list. */
export function ownerOn(tenures: Tenures, on: Day): Id | undefined {
  const found = tenures.find((tenure) => (!tenure.from || tenure.from <= on) && (!tenure.to || on <= tenure.to));
  return (found ?? tenures.at(-1))?.who;
}
