import type { Day } from './day.ts';
import type { Fraction } from './fraction.ts';
import type { Id, PlanPath } from './id.ts';
import type { Metric } from './metric.ts';
import type { Span } from './span.ts';
import type { Dimension, Step } from './step.ts';
import type { Tenures } from './tenure.ts';

export interface Goal {
  readonly id: Id;
  readonly name: string;
  readonly metric: Metric;
  readonly baseline: Baseline | undefined;
  readonly target: Target;
  readonly owner: Tenures;
  readonly setBy: string | undefined;
  readonly carry: 'none' | 'surplus' | 'deficit' | 'both';
  readonly guard: readonly Id[];
  readonly changes: readonly TargetChange[];
  /** From the plan's start (or the goal's own `start`) to the deadline. */
  readonly span: Span;
  readonly scope: {
    readonly segments: readonly Id[] | undefined;
    readonly products: readonly Id[] | undefined;
    readonly channels: readonly Id[] | undefined;
  };
  readonly supports: readonly Id[];
  readonly rationale: string | undefined;
  readonly decompose: readonly Step[];
  readonly pins: readonly Pin[];
  /** A table of what people commit to, to be laid beside what was handed down: by its own dimensions. */
  readonly bottomUp: Step | undefined;
  readonly milestones: readonly Milestone[];
}

export type Baseline =
  | { readonly is: 'value'; readonly value: Fraction; readonly period: string | undefined }
  | { readonly is: 'actuals'; readonly period: string };

/** `sum`: bottom-up, the total of what is below. Values in the metric's unit. */
export type Target =
  | { readonly is: 'value'; readonly value: Fraction; readonly floor: Fraction | undefined; readonly stretch: Fraction | undefined }
  | { readonly is: 'sum' };

export interface TargetChange {
  readonly date: Day;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly reason: string | undefined;
  readonly by: string | undefined;
}

export interface Pin {
  readonly path: PlanPath;
  readonly at: ReadonlyMap<Dimension, string>;
  readonly target: Fraction;
  readonly note: string | undefined;
}

export interface Milestone {
  readonly id: Id;
  readonly name: string;
  readonly deadline: Day;
  readonly target: Fraction | undefined;
}
