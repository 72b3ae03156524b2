/** A comment of a plan file: its text without `#`, its line, and the lines of the entry that follows or holds it. */
export interface PlanComment {
  readonly file: string;
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** True when something stands before it on its line. */
  readonly isTrailing: boolean;
  /** First and last line of the next entry (or of the line's own, for a trailing comment); undefined at the end of the file. */
  readonly covers: { readonly from: number; readonly to: number } | undefined;
}
