import { bothWays, rollUp } from '../analyses/index.ts';
import { bottomUpCells } from '../decompose/index.ts';
import type { Plan } from '../model/plan.ts';
import { DIMENSIONS } from '../model/step.ts';
import type { GoalTree } from '../model/subgoal.ts';
import { bothWaysReport } from '../reports/both-ways-report.ts';
import { rollUpReport } from '../reports/roll-up-report.ts';
import { cliText } from '../text/cli-text.ts';
import { rollUpText } from '../text/roll-up-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { readTables } from './decompose-plan.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import type { OpenedPlan } from './open-plan.ts';
import { printReport } from './print-report.ts';

const WAYS = ['manager', ...DIMENSIONS.filter((dimension) => dimension !== 'stage')] as const;

/** `decompose --rollup WHAT`: the parts of each goal added up by manager or by a dimension. */
export async function rollUpGoals(
  trees: readonly GoalTree[],
  plan: Plan,
  format: string,
  opened: OpenedPlan,
  call: Call,
  context: Context,
): Promise<ExitCode> {
  const { language, display } = opened;
  const name = String(call.options.rollup);
  const by = WAYS.find((each) => each === name);
  if (!by) throw new CliError(rollUpText[language].unknown(name), cliText[language].choose(WAYS));
  const goals = trees.map((tree) => ({ tree, rolled: rollUp(tree, by, plan) }));
  await printReport(rollUpReport({ plan, display, by, goals, language }), format, language, call, context);
  return EXIT.ok;
}

/** `decompose --compare`: top-down beside bottom-up. */
export async function compareGoals(
  trees: readonly GoalTree[],
  plan: Plan,
  depth: number | undefined,
  format: string,
  opened: OpenedPlan,
  call: Call,
  context: Context,
): Promise<ExitCode> {
  const { language, display } = opened;
  const { tables } = await readTables(plan, opened);
  const inputs = { facts: undefined, table: (file: string) => tables.get(file) };
  const goals = trees.map((tree) => {
    const cells = bottomUpCells(tree.goal, plan, inputs);
    const nodes = bothWays(tree, cells).filter(({ node }) => node.depth <= (depth ?? Number.POSITIVE_INFINITY));
    const { bottomUp } = tree.goal;
    return { tree, nodes, file: cells && bottomUp?.shares.is === 'table' ? bottomUp.shares.table.file : undefined };
  });
  await printReport(bothWaysReport({ plan, display, goals, language }), format, language, call, context);
  return EXIT.ok;
}
