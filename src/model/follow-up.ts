import type { Day } from './day.ts';
import type { Duration } from './duration.ts';
import type { Fraction } from './fraction.ts';
import type { Id } from './id.ts';
import type { Span } from './span.ts';

export const ACTION_STATUSES = ['planned', 'doing', 'done', 'cancelled'] as const;

export interface Action {
  readonly id: Id;
  readonly name: string;
  readonly goal: Id | undefined;
  readonly owner: Id | undefined;
  readonly start: Day | undefined;
  readonly deadline: Day | undefined;
  readonly status: (typeof ACTION_STATUSES)[number];
  readonly progress: Fraction | undefined;
  readonly after: readonly Id[];
  readonly evidence: string | undefined;
}

/** An expected effect: on a stage or on a metric. */
export interface Effect {
  readonly stage: Id | undefined;
  readonly metric: Id | undefined;
  readonly conversion: Fraction | undefined;
  readonly days: number | undefined;
  readonly lift: Fraction | undefined;
}

export interface ImprovementMeasure {
  readonly id: Id;
  readonly name: string;
  readonly kind: 'process' | 'training' | 'strategy';
  readonly goal: Id | undefined;
  readonly problem: string | undefined;
  readonly cause: string | undefined;
  readonly owner: Id | undefined;
  readonly deadline: Day | undefined;
  readonly status: (typeof ACTION_STATUSES)[number];
  readonly expect: Effect | undefined;
  readonly evidence: string | undefined;
}

export interface Assumption {
  readonly id: Id;
  readonly says: string;
  readonly stage: Id | undefined;
  readonly metric: Id | undefined;
  readonly conversion: Fraction | undefined;
  readonly value: Fraction | undefined;
  readonly tolerance: Fraction | undefined;
  readonly window: Duration | undefined;
  readonly owner: Id | undefined;
}

export interface Risk {
  readonly id: Id;
  readonly name: string;
  readonly kind: 'market' | 'competition' | 'demand' | 'internal';
  readonly likelihood: 'low' | 'medium' | 'high' | undefined;
  readonly impact: Fraction | undefined;
  readonly response: string | undefined;
  readonly trigger: string | undefined;
  /** What of the trigger can be watched in the data. */
  readonly watch: Watch | undefined;
  readonly owner: Id | undefined;
}

/** Fires when a goal's pace (or its segment's) is under a share of what is expected, a metric leaves its bounds, or an assumption is off. */
export interface Watch {
  readonly goal: Id | undefined;
  readonly segment: Id | undefined;
  readonly paceBelow: Fraction | undefined;
  readonly metric: Id | undefined;
  /** In the metric's unit. */
  readonly below: Fraction | undefined;
  readonly above: Fraction | undefined;
  readonly assumption: Id | undefined;
}

export interface Scenario {
  readonly id: Id;
  readonly name: string;
  readonly adjust: readonly ScenarioChange[];
}

export interface ScenarioChange {
  readonly segment: Id | undefined;
  readonly product: Id | undefined;
  readonly channel: Id | undefined;
  readonly metric: Id | undefined;
  readonly stage: Id | undefined;
  readonly by: Fraction | undefined;
  readonly conversion: Fraction | undefined;
}

/** What a person reported for a goal in a period (`2026-W12`). */
export interface Checkin {
  readonly period: Span;
  readonly label: string;
  readonly who: Id;
  readonly goal: Id;
  readonly status: 'green' | 'amber' | 'red' | 'done' | undefined;
  readonly confidence: Fraction | undefined;
  readonly forecast: Fraction | undefined;
  readonly value: Fraction | undefined;
  readonly note: string | undefined;
  readonly next: string | undefined;
  readonly blocker: string | undefined;
}
