import type { Plan } from '../model/plan.ts';
import { type Severities, severityOf } from '../rules/check-plan.ts';
import { RULES } from '../rules/index.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { type Decomposed, decomposeUnread, decomposeWith } from './decompose-plan.ts';
import type { OpenedPlan } from './open-plan.ts';

/** Why the data that a plan binds were not looked at. */
export type Unread = 'told-not-to' | 'plan-has-errors' | 'data-have-errors';

/** Decomposes with the data that the plan binds, unless told not to. A plan or data that could not be read whole are told of, and nothing is made of the rest: echoes help nobody. */
export async function decomposeForCheck(
  opened: OpenedPlan,
  severities: Severities,
  call: Call,
  context: Context,
): Promise<Decomposed & { readonly unread: Unread | undefined }> {
  const { plan, problems } = opened.loaded;
  if (!plan || !bindsData(plan)) return { ...(await decomposeUnread(opened)), unread: undefined };
  if (call.options.data === false) return { ...(await decomposeUnread(opened)), unread: 'told-not-to' };
  if (problems.some(({ rule }) => severityOf(rule, severities) === 'error')) {
    return { ...(await decomposeUnread(opened)), unread: 'plan-has-errors' };
  }
  const { readPlanData } = await import('./read-plan-actuals.ts');
  const { actuals, deals, problems: ofData } = await readPlanData(plan, opened, context);
  if (ofData.some(({ rule }) => severityOf(rule, severities) === 'error')) {
    const decomposed = await decomposeUnread(opened);
    return { ...decomposed, problems: [...decomposed.problems, ...ofData], unread: 'data-have-errors' };
  }
  const decomposed = await decomposeWith(plan, opened, actuals);
  return { ...decomposed, deals, problems: [...decomposed.problems, ...ofData], unread: undefined };
}

function bindsData(plan: Plan): boolean {
  return plan.actuals.size + plan.pipeline.size > 0;
}

/** The rules that see nothing, or less, without data; those that are off are not missed. */
export function rulesWithoutData(
  severities: Severities,
  unread: Unread,
): { readonly none: readonly string[]; readonly less: readonly string[] } {
  const on = [...RULES.values()].filter(({ id }) => severityOf(id, severities) !== 'off');
  const idsOf = (data: 'needed' | 'more') => on.filter((rule) => rule.data === data).map(({ id }) => id);
  return { none: [...idsOf('needed'), ...(unread === 'data-have-errors' ? [] : ['data/*'])].sort(), less: idsOf('more') };
}
