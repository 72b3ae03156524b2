import type { Out } from './context.ts';

/** One line on standard error that is written over while something takes long; silent where nobody watches. */
export interface Progress {
  show(text: string): void;
  /** A line that stays. */
  say(text: string): void;
  end(): void;
}

export function progressOn(out: Out, isQuiet: boolean): Progress {
  const isShown = out.isTerminal && !isQuiet;
  let isOpen = false;
  const wipe = (): void => {
    if (isOpen) out.write('\r\u001b[K');
    isOpen = false;
  };
  return {
    show: (text) => {
      if (!isShown) return;
      wipe();
      out.write(text);
      isOpen = true;
    },
    say: (text) => {
      wipe();
      if (!isQuiet) out.write(`${text}\n`);
    },
    end: wipe,
  };
}
