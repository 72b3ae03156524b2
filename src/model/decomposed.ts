import type { Fact } from './fact.ts';
import type { Problem } from './finding.ts';
import type { Id } from './id.ts';
import type { GoalTree } from './subgoal.ts';

/** What came of one goal: its tree, or why there is none. Problems point into the plan; a tree may have some too. */
export interface GoalResult {
  readonly goal: Id;
  readonly tree: GoalTree | undefined;
  readonly problems: readonly Problem[];
}

/** What a decomposition needs beyond the plan. */
export interface DecomposeInputs {
  /** For `history` shares and `baseline: {from: actuals}`; undefined: the actuals were not read. */
  readonly facts: readonly Fact[] | undefined;
  /** The rows of a target table by its file; undefined: not read (the reader's own problems say why). */
  table(file: string): TableRows | undefined;
}

/** A delimited text as read: `line` is where the row starts in the file, from 1; row 0 is the header. */
export interface TableRows {
  readonly file: string;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}
