import { dealCounts } from '../decompose/index.ts';
import { formatsFor } from '../formats/index.ts';
import type { Subgoal } from '../model/subgoal.ts';
import { decomposeReport } from '../reports/decompose-report.ts';
import { cliText } from '../text/cli-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { type Decomposed, decomposeForTree } from './decompose-plan.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import { readOperands } from './find-plan.ts';
import { filterOf } from './node-filter.ts';
import { type OpenedPlan, openPlan, spokenLanguage } from './open-plan.ts';
import { chooseFormat } from './output.ts';
import { printReport } from './print-report.ts';
import { chosenGoals, isSound, treesOf } from './sound-plan.ts';
import { subgoalsFile } from './subgoals-name.ts';

/** `salesplan decompose`: the trees of subgoals. Reads the actuals only where shares or a baseline come from them. */
export async function runDecompose(call: Call, context: Context): Promise<ExitCode> {
  const spoken = spokenLanguage(call, context);
  const format = chooseFormat(call.settings.format, formatsFor('decompose'), spoken);
  const operands = readOperands(call.operands, context, spoken);
  const opened = await openPlan(operands.plan, call, context);
  const depth = depthOf(call, opened);
  const wanted = filterOf(call, opened);
  const { plan } = opened.loaded;
  if (FORMAT_STREAMS.has(format) && OTHER_WORK.every((option) => call.options[option] === undefined)) {
    const { streamSubgoals } = await import('./stream-subgoals.ts');
    const isShown = (node: Subgoal) => wanted(node) && node.depth <= (depth ?? node.depth);
    return streamSubgoals(format, operands.goal, isFiltered(call) ? isShown : undefined, opened, call, context);
  }
  const decomposed = await decomposeForTree(opened, context);
  if (!(await isSound(opened, decomposed, 'decompose', call, context)) || !plan) return EXIT.findings;
  const goals = chosenGoals(plan, operands.goal, opened);
  if (call.options.read !== undefined) {
    const { readSubgoals } = await import('./read-subgoals.ts');
    return readSubgoals(treesOf(goals, decomposed.goals), decomposed.actuals?.facts, plan, format, opened, call, context);
  }
  if (call.options.rollup !== undefined || call.options.compare === true) {
    const { compareGoals, rollUpGoals } = await import('./add-up-goals.ts');
    const chosen = treesOf(goals, decomposed.goals);
    if (call.options.compare === true) return compareGoals(chosen, plan, depth, format, opened, call, context);
    return rollUpGoals(chosen, plan, format, opened, call, context);
  }
  if (call.options.write === true) return writeSubgoals(decomposed, opened, call, context);
  if (call.options.table !== undefined) {
    return (await import('./table-goals.ts')).tableGoals(treesOf(goals, decomposed.goals), plan, wanted, format, opened, call, context);
  }
  const trees = treesOf(goals, decomposed.goals).map((tree) => ({
    ...tree,
    root: tree.nodes[0],
    nodes: tree.nodes.filter(wanted),
    counts: dealCounts(tree, plan, decomposed.actuals?.facts),
  }));
  const report = decomposeReport({ plan, display: opened.display, trees, depth, language: opened.language });
  await printReport(report, format, opened.language, call, context);
  return EXIT.ok;
}

/** `--write`: all subgoals of the plan, in a file beside it that is made for diffs. */
async function writeSubgoals({ goals }: Decomposed, opened: OpenedPlan, call: Call, context: Context): Promise<ExitCode> {
  const { subgoalsText } = await import('./subgoals-file.ts');
  const file = subgoalsFile(opened);
  const text = subgoalsText(goals);
  context.writeFile(context.resolve(opened.folder.path, file), text);
  if (!call.settings.isQuiet)
    context.stdout.write(`${cliText[opened.language].subgoalsWritten(opened.displayOf(file), countLines(text))}\n`);
  return EXIT.ok;
}

function countLines(text: string): number {
  return text.split('\n').length - 2;
}

/** Formats that print nodes while they are made. */
const FORMAT_STREAMS: ReadonlySet<string> = new Set(['csv', 'jsonl']);

/** Options that ask for something else than the nodes. */
const OTHER_WORK = ['table', 'read', 'write', 'rollup', 'compare'] as const;

function isFiltered({ options }: Call): boolean {
  return [options.owner, options.dueBefore, options.by, options.depth].some((given) => given !== undefined);
}

function depthOf(call: Call, { language }: OpenedPlan): number | undefined {
  const { depth } = call.options;
  if (depth === undefined) return undefined;
  if (!/^\d{1,3}$/.test(String(depth))) throw new CliError(cliText[language].notACount(String(depth)), cliText[language].seeHelp);
  return Number(depth);
}
