import type { SourceField } from '../../model/source.ts';

/** How a system exports its rows: bound by what headers may be called, never by their position. A plan's own columns go first. */
export interface Preset {
  readonly id: string;
  /** Field → headers that it may have, the surest first. */
  readonly columns: Readonly<Partial<Record<SourceField, readonly string[]>>>;
  /** Which rows count, where the column is there and the plan says nothing of it. */
  readonly where: Readonly<Record<string, readonly string[]>>;
  /** Headers by which it is told from others; none: it is never taken unasked before all others were. */
  readonly signature: readonly string[];
}
