import { bar } from '../formats/spark.ts';
import type { Context } from './context.ts';

/** Less than this is done before anybody looks. */
const LONG = 100_000;
const WIDTH = 30;

export interface ProgressBar {
  /** So much is done. */
  show(done: number): void;
  /** Leaves the line as it was. */
  clear(): void;
}

/** How far long work is, on standard error where that is a terminal: drawn anew at each percent. */
export function progressBar(total: number, isQuiet: boolean, { stderr, env }: Context): ProgressBar {
  if (isQuiet || !stderr.isTerminal || total < LONG) return { show: () => undefined, clear: () => undefined };
  const unicode = env.TERM !== 'linux' && env.SALESPLAN_ASCII === undefined;
  let shown = -1;
  return {
    show: (done) => {
      const percent = Math.floor((100 * done) / total);
      if (percent === shown) return;
      shown = percent;
      stderr.write(`\r${bar(done / total, WIDTH, unicode)} ${String(percent).padStart(3)}%`);
    },
    clear: () => {
      if (shown >= 0) stderr.write(`\r${' '.repeat(WIDTH + 5)}\r`);
    },
  };
}
