import type { Day } from '../model/day.ts';
import type { Deals } from '../model/deal.ts';
import type { GoalResult } from '../model/decomposed.ts';
import type { Actuals } from '../model/fact.ts';
import type { Args, Edit, Problem, Severity } from '../model/finding.ts';
import type { Id } from '../model/id.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';

/** The words of one finding: what is wrong, with the values; and how to mend it. Complete sentences for a planner. */
export interface Words {
  readonly message: string;
  readonly help: string;
}

/** What a rule says of itself: `explain`, the reference page and SARIF print it. */
export interface Explanation {
  readonly title: string;
  readonly why: string;
  readonly mend: string;
}

/**
 * A rule: one file of its own, named after it. Rules that a stage finds while it does its work (`syntax/*`, `schema/*`,
 * `sum/*`, `data/*`, parts of `ref/*` and `date/*`) have no `check`: the stage returns the problems, the rule holds the words.
 */
export interface Rule {
  /** `group/name`. */
  readonly id: string;
  readonly severity: Severity;
  readonly explanation: Readonly<Record<Language, Explanation>>;
  words(args: Args, language: Language): Words;
  /** The edits that mend it, where some do with certainty or close to it; undefined where a person must decide. */
  mend?(args: Args, at: Marked): Mending | undefined;
  /** What `mend` makes of the plan's meaning: it stays (`safe`), may change (`unsafe`), or it depends on what was found. */
  readonly mends?: 'safe' | 'unsafe' | 'either';
  /** The limit that a plan may move under `checks.thresholds`. */
  readonly threshold?: Threshold;
  /** Sentences for related places, by the name that the problem gives. */
  readonly related?: Readonly<Record<string, Readonly<Record<Language, string>>>>;
  /** A plan that has the mistake (with its place) and one that has not; `files` are what stands beside the plan. */
  readonly failing: Example & { readonly line: number; readonly column: number; readonly file?: string };
  readonly passing: Example;
  /** Whether it looks at data (actuals, pipeline): it is silent without them, or sees more with them. */
  readonly data?: 'needed' | 'more';
  check?(context: RuleContext): Iterable<Problem>;
}

/** `standard` is the limit that holds where nothing is said, as a plan would write it. */
export interface Threshold {
  readonly name: string;
  readonly kind: 'duration' | 'count' | 'percent';
  readonly standard: string;
}

/** What a finding marks in the text of its file, by UTF-16 offset. */
export interface Marked {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `isSafe`: what the plan means stays, or is what the planner certainly meant; else a person has to want it (`--unsafe`). */
export interface Mending {
  readonly isSafe: boolean;
  readonly edits: readonly Edit[];
}

export interface Example {
  readonly plan: string | Uint8Array;
  /** The plan as it was before the change, for rules that compare. */
  readonly before?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

export interface RuleContext {
  readonly plan: Plan;
  /** The merged plan as written, without the parts that the schema refused. */
  readonly input: unknown;
  readonly goals: ReadonlyMap<Id, GoalResult>;
  /** The plan as it was at the revision of `--since`. */
  readonly before?: Plan | undefined;
  /** Undefined: not read (`--no-data`, or nothing asked for it). */
  readonly actuals: Actuals | undefined;
  /** Of the pipeline; undefined: not read, or none is bound. */
  readonly deals: readonly Deals[] | undefined;
  asOf(): Day;
}
