import { hasReportedValues } from '../actuals/checkin-facts.ts';
import { readActuals } from '../actuals/index.ts';
import type { Deals } from '../model/deal.ts';
import type { Actuals } from '../model/fact.ts';
import type { Problem } from '../model/finding.ts';
import type { Plan } from '../model/plan.ts';
import type { Context } from './context.ts';
import { dataFilesOf } from './data-files.ts';
import type { OpenedPlan } from './open-plan.ts';

/** Reads the actuals of an opened plan; a plan without any has none, which is not the same as zero. `isStamped`: what is shown says which data it was. */
export async function readPlanActuals(
  plan: Plan,
  { folder, displayOf, mayLeaveFolder, asOf }: OpenedPlan,
  context: Context,
  isStamped = false,
): Promise<{ readonly actuals: Actuals | undefined; readonly problems: readonly Problem[] }> {
  if (plan.actuals.size === 0 && !hasReportedValues(plan)) return { actuals: undefined, problems: [] };
  let made: string | undefined;
  const temporaryFolder = () => (made ??= context.temporaryFolder());
  return readActuals(plan, {
    files: dataFilesOf(folder, temporaryFolder),
    display: displayOf,
    mayLeaveFolder,
    temporaryFolder,
    today: context.today(plan.timezone),
    asOf: asOf(),
    isUnstamped: !isStamped,
  });
}

/** Reads the actuals and the deals of the pipeline; undefined where the plan binds none. */
export async function readPlanData(
  plan: Plan,
  { folder, displayOf, mayLeaveFolder, asOf }: OpenedPlan,
  context: Context,
): Promise<{ readonly actuals: Actuals | undefined; readonly deals: readonly Deals[] | undefined; readonly problems: readonly Problem[] }> {
  if (plan.actuals.size + plan.pipeline.size === 0) return { actuals: undefined, deals: undefined, problems: [] };
  let made: string | undefined;
  const temporaryFolder = () => (made ??= context.temporaryFolder());
  const files = dataFilesOf(folder, temporaryFolder);
  const { actuals, deals, problems } = await readActuals(plan, {
    files,
    display: displayOf,
    mayLeaveFolder,
    temporaryFolder,
    today: context.today(plan.timezone),
    asOf: asOf(),
    // Orders are entered a few days ahead: only what lies further on is worth a finding of the plan.
    daysAhead: 7,
    withDeals: true,
    isUnstamped: true,
  });
  const hasActuals = plan.actuals.size > 0 || hasReportedValues(plan);
  return { actuals: hasActuals ? actuals : undefined, deals, problems };
}
