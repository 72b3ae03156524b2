import type { Fraction } from './fraction.ts';
import type { Id } from './id.ts';
import type { Tenures } from './tenure.ts';

export const PHASES = ['pre-sale', 'in-sale', 'post-sale'] as const;

export interface Stage {
  readonly id: Id;
  readonly name: string;
  readonly phase: (typeof PHASES)[number];
  /** Share that goes on to the next stage. */
  readonly conversion: Fraction | undefined;
  readonly days: number | undefined;
  readonly activities: readonly string[];
  readonly owner: Tenures | undefined;
}
