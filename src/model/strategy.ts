import type { Day } from './day.ts';
import type { Duration } from './duration.ts';
import type { Fraction } from './fraction.ts';
import type { Id } from './id.ts';
import type { Span } from './span.ts';
import type { Tenures } from './tenure.ts';

export interface Research {
  readonly id: Id;
  readonly method: 'survey' | 'interview' | 'focus-group' | 'desk' | 'observation' | 'experiment';
  readonly date: Day | undefined;
  readonly sample: number | undefined;
  readonly source: string | undefined;
  readonly findings: readonly string[];
}

/** `match`: column or field → labels, as written; a row belongs here when every key has one of its labels. */
export type Match = ReadonlyMap<string, readonly string[]>;

export interface Segment {
  readonly id: Id;
  readonly name: string;
  readonly owner: Tenures | undefined;
  readonly criteria: ReadonlyMap<string, unknown>;
  readonly match: Match | undefined;
  readonly needs: readonly string[];
  readonly customers: Fraction | undefined;
  /** Reachable spend in the plan's period, in the plan's currency. */
  readonly potential: Fraction | undefined;
  readonly competitors: readonly string[];
  readonly research: readonly Id[];
}

export interface Product {
  readonly id: Id;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly match: Match | undefined;
  readonly positioning: string | undefined;
  readonly segments: readonly Id[];
  readonly features: readonly string[];
  readonly needs: readonly string[];
  readonly quality: string | undefined;
  readonly afterSales: { readonly promise: string | undefined; readonly response: Duration | undefined } | undefined;
  readonly owner: Tenures | undefined;
}

/** Keyed by the product's id. Amounts in the plan's currency per piece. */
export interface Price {
  readonly product: Id;
  readonly method: 'cost-plus' | 'competition' | 'value' | undefined;
  readonly objective: string | undefined;
  readonly list: Fraction | undefined;
  readonly unitCost: Fraction | undefined;
  /** A share: 60 % is 3/5. */
  readonly markup: Fraction | undefined;
  readonly competitors: ReadonlyMap<string, Fraction>;
  readonly value: { readonly reference: Fraction | undefined; readonly differentiation: Fraction | undefined } | undefined;
  readonly maxDiscount: Fraction | undefined;
  readonly demand: string | undefined;
}

export interface Channel {
  readonly id: Id;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly match: Match | undefined;
  readonly type: 'online' | 'offline' | 'partner' | 'direct' | undefined;
  readonly owner: Tenures | undefined;
  readonly segments: readonly Id[];
  readonly cost: Fraction | undefined;
}

export interface Promotion {
  readonly id: Id;
  readonly name: string;
  readonly channel: Id | undefined;
  readonly products: readonly Id[];
  readonly span: Span | undefined;
  readonly budget: Fraction | undefined;
  readonly mechanism: string | undefined;
  readonly expect: { readonly metric: Id; readonly lift: Fraction } | undefined;
  readonly owner: Tenures | undefined;
}
