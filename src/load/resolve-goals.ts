import { compare, type Fraction } from '../model/fraction.ts';
import type { Baseline, Goal, Milestone, Pin, Target, TargetChange } from '../model/goal.ts';
import type { Id, PlanPath } from '../model/id.ts';
import type { Metric } from '../model/metric.ts';
import type { Span } from '../model/span.ts';
import { DIMENSIONS } from '../model/step.ts';
import { BUILT_IN_METRICS } from './built-in-metrics.ts';
import { entriesOf, isMap, type PlainMap } from './ordered.ts';
import { resolveStep, resolveSteps } from './resolve-steps.ts';
import { type Resolving, tenuresAt, valueAt } from './resolving.ts';
import { dayOf, mapOf, oneOf, someTexts, text, texts } from './scalars.ts';

/** What resolving a goal asks of what was found wrong before. */
export interface GoalFaults {
  /** True when something in the goal's decomposition, or what it is counted from, was refused: it is left out whole. */
  isSplitFaulty(goal: Id): boolean;
  isBottomUpFaulty(goal: Id): boolean;
}

/** `goals:` without those that lack a metric or a target that could be read. */
export function resolveGoals(
  value: unknown,
  metrics: ReadonlyMap<Id, Metric>,
  themes: ReadonlyMap<Id, string>,
  resolving: Resolving,
  faults: GoalFaults,
): ReadonlyMap<Id, Goal> {
  const ids = new Set([...entriesOf(value).map(([id]) => id), ...themes.keys()]);
  return mapOf(value, (id, entry) => {
    const metric = isMap(entry) ? metrics.get(text(entry.metric) ?? '') : undefined;
    return isMap(entry) && metric ? goalOf(id, entry, metric, ids, resolving, faults) : undefined;
  });
}

function goalOf(id: Id, entry: PlainMap, metric: Metric, ids: ReadonlySet<Id>, resolving: Resolving, faults: GoalFaults): Goal | undefined {
  const path: PlanPath = ['goals', id];
  const target = targetOf(entry.target, metric, [...path, 'target'], resolving);
  if (!target) return undefined;
  const span = spanOfGoal(entry, resolving.period);
  const scope = isMap(entry.scope) ? entry.scope : {};
  const isSplit = !faults.isSplitFaulty(id);
  return {
    id,
    name: text(entry.name) ?? id,
    metric,
    baseline: baselineOf(entry.baseline, metric, [...path, 'baseline', 'value'], resolving),
    target,
    owner: tenuresAt(entry.owner, [...path, 'owner'], span, resolving) ?? [{ who: '', from: undefined, to: undefined }],
    setBy: text(entry.set_by),
    carry: oneOf(entry.carry, ['none', 'surplus', 'deficit', 'both'] as const) ?? 'none',
    guard: texts(entry.guard),
    changes: (Array.isArray(entry.changes) ? entry.changes : []).flatMap(changeOf),
    span,
    scope: { segments: someTexts(scope.segments), products: someTexts(scope.products), channels: someTexts(scope.channels) },
    supports: texts(entry.supports).filter((each) => ids.has(each)),
    rationale: text(entry.rationale),
    decompose: isSplit ? resolveSteps(entry.decompose, metric, [...path, 'decompose'], resolving) : [],
    pins: isSplit ? pinsOf(entry.pins, metric, [...path, 'pins'], resolving) : [],
    bottomUp: isSplit && !faults.isBottomUpFaulty(id) ? resolveStep(entry.bottom_up, metric, [...path, 'bottom_up'], resolving) : undefined,
    milestones: milestonesOf(entry.milestones, metric, [...path, 'milestones'], resolving),
  };
}

/** From the goal's own start, else the period's, to its deadline; one day where they are the wrong way round. */
function spanOfGoal(entry: PlainMap, period: Span): Span {
  const end = dayOf(entry.deadline) ?? period.end;
  const start = dayOf(entry.start) ?? period.start;
  return start <= end ? { start, end } : { start: end, end };
}

function targetOf(value: unknown, metric: Metric, path: PlanPath, resolving: Resolving): Target | undefined {
  if (value === 'sum') return { is: 'sum' };
  const levels: PlainMap = isMap(value) ? value : { target: value };
  const at = (key: string) => {
    const own = isMap(value) ? [...path, key] : path;
    const read = valueAt(levels[key], metric, own, resolving);
    if (read && read.n < 0n && !isSigned(metric)) tellNegative(String(levels[key]), own, resolving);
    return read;
  };
  const [target, floor, stretch] = [at('target'), at('floor'), at('stretch')];
  if (target) tellOrder(levels, { target, floor, stretch }, metric, path, resolving);
  return target && { is: 'value', value: target, floor, stretch };
}

/** What is to be reached at least is no more than the target, what would be better no less; the other way round where less is better. */
function tellOrder(
  written: PlainMap,
  { target, floor, stretch }: { readonly target: Fraction; readonly floor: Fraction | undefined; readonly stretch: Fraction | undefined },
  { better }: Metric,
  path: PlanPath,
  { tell }: Resolving,
): void {
  if (better.is === 'range') return;
  const isLess = better.is === 'lower' || better.is === 'below';
  const over = (level: Fraction | undefined, sign: 1 | -1) => level !== undefined && sign * compare(level, target) > 0;
  for (const [key, isWrong] of [
    ['floor', over(floor, isLess ? -1 : 1)],
    ['stretch', over(stretch, isLess ? 1 : -1)],
  ] as const) {
    const bound = (key === 'floor') === isLess ? 'least' : 'most';
    const args = { value: String(written[key]), [bound]: String(written.target) };
    if (isWrong) tell({ rule: 'schema/out-of-range', spot: { in: 'plan', path: [...path, key], at: 'value' }, args });
  }
}

/** What a plan defines itself may be negative, as profit may; what is sold, counted or a part of a whole may not. */
function isSigned({ id }: Metric): boolean {
  return !BUILT_IN_METRICS.has(id) || id.startsWith('gross_') || id === 'nps';
}

function tellNegative(value: string, path: PlanPath, { tell }: Resolving): void {
  tell({ rule: 'schema/out-of-range', spot: { in: 'plan', path, at: 'value' }, args: { value, least: '0' } });
}

function baselineOf(value: unknown, metric: Metric, path: PlanPath, resolving: Resolving): Baseline | undefined {
  if (!isMap(value)) return undefined;
  const period = text(value.period);
  if (value.from === 'actuals') return period === undefined ? undefined : { is: 'actuals', period };
  const given = valueAt(value.value, metric, path, resolving);
  return given && { is: 'value', value: given, period };
}

function changeOf(entry: unknown): readonly TargetChange[] {
  const date = isMap(entry) ? dayOf(entry.date) : undefined;
  if (!isMap(entry) || !date) return [];
  return [{ date, from: text(entry.from), to: text(entry.to), reason: text(entry.reason), by: text(entry.by) }];
}

function pinsOf(value: unknown, metric: Metric, path: PlanPath, resolving: Resolving): readonly Pin[] {
  return (Array.isArray(value) ? value : []).flatMap((entry, index) => {
    const own = [...path, index];
    if (!isMap(entry) || !isMap(entry.at)) return [];
    const target = valueAt(entry.target, metric, [...own, 'target'], resolving);
    const at = new Map(
      entriesOf(entry.at).flatMap(([key, id]) => {
        const [dimension, name] = [oneOf(key, DIMENSIONS), text(id)];
        return dimension && name !== undefined ? [[dimension, name] as const] : [];
      }),
    );
    return target && at.size > 0 ? [{ path: own, at, target, note: text(entry.note) }] : [];
  });
}

function milestonesOf(value: unknown, metric: Metric, path: PlanPath, resolving: Resolving): readonly Milestone[] {
  const made = mapOf(value, (id, entry) => {
    const deadline = isMap(entry) ? dayOf(entry.deadline) : undefined;
    if (!isMap(entry) || !deadline) return undefined;
    return { id, name: text(entry.name) ?? id, deadline, target: valueAt(entry.target, metric, [...path, id, 'target'], resolving) };
  });
  return [...made.values()];
}
