import type { GoalResult } from '../model/decomposed.ts';
import type { Finding } from '../model/finding.ts';
import type { Goal } from '../model/goal.ts';
import { nearName } from '../model/near-name.ts';
import type { Plan } from '../model/plan.ts';
import { cliText } from '../text/cli-text.ts';
import { findingsOf, printed, severitiesOf } from './check-plan.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import type { Decomposed } from './decompose-plan.ts';
import { CliError } from './exit.ts';
import type { OpenedPlan } from './open-plan.ts';

/** True when a command that needs a sound plan may go on; else the plan's errors are on standard error, as `check` prints them. */
export async function isSound(opened: OpenedPlan, decomposed: Decomposed, command: string, call: Call, context: Context): Promise<boolean> {
  return (await soundFindings(opened, decomposed, command, call, context, () => false)) !== undefined;
}

/** As isSound: undefined when the plan is not sound, else those of its findings that are wanted beside errors. */
export async function soundFindings(
  opened: OpenedPlan,
  decomposed: Decomposed,
  command: string,
  call: Call,
  context: Context,
  isWanted: (rule: string) => boolean,
): Promise<readonly Finding[] | undefined> {
  const { findings } = await findingsOf(
    opened,
    decomposed,
    severitiesOf(call, opened),
    (rule, severity) => severity === 'error' || isWanted(rule),
  );
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.length === 0 && opened.loaded.plan) return findings;
  context.stderr.write(await printed('pretty', [{ opened, findings: errors }], opened.language, call, context));
  context.stderr.write(`salesplan: ${cliText[opened.language].planHasErrors(command)}\n`);
  return undefined;
}

/** The goals that a command is about: the one named, else all. */
export function chosenGoals(plan: Plan, id: string | undefined, opened: OpenedPlan): readonly Goal[] {
  const text = cliText[opened.language];
  if (id === undefined) return [...plan.goals.values()];
  const goal = plan.goals.get(id);
  if (goal) return [goal];
  const near = nearName(id, plan.goals.keys());
  throw new CliError(text.unknownGoal(id), near ? text.didYouMean([near]) : text.goals([...plan.goals.keys()]));
}

export function treesOf(goals: readonly Goal[], results: readonly GoalResult[]) {
  return goals.flatMap((goal) => results.find((result) => result.goal === goal.id)?.tree ?? []);
}
