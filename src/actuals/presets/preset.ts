import type { SourceField } from '../../model/source.ts';

/** How a system exports its rows: bound by what headers may be called, never by their position. A plan's own columns go first. */
export interface Preset {
  readonly id: string;
  /** Field → headers (of its pages' exports) or names (of its interface) that it may have, the surest first. */
  readonly columns: Readonly<Partial<Record<SourceField, readonly string[]>>>;
  /** Which rows count, where the plan says nothing of it: the first of these columns that is there decides, by its labels. */
  readonly won: readonly Labels[];
  /** Which rows are closed without success: as `won`. */
  readonly lost: readonly Labels[];
  /** Records that are still there: each of these columns that the file has must have one of its labels. The others are voided or deleted. */
  readonly kept: readonly Labels[];
  /** Headers by which it is told from others, any of these sets; none: it is never taken unasked before all others were. */
  readonly signatures: readonly (readonly string[])[];
  /** Where dates that are given as instants are days; undefined: the plan's own time zone. */
  readonly zone?: string;
  /** Columns whose times are UTC without saying so. */
  readonly utc?: readonly string[];
  /** Parts of a field's labels that say nothing of whom or what they name. */
  readonly decoration?: Readonly<Partial<Record<SourceField, RegExp>>>;
  /** A field that tells records apart where the file has no number of theirs; not where it has lines of records, with one of `unless`. */
  readonly idElse?: { readonly field: SourceField; readonly unless: readonly SourceField[] };
  /** Words stand below the rows, in their first column: no rows. */
  readonly hasFooter?: boolean;
}

export interface Labels {
  readonly column: string;
  readonly labels: readonly string[];
}
