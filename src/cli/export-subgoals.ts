import type { ExportedSubgoal, ExportInput } from '../formats/exports/export-format.ts';
import { EXPORTS } from '../formats/exports/index.ts';
import type { Place, Spot } from '../model/finding.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Dimension } from '../model/step.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';
import type { Tenures } from '../model/tenure.ts';
import { nameOf } from '../reports/names.ts';
import { cliText } from '../text/cli-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { decomposeForTree } from './decompose-plan.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import { readOperands } from './find-plan.ts';
import { filterOf } from './node-filter.ts';
import { type OpenedPlan, openPlan, spokenLanguage } from './open-plan.ts';
import { chooseFormat, deliver } from './output.ts';
import { chosenGoals, isSound, treesOf } from './sound-plan.ts';

/** `salesplan export`: the leaves of the trees, each with its owner and deadline, for another program. */
export async function runExport(call: Call, context: Context): Promise<ExitCode> {
  const spoken = spokenLanguage(call, context);
  const format = chooseFormat(call.settings.format, Object.keys(EXPORTS), spoken);
  const operands = readOperands(call.operands, context, spoken);
  const opened = await openPlan(operands.plan, call, context);
  const isWanted = filterOf(call, opened);
  const exporter = await EXPORTS[format]?.();
  if (exporter?.isBinary && call.settings.output === undefined) {
    throw new CliError(cliText[opened.language].needsOutput(format), `salesplan export --format ${format} --output subgoals.${format}`);
  }
  const { plan } = opened.loaded;
  const decomposed = await decomposeForTree(opened, context);
  if (!(await isSound(opened, decomposed, 'export', call, context)) || !plan || !exporter) return EXIT.findings;
  const trees = treesOf(chosenGoals(plan, operands.goal, opened), decomposed.goals);
  const input: ExportInput = {
    plan: plan.name,
    currency: plan.currency,
    language: opened.language,
    day: call.settings.asOf === undefined ? plan.period.start : opened.asOf(),
    dimensions: [...new Set(trees.flatMap(({ goal }) => goal.decompose.flatMap((step) => step.by)))],
    subgoals: trees.flatMap((tree) => exportedOf(tree, plan, isWanted, call.options.owner)),
    files: filesOf(plan, await opened.loaded.places(), opened),
  };
  deliver(await exporter.render(input), call.settings, opened.language, context);
  return EXIT.ok;
}

/** Leaves of a tree; where several people have parts of one, a row for each. */
function exportedOf(
  { goal, nodes }: GoalTree,
  plan: Plan,
  isWanted: (node: Subgoal) => boolean,
  owner: unknown,
): readonly ExportedSubgoal[] {
  return nodes
    .filter((node) => node.leaf && isWanted(node))
    .flatMap((node) => {
      const places = new Map<Dimension, string>([...node.path].map(([dimension, key]) => [dimension, nameOf(plan, dimension, key)]));
      const common = { goal: goal.name, id: node.id, places, metric: goal.metric };
      const isShared = node.parts.length > 0;
      const parts =
        node.parts.length > 0 ? node.parts : [{ owner: node.owner, span: node.span, deadline: node.deadline, target: node.target }];
      return parts
        .filter((part) => owner === undefined || part.owner === owner)
        .map((part) => ({
          ...common,
          key: isShared ? `${node.id}/${part.owner}` : node.id,
          target: part.target,
          owner: nameOf(plan, 'owner', part.owner),
          start: part.span.start,
          deadline: part.deadline,
        }));
    });
}

/** Each file of the plan with those who own a goal, segment, product or channel that stands in it, in the plan's order. */
function filesOf(plan: Plan, places: (spot: Spot) => Place, { loaded, display, location }: OpenedPlan): ExportInput['files'] {
  const owners = new Map<string, Set<Id>>(loaded.files.map(({ name }) => [name, new Set()]));
  // Standing outside of the plan's folder, its files are named from that folder.
  const folder = display.startsWith('..') ? display.slice(0, display.length - location.entry.length) : '';
  const add = (path: readonly string[], tenures: Tenures | undefined) => {
    const who = tenures?.at(-1)?.who;
    if (who !== undefined) owners.get(places({ in: 'plan', path, at: 'key' }).file)?.add(who);
  };
  for (const { id, owner } of plan.goals.values()) add(['goals', id], owner);
  for (const { id, owner } of plan.segments.values()) add(['segments', id], owner);
  for (const { id, owner } of plan.products.values()) add(['strategy', 'product', id], owner);
  for (const { id, owner } of plan.channels.values()) add(['strategy', 'channel', id], owner);
  return [...owners]
    .filter(([, ids]) => ids.size > 0)
    .map(([path, ids]) => ({
      path: path.slice(folder.length),
      owners: [...ids].map((id) => ({ id, email: plan.members.get(id)?.email })),
    }));
}
