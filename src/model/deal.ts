import type { Day } from './day.ts';
import type { Fraction } from './fraction.ts';
import type { Id } from './id.ts';

/** Deals of the pipeline with the same stage, days and place: `count` of them, worth `amount` together. */
export interface Deals {
  readonly source: Id;
  readonly is: 'open' | 'won' | 'lost';
  /** A stage of the plan's process; undefined where the label names none. */
  readonly stage: Id | undefined;
  readonly created: Day | undefined;
  /** When an open deal is expected to close, or a won or lost one closed. */
  readonly close: Day | undefined;
  readonly segment: string | undefined;
  readonly product: string | undefined;
  readonly channel: string | undefined;
  readonly owner: Id | undefined;
  readonly count: number;
  /** In the plan's currency; deals without an amount count for nothing here. */
  readonly amount: Fraction;
}
