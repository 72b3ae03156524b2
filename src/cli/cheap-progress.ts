import { statSync } from 'node:fs';
import { type Progress, progressOn, weekOf } from '../analyses/index.ts';
import type { Plan } from '../model/plan.ts';
import type { Context } from './context.ts';
import { decomposeWith } from './decompose-plan.ts';
import type { OpenedPlan } from './open-plan.ts';
import { readPlanActuals } from './read-plan-actuals.ts';

/** Bytes of data that are read while somebody waits. */
const MOST = 4_000_000;

/** Where the goals stand today, for a plan with data that are read in a moment; undefined for others. */
export async function cheapProgress(opened: OpenedPlan, context: Context): Promise<Progress | undefined> {
  const { plan } = opened.loaded;
  if (!plan || plan.actuals.size === 0 || !(await hasCheapData(opened))) return undefined;
  const { actuals } = await readPlanActuals(plan, opened, context);
  const { goals } = await decomposeWith(plan, opened, actuals);
  const asOf = opened.asOf();
  return progressOn(
    plan,
    goals.flatMap(({ tree }) => tree ?? []),
    actuals,
    asOf,
    weekOf(plan.calendar, asOf),
  );
}

/** True when the data that a plan binds are read in a moment. */
export async function hasCheapData(opened: OpenedPlan): Promise<boolean> {
  const { plan } = opened.loaded;
  return plan !== undefined && (await bytesOf(plan, opened)) <= MOST;
}

async function bytesOf(plan: Plan, { folder, location }: OpenedPlan): Promise<number> {
  let bytes = 0;
  for (const { from, joins } of [...plan.actuals.values(), ...plan.pipeline.values()]) {
    for (const pattern of [...from, ...joins.map(({ file }) => file)]) {
      for (const file of await folder.files.glob(pattern))
        bytes += statSync(`${location.folder}/${file}`, { throwIfNoEntry: false })?.size ?? 0;
    }
  }
  return bytes;
}
