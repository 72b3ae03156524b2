import { decompose } from '../decompose/index.ts';
import type { Deals } from '../model/deal.ts';
import type { DecomposeInputs, GoalResult } from '../model/decomposed.ts';
import type { Actuals } from '../model/fact.ts';
import type { Problem } from '../model/finding.ts';
import type { Plan } from '../model/plan.ts';
import type { Context } from './context.ts';
import type { OpenedPlan } from './open-plan.ts';

/** The trees of a plan's goals, what they were made from, and what was wrong with that. */
export interface Decomposed {
  readonly goals: readonly GoalResult[];
  readonly problems: readonly Problem[];
  readonly actuals: Actuals | undefined;
  /** Of the pipeline, where it was read. */
  readonly deals?: readonly Deals[] | undefined;
}

const NOTHING: Decomposed = { goals: [], problems: [], actuals: undefined };

/** Decomposes with the target tables but without the actuals: what `check` looks at. */
export async function decomposeUnread(opened: OpenedPlan): Promise<Decomposed> {
  const { plan } = opened.loaded;
  return plan ? decomposeWith(plan, opened, undefined) : NOTHING;
}

/** Decomposes with everything that was read. */
export async function decomposeWith(plan: Plan, opened: OpenedPlan, actuals: Actuals | undefined): Promise<Decomposed> {
  const { tables, problems } = await readTables(plan, opened);
  const goals = decompose(plan, { facts: actuals?.facts, table: (file) => tables.get(file) });
  return { goals, problems, actuals };
}

/** What a decomposition is made from, and what was wrong with that. */
export interface ReadInputs {
  readonly inputs: DecomposeInputs;
  readonly problems: readonly Problem[];
  readonly actuals: Actuals | undefined;
}

/** Reads what the numbers of the trees come from: target tables, and the actuals where shares or a baseline ask for them. */
export async function readInputs(plan: Plan, opened: OpenedPlan, context: Context): Promise<ReadInputs> {
  const { tables, problems } = await readTables(plan, opened);
  const table: DecomposeInputs['table'] = (file) => tables.get(file);
  if (!needsHistory(plan)) return { inputs: { facts: undefined, table }, problems, actuals: undefined };
  const { readPlanActuals } = await import('./read-plan-actuals.ts');
  const read = await readPlanActuals(plan, opened, context);
  return { inputs: { facts: read.actuals?.facts, table }, problems: [...problems, ...read.problems], actuals: read.actuals };
}

/** The trees with all their numbers. */
export async function decomposeForTree(opened: OpenedPlan, context: Context): Promise<Decomposed> {
  const { plan } = opened.loaded;
  if (!plan) return NOTHING;
  const { inputs, problems, actuals } = await readInputs(plan, opened, context);
  return { goals: decompose(plan, inputs), problems, actuals };
}

/** True when a number of the trees comes from what was sold before. */
function needsHistory(plan: Plan): boolean {
  return [...plan.goals.values()].some(
    (goal) =>
      (goal.baseline?.is === 'actuals' && goal.metric.kind !== 'flow') ||
      goal.decompose.some((step) => step.shares.is === 'history' || step.orderValue?.is === 'actuals'),
  );
}

export async function readTables(plan: Plan, { folder, displayOf, mayLeaveFolder }: OpenedPlan) {
  const hasTables = [...plan.goals.values()].some(
    (goal) => goal.bottomUp !== undefined || goal.decompose.some((step) => step.shares.is === 'table'),
  );
  if (!hasTables) return { tables: new Map(), problems: [] };
  const { readTargetTables } = await import('../actuals/target-table.ts');
  return readTargetTables(plan, folder.files, displayOf, mayLeaveFolder);
}
