import { smartCard } from '../analyses/index.ts';
import { formatsFor } from '../formats/index.ts';
import { smartReport } from '../reports/smart-report.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { decomposeUnread, decomposeWith } from './decompose-plan.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { readOperands } from './find-plan.ts';
import { openPlan, spokenLanguage } from './open-plan.ts';
import { chooseFormat } from './output.ts';
import { printReport } from './print-report.ts';
import { readPlanData } from './read-plan-actuals.ts';
import { chosenGoals, isSound } from './sound-plan.ts';

/** `salesplan smart`: a card for each goal. Reads the data unless it is told not to. */
export async function runSmart(call: Call, context: Context): Promise<ExitCode> {
  const spoken = spokenLanguage(call, context);
  const format = chooseFormat(call.settings.format, formatsFor('smart'), spoken);
  const operands = readOperands(call.operands, context, spoken);
  const opened = await openPlan(operands.plan, call, context);
  const { plan } = opened.loaded;
  if (!plan || !(await isSound(opened, await decomposeUnread(opened), 'smart', call, context))) return EXIT.findings;
  const isReading = call.options.data !== false;
  const data = isReading ? await readPlanData(plan, opened, context) : { actuals: undefined, deals: undefined, problems: [] };
  const { actuals, deals, problems } = data;
  const decomposed = await decomposeWith(plan, opened, actuals);
  if (!(await isSound(opened, { ...decomposed, problems: [...decomposed.problems, ...problems] }, 'smart', call, context)))
    return EXIT.findings;
  const trees = new Map(decomposed.goals.map((result) => [result.goal, result.tree]));
  const asOf = opened.asOf();
  const cards = chosenGoals(plan, operands.goal, opened).map((goal) => smartCard(goal, trees.get(goal.id), { plan, actuals, deals, asOf }));
  await printReport(smartReport(plan, opened.display, asOf, cards, opened.language), format, opened.language, call, context);
  return EXIT.ok;
}
