import { Chalk, type ChalkInstance } from 'chalk';
import type { Severity } from '../model/finding.ts';
import type { Tone } from '../model/report.ts';

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

/** Paints text by what it means. */
export interface Painter {
  tone(tone: Tone | undefined, text: string): string;
  severity(severity: Severity, text: string): string;
  heading(text: string): string;
  faint(text: string): string;
  accent(text: string): string;
}

export function painterOf(level: ColourLevel): Painter {
  const chalk = new Chalk({ level });
  const tones: Readonly<Record<Tone, ChalkInstance>> = {
    good: chalk.green,
    warn: chalk.yellow,
    bad: chalk.red,
    muted: chalk.dim,
    strong: chalk.bold,
  };
  const severities: Readonly<Record<Severity, ChalkInstance>> = {
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
    info: chalk.cyan.bold,
  };
  return {
    tone: (tone, text) => (tone ? tones[tone](text) : text),
    severity: (severity, text) => severities[severity](text),
    heading: (text) => chalk.bold.underline(text),
    faint: (text) => chalk.dim(text),
    accent: (text) => chalk.cyan(text),
  };
}
