import { checkText } from '../text/check-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, isCliError } from './exit.ts';
import { spokenLanguage } from './open-plan.ts';
import { tellCliError } from './tell-error.ts';

/** Files that are saved together are checked together. */
const PAUSE_MS = 80;
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/** One round of what is watched: does the work and names the folders whose changes matter. */
export type Round = () => Promise<readonly string[]>;

/** Does a round, and again after every change, until the person ends it. The first round must come through, later ones may fail. */
export async function watchRounds(round: Round, call: Call, context: Context): Promise<ExitCode> {
  const text = checkText[spokenLanguage(call, context)];
  const bell = newBell();
  let folders = await round();
  let stop = await context.watch(folders, bell.ring);
  const isEnded = aborted(context.interrupted()).then(() => true);
  try {
    for (;;) {
      context.stderr.write(`${text.watching(folders.length)}\n`);
      if (await Promise.race([isEnded, bell.rung().then(() => false)])) break;
      await pause();
      bell.mute();
      context.stdout.write(context.stdout.isTerminal ? CLEAR : '\n');
      const found = (await survived(round, context)) ?? folders;
      // Watching goes on without a gap: the new watch begins before the old one ends.
      const before = stop;
      [folders, stop] = [found, await context.watch(found, bell.ring)];
      before();
    }
  } finally {
    // A watch that is left open would keep the program alive.
    stop();
  }
  context.stderr.write(`${text.stopped}\n`);
  return EXIT.ok;
}

/** A plan that is gone for the moment, or can't be read, is told and waited for. */
async function survived(round: Round, context: Context): Promise<readonly string[] | undefined> {
  try {
    return await round();
  } catch (error) {
    if (!isCliError(error)) throw error;
    tellCliError(error, context);
    return undefined;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PAUSE_MS);
  });
}

/** Rings until it is muted; one who waits hears a ring that came before, too. */
function newBell() {
  let isRinging = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      isRinging = true;
      wake?.();
    },
    mute: () => {
      isRinging = false;
    },
    rung: () =>
      new Promise<void>((resolve) => {
        if (isRinging) resolve();
        else wake = resolve;
      }),
  };
}
