import { type Progress, progressOn, type Window, weekOf } from '../analyses/index.ts';
import { formatsFor } from '../formats/index.ts';
import { type Day, earlierDay } from '../model/day.ts';
import type { Actuals } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import { nearName } from '../model/near-name.ts';
import type { Plan } from '../model/plan.ts';
import { gapReport } from '../reports/gap-report.ts';
import { progressReport } from '../reports/progress-report.ts';
import { statusReport } from '../reports/status-report.ts';
import { severityOf } from '../rules/check-plan.ts';
import { cliText } from '../text/cli-text.ts';
import { severitiesOf } from './check-plan.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { type Decomposed, decomposeUnread, decomposeWith } from './decompose-plan.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import { readOperands } from './find-plan.ts';
import { type OpenedPlan, openPlan, spokenLanguage } from './open-plan.ts';
import { chooseFormat } from './output.ts';
import { printReport } from './print-report.ts';
import { readPlanActuals } from './read-plan-actuals.ts';
import { reportWindow } from './report-window.ts';
import { chosenGoals, isSound, soundFindings, treesOf } from './sound-plan.ts';

/** A sound plan with its trees and its actuals. */
interface Ready {
  readonly plan: Plan;
  readonly opened: OpenedPlan;
  readonly actuals: Actuals | undefined;
  readonly decomposed: Decomposed;
  readonly dataFindings: readonly Finding[];
  readonly goal: string | undefined;
  readonly format: string;
}

/** `salesplan report`: the progress of all goals, weekly by default. */
export async function runReport(call: Call, context: Context): Promise<ExitCode> {
  const ready = await makeReady('report', call, context);
  if (!ready) return EXIT.findings;
  const { plan, opened, actuals, format } = ready;
  const window = reportWindow(call, opened, plan);
  const asOf = call.settings.asOf === undefined && window.isGiven ? earlierDay(window.window.span.end, opened.asOf()) : opened.asOf();
  const owner = ownerOf(call, opened, plan);
  const progress = progressOf(ready, asOf, window.window);
  const stamp = { program: context.version, commit: (await context.commit(opened.folder.path)) ?? null, data: actuals?.hash ?? null };
  const { language, display } = opened;
  const report = progressReport({ plan, display, progress, actuals, dataFindings: ready.dataFindings.length, stamp, language, owner });
  await printReport(report, format, language, call, context);
  return EXIT.ok;
}

/** `salesplan gap`: how big, where, why, what closes it. */
export async function runGap(call: Call, context: Context): Promise<ExitCode> {
  const ready = await makeReady('gap', call, context);
  if (!ready) return EXIT.findings;
  const { plan, opened, format } = ready;
  const asOf = opened.asOf();
  const progress = progressOf(ready, asOf, weekOf(plan.calendar, asOf));
  const report = gapReport({ plan, display: opened.display, progress, language: opened.language });
  await printReport(report, format, opened.language, call, context);
  return EXIT.ok;
}

/** `salesplan actual status`: what became of every row. */
export async function runActualStatus(call: Call, context: Context): Promise<ExitCode> {
  const ready = await makeReady('actual-status', call, context);
  if (!ready) return EXIT.findings;
  const { plan, opened, actuals, dataFindings, format } = ready;
  const report = statusReport({ plan, display: opened.display, actuals, findings: dataFindings, language: opened.language });
  await printReport(report, format, opened.language, call, context);
  return EXIT.ok;
}

/** Reads and decomposes; undefined when the plan is not sound (its errors are told). Data findings that are errors stop a report too. */
async function makeReady(command: 'report' | 'gap' | 'actual-status', call: Call, context: Context): Promise<Ready | undefined> {
  const spoken = spokenLanguage(call, context);
  const format = chooseFormat(call.settings.format, formatsFor(command), spoken);
  const operands = readOperands(call.operands, context, spoken);
  const opened = await openPlan(operands.plan, call, context);
  const { plan } = opened.loaded;
  const name = command.replace('-', ' ');
  if (!plan || hasErrors(opened, call)) {
    await isSound(opened, await decomposeUnread(opened), name, call, context);
    return undefined;
  }
  if (operands.goal !== undefined) chosenGoals(plan, operands.goal, opened);
  const { actuals, problems } = await readPlanActuals(plan, opened, context, command !== 'gap');
  const decomposed = await decomposeWith(plan, opened, actuals);
  const all = { ...decomposed, problems: [...decomposed.problems, ...problems] };
  const findings = await soundFindings(opened, all, name, call, context, isOfData);
  if (!findings) return undefined;
  return {
    plan,
    opened,
    actuals,
    decomposed: all,
    dataFindings: findings.filter(({ rule }) => isOfData(rule)),
    goal: operands.goal,
    format,
  };
}

function isOfData(rule: string): boolean {
  return rule.startsWith('data/');
}

/** Data are not read for a plan that could not be read whole. */
function hasErrors(opened: OpenedPlan, call: Call): boolean {
  const severities = severitiesOf(call, opened);
  return opened.loaded.problems.some(({ rule }) => severityOf(rule, severities) === 'error');
}

function progressOf({ plan, opened, decomposed, actuals, goal }: Ready, asOf: Day, window: Window): Progress {
  const trees = treesOf(chosenGoals(plan, goal, opened), decomposed.goals);
  return progressOn(plan, trees, actuals, asOf, window);
}

function ownerOf(call: Call, { language }: OpenedPlan, plan: Plan): string | undefined {
  const { owner } = call.options;
  if (typeof owner !== 'string') return undefined;
  if (plan.members.has(owner)) return owner;
  const near = nearName(owner, plan.members.keys());
  throw new CliError(
    cliText[language].unknownMember(owner),
    near ? cliText[language].didYouMean([near]) : cliText[language].choose([...plan.members.keys()]),
  );
}
