import { randomUUID } from 'node:crypto';
import type { HttpAnswer, HttpRequest } from '../actuals/pulls/index.ts';

/** What a call came to: an answer with what the server says of waiting, or why there is none. */
export type Sent =
  | { readonly is: 'answer'; readonly answer: HttpAnswer; readonly retryAfterSeconds: number | undefined }
  | { readonly is: 'broken'; readonly why: string };

/** The network, the passing of time and chance, for the one command that speaks to servers. */
export interface Network {
  send(request: HttpRequest): Promise<Sent>;
  wait(milliseconds: number): Promise<void>;
  /** Milliseconds of a clock that only goes forward. */
  clock(): number;
  newTrace(): string;
}

const TIMEOUT_MS = 60_000;

export const realNetwork: Network = {
  send: async ({ method, url, headers, body }) => {
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const response = await fetch(url, { method, headers, redirect: 'error', signal, ...(body === undefined ? {} : { body }) });
      const text = await response.text();
      const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
      return { is: 'answer', answer: { status: response.status, text }, retryAfterSeconds: Number.isFinite(seconds) ? seconds : undefined };
    } catch (error) {
      return { is: 'broken', why: reasonOf(error) };
    }
  },
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  clock: () => performance.now(),
  newTrace: randomUUID,
};

/** `fetch` hides the reason in the cause; neither names the address with what it carries. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.name === 'TimeoutError' ? `no answer within ${TIMEOUT_MS / 1000} s` : error.message;
}
