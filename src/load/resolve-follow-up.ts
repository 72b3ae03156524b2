import type { Calendar } from '../model/calendar.ts';
import { ACTION_STATUSES, type Action, type Checkin, type Effect, type ImprovementMeasure, type Watch } from '../model/follow-up.ts';
import type { Fraction } from '../model/fraction.ts';
import type { Goal } from '../model/goal.ts';
import type { Id, PlanPath } from '../model/id.ts';
import type { Metric } from '../model/metric.ts';
import { parsePeriod } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import { entriesOf, isMap, type PlainMap } from './ordered.ts';
import { quantityAt, type Resolving, valueAt } from './resolving.ts';
import { dayOf, durationOf, mapOf, numberOf, oneOf, percentOf, someTexts, text, texts } from './scalars.ts';

type FollowUp = Pick<Plan, 'actions' | 'reviews' | 'measures' | 'assumptions' | 'risks' | 'scenarios' | 'report'>;

/** What is done about the goals: actions, reviews, improvement, assumptions, risks, scenarios; and how it is reported. */
export function resolveFollowUp(input: PlainMap, metrics: ReadonlyMap<Id, Metric>, resolving: Resolving): FollowUp {
  const improvement = isMap(input.improvement) ? input.improvement : {};
  const reviews = isMap(improvement.reviews) ? improvement.reviews : undefined;
  const every = durationOf(reviews?.every);
  const entries = <Made>(value: unknown, make: (id: string, entry: PlainMap) => Made) =>
    mapOf(value, (id, entry) => make(id, isMap(entry) ? entry : {}));
  return {
    actions: entries(input.actions, actionOf),
    reviews: every && { every, owner: text(reviews?.owner) },
    measures: entries(improvement.measures, (id, entry) => measureOf(id, entry, resolving)),
    assumptions: entries(input.assumptions, (id, entry) => assumptionOf(id, entry, metrics, resolving)),
    risks: entries(input.risks, (id, entry) => riskOf(id, entry, metrics, resolving)),
    scenarios: entries(input.scenarios, scenarioOf),
    report: reportOf(isMap(input.report) ? input.report : {}),
  };
}

function actionOf(id: string, entry: PlainMap): Action {
  return {
    id,
    name: text(entry.name) ?? id,
    goal: text(entry.goal),
    owner: text(entry.owner),
    start: dayOf(entry.start),
    deadline: dayOf(entry.deadline),
    status: oneOf(entry.status, ACTION_STATUSES) ?? 'planned',
    progress: percentOf(entry.progress),
    after: texts(entry.after),
    evidence: text(entry.evidence),
  };
}

function measureOf(id: string, entry: PlainMap, resolving: Resolving): ImprovementMeasure {
  return {
    id,
    name: text(entry.name) ?? id,
    kind: oneOf(entry.kind, ['process', 'training', 'strategy'] as const) ?? 'process',
    goal: text(entry.goal),
    problem: text(entry.problem),
    cause: text(entry.cause),
    owner: text(entry.owner),
    deadline: dayOf(entry.deadline),
    status: oneOf(entry.status, ACTION_STATUSES) ?? 'planned',
    expect: isMap(entry.expect) ? effectOf(entry.expect, ['improvement', 'measures', id, 'expect'], resolving) : undefined,
    evidence: text(entry.evidence),
  };
}

function effectOf(entry: PlainMap, path: readonly string[], resolving: Resolving): Effect {
  return {
    stage: text(entry.stage),
    metric: text(entry.metric),
    conversion: percentOf(entry.conversion),
    days: numberOf(entry.days),
    lift: quantityAt(entry.lift, [...path, 'lift'], resolving),
  };
}

function assumptionOf(
  id: string,
  entry: PlainMap,
  metrics: ReadonlyMap<Id, Metric>,
  resolving: Resolving,
): Plan['assumptions'] extends ReadonlyMap<Id, infer One> ? One : never {
  const metric = metrics.get(text(entry.metric) ?? '');
  const path = ['assumptions', id, 'value'];
  return {
    id,
    says: text(entry.says) ?? id,
    stage: text(entry.stage),
    metric: metric?.id,
    conversion: percentOf(entry.conversion),
    value: metric ? valueAt(entry.value, metric, path, resolving) : quantityAt(entry.value, path, resolving),
    tolerance: percentOf(entry.tolerance),
    window: durationOf(entry.window),
    owner: text(entry.owner),
  };
}

function riskOf(
  id: string,
  entry: PlainMap,
  metrics: ReadonlyMap<Id, Metric>,
  resolving: Resolving,
): Plan['risks'] extends ReadonlyMap<Id, infer One> ? One : never {
  return {
    id,
    name: text(entry.name) ?? id,
    kind: oneOf(entry.kind, ['market', 'competition', 'demand', 'internal'] as const) ?? 'internal',
    likelihood: oneOf(entry.likelihood, ['low', 'medium', 'high'] as const),
    impact: quantityAt(entry.impact, ['risks', id, 'impact'], resolving),
    response: text(entry.response),
    trigger: isMap(entry.trigger) ? (text(entry.trigger.says) ?? wordsOf(entry.trigger)) : text(entry.trigger),
    watch: isMap(entry.trigger) ? watchOf(entry.trigger, ['risks', id, 'trigger'], metrics, resolving) : undefined,
    owner: text(entry.owner),
  };
}

function watchOf(entry: PlainMap, path: PlanPath, metrics: ReadonlyMap<Id, Metric>, resolving: Resolving): Watch {
  const metric = metrics.get(text(entry.metric) ?? '');
  const limit = (key: 'below' | 'above') => metric && valueAt(entry[key], metric, [...path, key], resolving);
  return {
    goal: text(entry.goal),
    segment: text(entry.segment),
    paceBelow: percentOf(entry.pace_below),
    metric: metric?.id,
    below: limit('below'),
    above: limit('above'),
    assumption: text(entry.assumption),
  };
}

/** A trigger without words is told by what it watches: `goal revenue, pace_below 85%`. */
function wordsOf(entry: PlainMap): string {
  return Object.entries(entry)
    .map(([key, value]) => `${key} ${String(value)}`)
    .join(', ');
}

function scenarioOf(id: string, entry: PlainMap): Plan['scenarios'] extends ReadonlyMap<Id, infer One> ? One : never {
  const adjust = (Array.isArray(entry.adjust) ? entry.adjust : []).filter(isMap).map((change) => ({
    segment: text(change.segment),
    product: text(change.product),
    channel: text(change.channel),
    metric: text(change.metric),
    stage: text(change.stage),
    by: percentOf(change.by),
    conversion: percentOf(change.conversion),
  }));
  return { id, name: text(entry.name) ?? id, adjust };
}

const GREEN: Fraction = { n: 95n, d: 100n };
const AMBER: Fraction = { n: 80n, d: 100n };

function reportOf(entry: PlainMap): Plan['report'] {
  const status = isMap(entry.status) ? entry.status : {};
  return {
    status: { green: percentOf(status.green) ?? GREEN, amber: percentOf(status.amber) ?? AMBER },
    stale: durationOf(entry.stale),
    sections: someTexts(entry.sections),
  };
}

/** What people reported, by period, person and goal. */
export function resolveCheckins(
  value: unknown,
  goals: ReadonlyMap<Id, Goal>,
  calendar: Calendar,
  resolving: Resolving,
): readonly Checkin[] {
  return entriesOf(value).flatMap(([label, people]) => {
    const period = parsePeriod(label, calendar);
    if (!period) return [];
    return entriesOf(people).flatMap(([who, reports]) =>
      entriesOf(reports).flatMap(([id, report]) => {
        const goal = goals.get(id);
        return goal && isMap(report) ? [checkinOf(report, { period, label, who, goal }, resolving)] : [];
      }),
    );
  });
}

function checkinOf(
  report: PlainMap,
  { period, label, who, goal }: { readonly period: Checkin['period']; readonly label: string; readonly who: Id; readonly goal: Goal },
  resolving: Resolving,
): Checkin {
  const path = ['checkins', label, who, goal.id];
  return {
    period,
    label,
    who,
    goal: goal.id,
    status: oneOf(report.status, ['green', 'amber', 'red', 'done'] as const),
    confidence: percentOf(report.confidence),
    forecast: valueAt(report.forecast, goal.metric, [...path, 'forecast'], resolving),
    value: valueAt(report.value, goal.metric, [...path, 'value'], resolving),
    note: text(report.note),
    next: text(report.next),
    blocker: text(report.blocker),
  };
}
