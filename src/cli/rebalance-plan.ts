import { CARRIES, type Carry, gonePins, newPins, type Rebalanced, rebalance, samePlace } from '../analyses/index.ts';
import { type PinChanges, type PinToWrite, writePins } from '../edit/write-pins.ts';
import { formatsFor } from '../formats/index.ts';
import { loadPlan } from '../load/index.ts';
import type { PlanFiles } from '../model/files.ts';
import type { Problem } from '../model/finding.ts';
import { toDecimal } from '../model/fraction.ts';
import type { Pin } from '../model/plan.ts';
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
  const outcome = call.options.write === true ? await write(goals, opened, context) : dryRun(goals, opened);
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
  const pins = goals.reduce((count, { goal, pins: after }) => count + newPins(goal.pins, after).length, 0);
  return pins === 0 ? [] : [rebalanceText[language].dry(pins)];
}

/** Changes the files of the plan; what they then say is read back before anything is written. */
async function write(goals: readonly Rebalanced[], opened: OpenedPlan, context: Context): Promise<readonly string[]> {
  const text = rebalanceText[opened.language];
  const said: string[] = [];
  const texts = new Map(opened.loaded.files.map((file) => [file.path, file.text]));
  const written = new Set<string>();
  for (const { goal, pins, decimals } of goals) {
    const changes = changesOf(goal.pins, pins, decimals, goal.metric.unit === 'percent');
    if (changes.add.length + changes.change.length + changes.remove.length === 0) continue;
    const home = opened.loaded.files.find((file) => writePins(texts.get(file.path) ?? '', goal.id, changes) !== undefined);
    const changed = home && writePins(texts.get(home.path) ?? '', goal.id, changes);
    if (!home || changed === undefined) throw new CliError(text.unwritable(goal.id), undefined, EXIT.failure);
    texts.set(home.path, changed);
    written.add(home.path);
    said.push(text.written(opened.displayOf(home.path), changes.add.length, changes.change.length, changes.remove.length));
  }
  if (!(await readsBack(texts, goals, opened))) {
    throw new CliError(text.unwritable(goals.map(({ goal }) => goal.id).join(', ')), undefined, EXIT.failure);
  }
  for (const path of written) context.writeFile(context.resolve(opened.folder.path, path), texts.get(path) ?? '');
  return said;
}

function changesOf(before: readonly Pin[], after: readonly Pin[], decimals: number, isPercent: boolean): PinChanges {
  const fresh = newPins(before, after).map((pin) => toWrite(pin, decimals, isPercent));
  const isOld = (pin: Pick<PinToWrite, 'at'>) =>
    before.some((each) => samePlace(each, { ...each, at: new Map(Object.entries(pin.at)) as Pin['at'] }));
  return {
    add: fresh.filter((pin) => !isOld(pin)),
    change: fresh.filter(isOld),
    remove: gonePins(before, after).map((pin) => ({ at: Object.fromEntries(pin.at) })),
  };
}

function toWrite({ at, target, note }: Pin, decimals: number, isPercent: boolean): PinToWrite {
  const number = toDecimal(target, decimals).replace(/\.0+$/, '');
  return { at: Object.fromEntries(at), target: isPercent ? `${number}%` : number, note };
}

async function readsBack(
  texts: ReadonlyMap<string, string>,
  goals: readonly Rebalanced[],
  { folder, location }: OpenedPlan,
): Promise<boolean> {
  const read: PlanFiles['read'] = (file) => {
    const text = texts.get(file);
    return text === undefined ? folder.files.read(file) : { is: 'bytes', bytes: new TextEncoder().encode(text) };
  };
  const { plan, problems } = await loadPlan({ ...folder.files, read }, location.entry);
  const sameAs = (pins: readonly Pin[], wanted: readonly Pin[]) =>
    pins.length === wanted.length && newPins(pins, wanted).length === 0 && gonePins(pins, wanted).length === 0;
  return problems.length === 0 && goals.every(({ goal, pins }) => sameAs(plan?.goals.get(goal.id)?.pins ?? [], pins));
}
