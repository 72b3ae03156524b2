import type { Actuals } from '../model/fact.ts';

/** Absent is not zero: false where sources are bound, and not one row of them could be used: then the data are what is wrong, and are told as that. */
export function hasRows({ reconciliations }: Actuals): boolean {
  return reconciliations.length === 0 || reconciliations.some(({ used }) => used.rows > 0);
}
