import { parseDay } from '../model/day.ts';
import { DIMENSIONS } from '../model/step.ts';
import type { Subgoal } from '../model/subgoal.ts';
import { cliText } from '../text/cli-text.ts';
import type { Call } from './command.ts';
import { CliError } from './exit.ts';
import type { OpenedPlan } from './open-plan.ts';

/** `--owner`, `--due-before`, `--by`: which nodes are shown; without them all. */
export function filterOf(call: Call, { language, loaded }: OpenedPlan): (node: Subgoal) => boolean {
  const { owner, dueBefore, by } = call.options;
  const text = cliText[language];
  const last = dueBefore === undefined ? undefined : parseDay(String(dueBefore));
  if (dueBefore !== undefined && !last) throw new CliError(text.badDate(String(dueBefore)), text.badDateHint);
  if (by !== undefined && !DIMENSIONS.some((dimension) => dimension === by))
    throw new CliError(text.unknownDimension(String(by)), text.choose(DIMENSIONS));
  if (owner !== undefined && loaded.plan && !loaded.plan.members.has(String(owner))) {
    throw new CliError(text.unknownMember(String(owner)), text.choose([...loaded.plan.members.keys()]));
  }
  return (node) =>
    (owner === undefined || node.owner === owner || node.parts.some((part) => part.owner === owner)) &&
    (last === undefined || node.deadline <= last) &&
    (by === undefined || [...node.path.keys()].at(-1) === by);
}
