import { decompose } from '../decompose/index.ts';
import type { GoalResult } from '../model/decomposed.ts';
import type { Actuals } from '../model/fact.ts';
import type { Problem } from '../model/finding.ts';
import type { Plan } from '../model/plan.ts';
import type { OpenedPlan } from './open-plan.ts';

/** The trees of a plan's goals, what they were made from, and what was wrong with that. */
export interface Decomposed {
  readonly goals: readonly GoalResult[];
  readonly problems: readonly Problem[];
  readonly actuals: Actuals | undefined;
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

export async function readTables(plan: Plan, { folder, displayOf, mayLeaveFolder }: OpenedPlan) {
  const hasTables = [...plan.goals.values()].some((goal) => goal.decompose.some((step) => step.shares.is === 'table'));
  if (!hasTables) return { tables: new Map(), problems: [] };
  const { readTargetTables } = await import('../actuals/target-table.ts');
  return readTargetTables(plan, folder.files, displayOf, mayLeaveFolder);
}
