import type { HttpAnswer, HttpRequest } from '../actuals/pulls/index.ts';
import type { Language } from '../model/language.ts';
import { pullText } from '../text/pull-text.ts';
import { CliError, EXIT } from './exit.ts';
import type { Network } from './network.ts';

const TRIES = 6;
const LONGEST_PAUSE_MS = 60_000;

/** Sends with patience: no more calls a minute than the plan allows; throttling, faults of the server and broken connections are tried again. */
export function patientSender(network: Network, perMinute: number, language: Language): (request: HttpRequest) => Promise<HttpAnswer> {
  const gap = 60_000 / perMinute;
  let free = network.clock();
  return async (request) => {
    const host = new URL(request.url).host;
    let last = '';
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const early = free - network.clock();
      if (early > 0) await network.wait(early);
      free = network.clock() + gap;
      const sent = await network.send(request);
      if (sent.is === 'answer' && sent.answer.status !== 429 && sent.answer.status < 500) return sent.answer;
      last = sent.is === 'answer' ? pullText[language].status(host, sent.answer.status) : pullText[language].unreachable(host, sent.why);
      const asked = sent.is === 'answer' ? sent.retryAfterSeconds : undefined;
      if (attempt < TRIES) await network.wait(asked === undefined ? pauseOf(attempt) : Math.min(asked * 1000, LONGEST_PAUSE_MS));
    }
    throw new CliError(last, undefined, EXIT.failure);
  };
}

/** Doubles with every attempt, in milliseconds. */
export function pauseOf(attempt: number): number {
  return Math.min(1000 * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
}
