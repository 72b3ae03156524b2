import { bar } from '../formats/spark.ts';
import type { Context } from './context.ts';

/** One line on standard error that is written over while something takes long; silent where nobody watches. */
export interface ProgressLine {
  show(text: string): void;
  /** So much of a known whole is done: a bar, drawn anew at each percent; not where all is done before anybody looks. */
  part(done: number, total: number): void;
  /** A line that stays. */
  say(text: string): void;
  /** Leaves the line as it was. */
  end(): void;
}

/** Less than this is done before anybody looks. */
const LONG = 100_000;
const WIDTH = 30;

export function progressLine(isQuiet: boolean, { stderr, env }: Pick<Context, 'stderr' | 'env'>): ProgressLine {
  const isShown = stderr.isTerminal && !isQuiet;
  const unicode = env.TERM !== 'linux' && env.SALESPLAN_ASCII === undefined;
  let [isOpen, shown] = [false, -1];
  const wipe = (): void => {
    if (isOpen) stderr.write('\r\u001b[K');
    isOpen = false;
  };
  const show = (text: string): void => {
    if (!isShown) return;
    wipe();
    stderr.write(text);
    isOpen = true;
  };
  return {
    show,
    part: (done, total) => {
      const percent = Math.floor((100 * done) / total);
      if (total < LONG || percent === shown) return;
      shown = percent;
      show(`${bar(done / total, WIDTH, unicode)} ${String(percent).padStart(3)}%`);
    },
    say: (text) => {
      wipe();
      if (!isQuiet) stderr.write(`${text}\n`);
    },
    end: wipe,
  };
}
