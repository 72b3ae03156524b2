import type { Amount } from '../../model/amount.ts';
import type { Day } from '../../model/day.ts';
import type { Id } from '../../model/id.ts';
import type { Language } from '../../model/language.ts';
import type { Metric } from '../../model/metric.ts';
import type { Dimension } from '../../model/step.ts';

/** One subgoal as it is handed out: one owner, one deadline. */
export interface ExportedSubgoal {
  readonly goal: string;
  readonly id: string;
  /** Its own name among all: people who share a subgoal have one each. */
  readonly key: string;
  /** Names from the goal down, by dimension. */
  readonly places: ReadonlyMap<Dimension, string>;
  readonly metric: Metric;
  /** Quanta of the metric; undefined is «not set». */
  readonly target: Amount | undefined;
  readonly owner: string;
  readonly start: Day;
  readonly deadline: Day;
}

/** What an export is made from. */
export interface ExportInput {
  readonly plan: string;
  readonly currency: string;
  readonly language: Language;
  /** The day that the export speaks of: nothing in it depends on the clock. */
  readonly day: Day;
  readonly dimensions: readonly Dimension[];
  readonly subgoals: readonly ExportedSubgoal[];
  /** Files of the plan, each with the members who answer for something in it. */
  readonly files: readonly { readonly path: string; readonly owners: readonly { readonly id: Id; readonly email: string | undefined }[] }[];
}

/** Subgoals for another program: one file here, one line in `index.ts`. */
export interface ExportFormat {
  readonly id: string;
  /** Bytes that no terminal should see. */
  readonly isBinary: boolean;
  render(input: ExportInput): Promise<string | Uint8Array>;
}

/** What a target is counted in, as people say it. */
export function unitOf({ unit }: Metric, currency: string, units: Readonly<Record<string, string>>): string {
  return unit === 'money' ? currency : (units[unit] ?? unit);
}
