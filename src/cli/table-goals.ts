import type { Plan } from '../model/plan.ts';
import { DIMENSIONS, type Dimension, isTimeDimension } from '../model/step.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';
import { tableReport } from '../reports/table-report.ts';
import { cliText } from '../text/cli-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import type { OpenedPlan } from './open-plan.ts';
import { printReport, windowWidth } from './print-report.ts';

/** What machines read has every row and the finest time. */
const WHOLE: ReadonlySet<string> = new Set(['json', 'csv', 'jsonl']);

/** `decompose --table DIMENSION`: each goal by that dimension and time. */
export async function tableGoals(
  trees: readonly GoalTree[],
  plan: Plan,
  isWanted: (node: Subgoal) => boolean,
  format: string,
  opened: OpenedPlan,
  call: Call,
  context: Context,
): Promise<ExitCode> {
  const { display, language } = opened;
  const width = WHOLE.has(format) ? undefined : windowWidth(context);
  const report = tableReport({ plan, display, trees, by: dimensionOf(call, opened), width, language, isWanted });
  await printReport(report, format, language, call, context);
  return EXIT.ok;
}

function dimensionOf({ options }: Call, { language }: OpenedPlan): Dimension {
  const places = DIMENSIONS.filter((dimension) => !isTimeDimension(dimension));
  const found = places.find((dimension) => dimension === options.table);
  if (!found) throw new CliError(cliText[language].unknownDimension(String(options.table)), cliText[language].choose(places));
  return found;
}
