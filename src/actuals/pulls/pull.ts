import type { Pull } from '../../model/source.ts';

/** What is asked of a server. Secrets stand in headers and bodies only, never in the address. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

/** How far a pull is: what the next page is asked for by. */
export type Cursor = Readonly<Record<string, string>>;

/** What a pull wants done next; only a call is answered by something. */
export type PullStep =
  | { readonly is: 'call'; readonly request: HttpRequest }
  /** Records as the server wrote them, one JSON text each; `next` undefined: it was the last page. */
  | { readonly is: 'page'; readonly records: readonly string[]; readonly next: Cursor | undefined }
  /** The server asks for patience in its own words. */
  | { readonly is: 'wait'; readonly attempt: number }
  | { readonly is: 'failed'; readonly reason: PullFailure; readonly detail: string };

/** `refused`: credentials or rights; `expired`: the cursor is worth nothing any more, start anew; `unreadable`: not the documented form; `no-fields`: the plan must name them. */
export type PullFailure = 'refused' | 'expired' | 'unreadable' | 'no-fields' | 'busy';

export type PullSteps = Generator<PullStep, void, HttpAnswer>;

export interface PullInput {
  readonly pull: Pull;
  /** Values of the environment variables that the system names. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Address of the server instead of the vendor's own; undefined: the vendor's. */
  readonly host: string | undefined;
  readonly from: Cursor | undefined;
  /** A name for one call, new each time. */
  newTrace(): string;
}

/** A system that records can be pulled from: which secrets it needs, and the calls as a dialogue that touches no network. */
export interface PullSystem {
  readonly id: Pull['system'];
  readonly secrets: readonly string[];
  /** Environment variable that names another server, for private clouds. */
  readonly hostVariable: string;
  steps(input: PullInput): PullSteps;
}

export function* call(request: HttpRequest): Generator<PullStep, HttpAnswer, HttpAnswer> {
  return yield { is: 'call', request };
}

/** The answer as JSON; undefined where it is none. */
export function jsonOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
