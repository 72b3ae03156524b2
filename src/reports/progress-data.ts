import type { Contribution, DueItem, GoalProgress, PersonPosition, Progress, Totals } from '../analyses/index.ts';
import { isPartial } from '../analyses/index.ts';
import type { Actuals, Tally } from '../model/fact.ts';
import { toDecimal } from '../model/fraction.ts';
import type { Metric } from '../model/metric.ts';
import type { Plan } from '../model/plan.ts';
import { decimal, positionData } from './figures.ts';

/** What a report is stamped with: the same stamp and the same program give the same bytes. */
export interface Stamp {
  readonly program: string;
  /** Commit of the plan's checkout; null outside of git. */
  readonly commit: string | null;
  /** SHA-256 over the data files; null where none was read. */
  readonly data: string | null;
}

export function windowData({ window, asOf }: Progress) {
  return { label: window.label, start: window.span.start, end: window.span.end, partial: isPartial(window, asOf) };
}

/** A goal of the `report` contract, with the position of every subgoal. */
export function goalData(progress: GoalProgress) {
  const { goal, root, position, tree } = progress;
  return {
    id: goal.id,
    name: goal.name,
    metric: goal.metric.id,
    owner: root.owner,
    start: root.start,
    deadline: root.deadline,
    ...positionData(position, goal.metric),
    ...ratesData(progress),
    window: decimal(progress.inWindow, goal.metric),
    windowBefore: decimal(progress.inWindowBefore, goal.metric),
    subgoals: tree.nodes.slice(1).map((node) => ({
      id: node.id,
      owner: node.owner,
      start: node.start,
      deadline: node.deadline,
      ...positionData(progress.positionOf(node), goal.metric),
    })),
  };
}

/** Per working day. */
export function ratesData({ position, goal }: GoalProgress) {
  return {
    required: position.isOutOfReach ? null : decimal(position.required, goal.metric),
    outOfReach: position.isOutOfReach,
    runRate: decimal(position.runRate, goal.metric),
    recentRunRate: decimal(position.recentRunRate, goal.metric),
  };
}

export function personData({ owner, goal, position }: PersonPosition, metric: Metric) {
  const { target, expected, actual, attainment, pace, variance, status } = positionData(position, metric);
  return { owner, goal, target, expected, actual, attainment, pace, variance, status };
}

export function dueData(item: DueItem, plan: Plan) {
  const metric = plan.goals.get(item.goal ?? '')?.metric ?? { decimals: plan.currencyDecimals };
  const { kind, id, name, goal, owner, deadline, target, actual, missing } = item;
  return {
    kind,
    id,
    name,
    goal: goal ?? null,
    owner: owner ?? null,
    deadline,
    target: decimal(target, metric),
    actual: decimal(actual, metric),
    missing: decimal(missing, metric),
  };
}

export function contributionData({ dimension, key, target, expected, actual, variance }: Contribution, metric: Metric) {
  return {
    dimension,
    key,
    target: decimal(target, metric),
    expected: decimal(expected, metric),
    actual: decimal(actual, metric),
    variance: decimal(variance, metric),
  };
}

/** Rows over all sources, their amounts, and each source by itself: read = used + excluded + rejected in both. */
export function reconciliationData(totals: Totals, actuals: Actuals | undefined, plan: Plan) {
  return {
    ...rowsOf(totals),
    amounts: amountsOf(totals, plan),
    sources: (actuals?.reconciliations ?? []).map((each) => ({ source: each.source, ...rowsOf(each), amounts: amountsOf(each, plan) })),
  };
}

const KINDS = ['read', 'used', 'excluded', 'rejected', 'unassigned', 'outside'] as const;

function rowsOf(totals: Totals): Readonly<Record<(typeof KINDS)[number], number>> {
  const { read, used, excluded, rejected, unassigned, outside } = totals;
  return {
    read: read.rows,
    used: used.rows,
    excluded: excluded.rows,
    rejected: rejected.rows,
    unassigned: unassigned.rows,
    outside: outside.rows,
  };
}

function amountsOf(totals: Totals, plan: Plan): Readonly<Record<(typeof KINDS)[number], string>> {
  const text = (tally: Tally) => toDecimal(tally.amount, plan.currencyDecimals);
  const { read, used, excluded, rejected, unassigned, outside } = totals;
  return {
    read: text(read),
    used: text(used),
    excluded: text(excluded),
    rejected: text(rejected),
    unassigned: text(unassigned),
    outside: text(outside),
  };
}
