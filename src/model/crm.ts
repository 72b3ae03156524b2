import type { Day } from './day.ts';
import type { Duration } from './duration.ts';
import type { Id } from './id.ts';

export interface Crm {
  readonly system: string;
  readonly communication: ReadonlyMap<Id, Communication>;
  readonly feedback: { readonly source: string | undefined; readonly replyWithin: Duration | undefined } | undefined;
  readonly personalization: ReadonlyMap<
    Id,
    { readonly segment: Id | undefined; readonly trigger: string | undefined; readonly content: string | undefined }
  >;
}

export interface Communication {
  readonly id: Id;
  readonly name: string;
  readonly segment: Id | undefined;
  readonly channel: string | undefined;
  readonly every: Duration | undefined;
  /** The day on which it was last done. */
  readonly last: Day | undefined;
  readonly owner: Id | undefined;
  readonly purpose: string | undefined;
}
