import { isTwoPeriods, type Window, weekOf, windowNamed } from '../analyses/index.ts';
import type { Calendar } from '../model/calendar.ts';
import { parseDay } from '../model/day.ts';
import { startsOnNewYear } from '../model/fiscal-year.ts';
import type { Plan } from '../model/plan.ts';
import { type CliText, cliText } from '../text/cli-text.ts';
import type { Call } from './command.ts';
import { CliError } from './exit.ts';
import type { OpenedPlan } from './open-plan.ts';

/** `--week`, `--month`, `--quarter`, or `--from` with `--to`; else the week of the as-of day. */
export function reportWindow(
  call: Call,
  { language, asOf }: OpenedPlan,
  { calendar }: Plan,
): { readonly window: Window; readonly isGiven: boolean } {
  const { week, month, quarter, from, to } = call.options;
  const text = cliText[language];
  const names = [week, month, quarter].filter((name) => typeof name === 'string');
  const range = from === undefined && to === undefined ? [] : [rangeOf(from, to, text)];
  const [name, excess] = [...names, ...range];
  if (excess !== undefined) throw new CliError(text.oneWindow);
  if (name === undefined) return { window: weekOf(calendar, asOf()), isGiven: false };
  const window = windowNamed(name, calendar);
  if (!window) throw noWindow(name, calendar, text);
  return { window, isGiven: true };
}

function rangeOf(from: unknown, to: unknown, text: CliText): string {
  const [first, last] = [parseDay(String(from)), parseDay(String(to))];
  if (!(first && last)) throw new CliError(text.oneWindow, text.badDateHint);
  if (first > last) throw new CliError(text.backwards(first, last), `--from ${last} --to ${first}`);
  return `${first}..${last}`;
}

function noWindow(name: string, calendar: Calendar, text: CliText): CliError {
  const own = windowNamed(`FY${name}`, calendar);
  if (isTwoPeriods(name, calendar) && own)
    return new CliError(text.twoPeriods(name), text.ownPeriod(own.label, own.span.start, own.span.end));
  return new CliError(text.badWeek(name), `2026-W12, 2026-03, ${startsOnNewYear(calendar) ? '' : 'FY'}2026-Q1`);
}
