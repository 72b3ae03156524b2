import { Chalk, type ChalkInstance } from 'chalk';
import type { Severity } from '../model/finding.ts';
import type { Tone } from '../model/report.ts';
import type { ColourLevel } from './colour-level.ts';

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
