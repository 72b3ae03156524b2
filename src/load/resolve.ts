import { currencyDecimals, currencyOfMark, isCurrency } from '../model/currency.ts';
import { parseDay } from '../model/day.ts';
import type { Problem } from '../model/finding.ts';
import type { Id, PlanPath } from '../model/id.ts';
import { languageOf } from '../model/language.ts';
import { nearName } from '../model/near-name.ts';
import type { Plan } from '../model/plan.ts';
import type { Span } from '../model/span.ts';
import { isMap, type PlainMap } from './ordered.ts';
import type { Pruning } from './prune.ts';
import { resolveCalendar } from './resolve-calendar.ts';
import { resolveCheckins, resolveFollowUp } from './resolve-follow-up.ts';
import { resolveGoals } from './resolve-goals.ts';
import { resolveMetrics } from './resolve-metrics.ts';
import { resolveSources } from './resolve-sources.ts';
import { resolveStrategy } from './resolve-strategy.ts';
import { resolveTeam } from './resolve-team.ts';
import type { Resolving } from './resolving.ts';
import { dayOf, decimalOf, mapOf, text } from './scalars.ts';

/** Turns a plan as written, freed of what was refused, into the plan as used; undefined without a period. */
export function resolvePlan(input: unknown, faults: Pruning, tell: (problem: Problem, path: PlanPath) => void): Plan | undefined {
  const period = isMap(input) && isMap(input.period) ? periodOf(input.period) : undefined;
  if (!isMap(input) || !period) return undefined;
  const currency = text(input.currency) ?? 'CNY';
  const resolving = resolvingOf(input, currency, period, faults, tell);
  tellCurrency(currency, resolving);
  const metrics = resolveMetrics(input.metrics, currency, languageOf(text(input.language)));
  const calendar = resolveCalendar(input.calendar);
  const strategy = resolveStrategy(input, resolving);
  const goals = resolveGoals(input.goals, metrics, strategy.themes, resolving, {
    isSplitFaulty: (goal) => isSplitFaulty(goal, input, faults),
    isBottomUpFaulty: (goal) => faults.hasFault(['goals', goal, 'bottom_up']),
  });
  return {
    name: text(input.name) ?? '',
    currency,
    currencyDecimals: currencyDecimals(currency),
    language: languageOf(text(input.language)),
    timezone: zoneOf(text(input.timezone), resolving),
    period,
    calendar,
    metrics,
    ...strategy,
    ...resolveTeam(input, resolving),
    goals,
    ...resolveFollowUp(input, metrics, resolving),
    checkins: resolveCheckins(input.checkins, goals, calendar, resolving),
    actuals: resolveSources(input.actuals, 'actuals'),
    pipeline: resolveSources(input.pipeline, 'pipeline'),
    rates: resolving.rates,
  };
}

/** Reports: schema/not-one-of for a currency that there is not. */
function tellCurrency(code: string, resolving: Resolving): void {
  if (isCurrency(code.toLowerCase())) return;
  const known = Intl.supportedValuesOf('currency');
  if (known.includes(code) || currencyDecimals(code) !== 2) return;
  const args = { value: code, key: 'currency', nearest: currencyOfMark(code.toLowerCase(), 'CNY') ?? nearName(code, known) };
  resolving.tell({ rule: 'schema/not-one-of', spot: { in: 'plan', path: ['currency'], at: 'value' }, args });
}

const STANDARD_ZONE = 'Asia/Shanghai';
/** Known without asking, which takes its time. */
const USUAL_ZONES: readonly (string | undefined)[] = [STANDARD_ZONE, 'UTC', 'America/New_York', 'Europe/London', 'Europe/Berlin'];

/** Reports: schema/not-one-of for a zone that there is not. */
function zoneOf(zone: string | undefined, resolving: Resolving): string {
  if (zone === undefined || USUAL_ZONES.includes(zone)) return zone ?? STANDARD_ZONE;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    const args = { value: zone, key: 'timezone', nearest: nearName(zone, Intl.supportedValuesOf('timeZone')) };
    resolving.tell({ rule: 'schema/not-one-of', spot: { in: 'plan', path: ['timezone'], at: 'value' }, args });
    return STANDARD_ZONE;
  }
}

/** A period the wrong way round has its finding; the days between are the plan's all the same. */
function periodOf(period: PlainMap): Span | undefined {
  const [start, end] = [dayOf(period.start), dayOf(period.end)];
  if (!start || !end) return undefined;
  return start <= end ? { start, end } : { start: end, end: start };
}

function resolvingOf(
  input: PlainMap,
  currency: string,
  period: Span,
  faults: Pruning,
  tell: (problem: Problem, path: PlanPath) => void,
): Resolving {
  const rates = mapOf(input.rates, (_, byDay) => {
    const days = mapOf(byDay, (_day, rate) => decimalOf(rate));
    return new Map([...days].flatMap(([day, rate]) => [[parseDay(day) ?? period.start, rate] as const]));
  });
  return {
    currency,
    period,
    rates,
    tell: (problem) => tell(problem, problem.spot.in === 'plan' ? problem.spot.path : []),
    isFaulty: (path) => faults.isFaulty(path),
  };
}

const COUNTED_FROM = ['decompose', 'pins', 'deadline', 'start', 'scope', 'metric', 'target', 'baseline'];

/** A decomposition that is left out for what it is counted from has failed with that: no rule says that it is not there. */
function isSplitFaulty(goal: Id, input: PlainMap, faults: Pruning): boolean {
  const isFaulty =
    faults.hasFault(['period']) || faults.hasFault(['calendar']) || COUNTED_FROM.some((key) => faults.hasFault(['goals', goal, key]));
  const entry = isMap(input.goals) ? input.goals[goal] : undefined;
  if (isFaulty && isMap(entry) && entry.decompose !== undefined) faults.refuse(['goals', goal, 'decompose']);
  return isFaulty;
}
