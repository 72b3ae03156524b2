export type ColourLevel = 0 | 1 | 2 | 3;

interface ColourWishes {
  /** `--color` or `--no-color`. */
  readonly flag: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
}

/** Whether to colour: the flag, then NO_COLOR, then FORCE_COLOR, then a terminal that can, then GitHub Actions. */
export function colourLevel({ flag, env, isTerminal }: ColourWishes): ColourLevel {
  if (flag !== undefined) return flag ? depthOf(env) : 0;
  if (env.NO_COLOR) return 0;
  if (env.FORCE_COLOR !== undefined) return forced(env.FORCE_COLOR, env);
  if (isTerminal) return env.TERM === 'dumb' ? 0 : depthOf(env);
  return env.GITHUB_ACTIONS ? 1 : 0;
}

function forced(value: string, env: ColourWishes['env']): ColourLevel {
  if (value === '0' || value === 'false') return 0;
  return value === '1' || value === '2' || value === '3' ? (Number(value) as ColourLevel) : depthOf(env);
}

function depthOf(env: ColourWishes['env']): ColourLevel {
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit') return 3;
  return /256/.test(env.TERM ?? '') ? 2 : 1;
}
