import { CARRIES, type Carry, type Rebalanced, rebalance } from '../analyses/index.ts';
import { formatsFor } from '../formats/index.ts';
import type { Problem } from '../model/finding.ts';
import { rebalanceReport } from '../reports/rebalance-report.ts';
import { RULES } from '../rules/index.ts';
import { cliText } from '../text/cli-text.ts';
import { rebalanceText } from '../text/rebalance-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { decomposeWith, readTables } from './decompose-plan.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import { readOperands } from './find-plan.ts';
import { type OpenedPlan, openPlan, spokenLanguage } from './open-plan.ts';
import { chooseFormat } from './output.ts';
import { printReport } from './print-report.ts';
import { readPlanActuals } from './read-plan-actuals.ts';
import { chosenGoals, isSound, treesOf } from './sound-plan.ts';
import { countNewPins, writePlanPins } from './write-plan-pins.ts';

/** `salesplan rebalance`: what the rest of the year looks like once closed buckets are what was achieved. Writes only with `--write`. */
export async function runRebalance(call: Call, context: Context): Promise<ExitCode> {
  const spoken = spokenLanguage(call, context);
  const format = chooseFormat(call.settings.format, formatsFor('rebalance'), spoken);
  const operands = readOperands(call.operands, context, spoken);
  const opened = await openPlan(operands.plan, call, context);
  const { plan } = opened.loaded;
  const given = carryOf(call, opened);
  const { actuals, problems } = plan ? await readPlanActuals(plan, opened, context) : { actuals: undefined, problems: [] };
  const decomposed = plan ? await decomposeWith(plan, opened, actuals) : { goals: [], problems: [], actuals: undefined };
  const all = { ...decomposed, problems: [...decomposed.problems, ...problems] };
  if (!(await isSound(opened, all, 'rebalance', call, context)) || !plan) return EXIT.findings;
  const { tables } = await readTables(plan, opened);
  const inputs = { facts: actuals?.facts, table: (file: string) => tables.get(file) };
  const asOf = opened.asOf();
  const goals = treesOf(chosenGoals(plan, operands.goal, opened), decomposed.goals).map((tree) =>
    rebalance(tree, given ?? tree.goal.carry, { plan, inputs, asOf }),
  );
  const outcome = call.options.write === true ? await writePlanPins(goals, opened, context) : dryRun(goals, opened);
  const report = rebalanceReport({
    plan,
    display: opened.display,
    asOf,
    goals,
    language: opened.language,
    outcome,
    wordsOf: wordsIn(opened),
  });
  await printReport(report, format, opened.language, call, context);
  return EXIT.ok;
}

function carryOf(call: Call, { language }: OpenedPlan): Carry | undefined {
  const { carry } = call.options;
  if (carry === undefined) return undefined;
  const found = CARRIES.find((each) => each === carry);
  if (!found) throw new CliError(cliText[language].unknownCarry(String(carry)), cliText[language].choose(CARRIES));
  return found;
}

function wordsIn({ language }: OpenedPlan): (problem: Problem) => string {
  return (problem) => RULES.get(problem.rule)?.words(problem.args, language).message ?? problem.rule;
}

function dryRun(goals: readonly Rebalanced[], { language }: OpenedPlan): readonly string[] {
  const pins = countNewPins(goals);
  return pins === 0 ? [] : [rebalanceText[language].dry(pins)];
}
