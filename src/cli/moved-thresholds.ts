import { isThreshold, THRESHOLDS } from '../rules/settings.ts';
import { checkText } from '../text/check-text.ts';
import type { Call } from './command.ts';
import { CliError } from './exit.ts';
import type { OpenedPlan } from './open-plan.ts';

interface Written {
  readonly checks?: { readonly thresholds?: Readonly<Record<string, unknown>> };
}

/** The plan with the limits that `--threshold` moves; its own stay where the command line says nothing. */
export function withThresholds(opened: OpenedPlan, call: Call): OpenedPlan {
  const given = call.options.threshold;
  const words = Array.isArray(given) ? given : typeof given === 'string' ? [given] : [];
  if (words.length === 0) return opened;
  const input = (opened.loaded.input ?? {}) as Written;
  const moved = Object.fromEntries(words.map((word) => settingOf(word, opened)));
  const checks = { ...input.checks, thresholds: { ...input.checks?.thresholds, ...moved } };
  return { ...opened, loaded: { ...opened.loaded, input: { ...input, checks } } };
}

function settingOf(word: string, { language }: OpenedPlan): readonly [string, string] {
  const [name = '', ...rest] = word.split('=');
  const value = rest.join('=').trim();
  if (isThreshold(name, value)) return [name, value];
  const text = checkText[language];
  throw new CliError(text.badThreshold(word), `${text.badThresholdHint} ${[...THRESHOLDS.keys()].join(', ')}`);
}
