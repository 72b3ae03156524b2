import type { Day } from './day.ts';
import type { Duration } from './duration.ts';
import type { Fraction } from './fraction.ts';
import type { Id } from './id.ts';
import type { Span } from './span.ts';

export interface Role {
  readonly id: Id;
  readonly name: string;
  /** What one full, ramped year carries, in the plan's currency. */
  readonly capacity: Fraction | undefined;
  /** Share of capacity by whole months since the start; the last holds on. Empty: full from the first day. */
  readonly ramp: readonly Fraction[];
  readonly rampBy: 'anniversary' | 'calendar-month';
  /** With calendar-month: a start on or before this day of the month counts that month as the first. */
  readonly hiredBy: number;
}

export interface Member {
  readonly id: Id;
  readonly name: string;
  readonly role: Id | undefined;
  readonly manager: Id | undefined;
  readonly aliases: readonly string[];
  readonly email: string | undefined;
  readonly segments: readonly Id[];
  readonly start: Day | undefined;
  readonly end: Day | undefined;
  readonly leave: readonly Span[];
  /** A share: part time is 1/2. */
  readonly availability: Fraction;
  readonly hire: { readonly status: 'open' | 'offered' | 'filled' | 'cancelled'; readonly owner: Id | undefined } | undefined;
}

export interface Training {
  readonly id: Id;
  readonly name: string;
  readonly for: readonly Id[];
  readonly span: Span | undefined;
  readonly owner: Id | undefined;
  readonly objective: string | undefined;
  readonly improves: { readonly stage: Id; readonly conversion: Fraction | undefined; readonly days: number | undefined } | undefined;
}

export interface Incentive {
  readonly id: Id;
  readonly name: string;
  readonly kind: 'material' | 'recognition' | 'development' | 'other';
  readonly for: readonly Id[];
  readonly type: string | undefined;
  readonly on: Id | undefined;
  /** Attainment from which → rate, both shares, rising. */
  readonly tiers: readonly { readonly from: Fraction; readonly rate: Fraction }[];
  readonly every: Duration | undefined;
  readonly criteria: string | undefined;
}
