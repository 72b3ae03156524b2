import { HAND_FIELDS, type HandEntry, type HandField } from '../actuals/by-hand.ts';
import { finderOf } from '../actuals/labels.ts';
import { type Day, parseDay } from '../model/day.ts';
import { type Fraction, toDecimal } from '../model/fraction.ts';
import type { Metric } from '../model/metric.ts';
import { nearName } from '../model/near-name.ts';
import type { Plan } from '../model/plan.ts';
import { parsePercent, parseQuantity } from '../model/quantity.ts';
import type { Source } from '../model/source.ts';
import { holds } from '../model/span.ts';
import { cliText } from '../text/cli-text.ts';
import { enterText } from '../text/enter-text.ts';
import { askEntry, type Judge } from './ask-actual.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { enterLocked, policyOf } from './enter-locked.ts';
import { CliError, EXIT, type ExitCode, isCliError } from './exit.ts';
import { readOperands } from './find-plan.ts';
import { type OpenedPlan, openPlan, spokenLanguage } from './open-plan.ts';

/** What was typed, by field; a wizard asks for what is missing where there is somebody to ask. */
export type Answers = Partial<Readonly<Record<HandField, string>>>;

/** `salesplan actual add`: one more value in the file of values by hand, under a lock, the whole file or nothing. */
export async function runActualAdd(call: Call, context: Context): Promise<ExitCode> {
  const spoken = spokenLanguage(call, context);
  const operands = readOperands(call.operands, context, spoken);
  const opened = await openPlan(operands.plan, call, context);
  const { plan } = opened.loaded;
  const { language } = opened;
  if (!plan) throw new CliError(cliText[language].planHasErrors('actual add'), cliText[language].seeHelp, EXIT.findings);
  if (operands.goal !== undefined) throw new CliError(cliText[language].tooManyOperands(operands.goal), cliText[language].seeHelp);
  const source = chosenSource(plan, call, opened);
  const isAsking = context.stdin.isTerminal && context.stderr.isTerminal;
  const typed = Object.fromEntries(
    HAND_FIELDS.flatMap((field) => (typeof call.options[field] === 'string' ? [[field, call.options[field]]] : [])),
  );
  const answers: Answers = isAsking ? await askEntry(typed, plan, opened.asOf(), language, judgeOf(plan, opened)) : typed;
  const entry = entryOf(answers, plan, opened);
  const path = context.resolve(opened.location.folder, source.from[0] ?? '');
  const policy = policyOf(call, opened);
  const done = await enterLocked(path, { entry, source, plan, policy, isAsking }, opened, context);
  context.stdout.write(`${done}\n`);
  const { start, end } = plan.period;
  if (!holds(plan.period, entry.date)) context.stderr.write(`${enterText[language].outsidePeriod(entry.date, start, end)}\n`);
  return EXIT.ok;
}

function judgeOf(plan: Plan, opened: OpenedPlan): Judge {
  return ({ date, metric, value }) => {
    try {
      if (date !== undefined) dayOf(date, opened);
      const measured = plan.metrics.get(metric ?? '');
      if (value !== undefined && measured) decimalOfInput(value, measured, plan, opened);
      return true;
    } catch (error) {
      if (isCliError(error)) return [error.message, error.hint].filter((words) => words !== undefined).join(' ');
      throw error;
    }
  };
}

const IS_FILE = /^[^*?[\]{}!]+\.csv$/i;

function chosenSource(plan: Plan, call: Call, { language }: OpenedPlan): Source {
  const text = enterText[language];
  const isByHand = ({ from, connect, pull }: Source) => from.length === 1 && IS_FILE.test(from[0] ?? '') && !connect && !pull;
  const named = call.options.source;
  if (typeof named === 'string') {
    const source = plan.actuals.get(named);
    if (source && isByHand(source)) return source;
    throw new CliError(text.notByHand(named), cliText[language].choose([...plan.actuals.values()].filter(isByHand).map(({ id }) => id)));
  }
  const taken = [...plan.actuals.values()].filter(
    (source) => isByHand(source) && !source.columns.has('amount') && source.preset === undefined && source.where.size === 0,
  );
  const [first, second] = taken;
  if (!first) throw new CliError(text.noHandSource, text.noHandSourceHint);
  if (second) throw new CliError(text.whichSource, cliText[language].choose(taken.map(({ id }) => id)));
  return first;
}

/** Everything checked before the file is touched: metric, day, value and ids of the plan. */
function entryOf(answers: Answers, plan: Plan, opened: OpenedPlan): HandEntry {
  const { language } = opened;
  const text = enterText[language];
  const need = (field: HandField): string => {
    const given = answers[field];
    if (given === undefined || given === '') throw new CliError(cliText[language].needsAnswer(`--${field}`), cliText[language].seeHelp);
    return given;
  };
  const named = need('metric');
  const id = finderOf(plan.metrics, undefined)(named).id ?? named;
  const metric = plan.metrics.get(id);
  if (!metric) throw new CliError(text.unknownMetric(id), hint(id, plan.metrics.keys(), opened));
  const value = decimalOfInput(need('value'), metric, plan, opened);
  const date = dayOf(answers.date, opened);
  return { ...placesOf(answers, plan, opened), ...(answers.note ? { note: answers.note } : {}), date, metric: id, value };
}

/** Ids of the plan, by id, name or alias; what the plan does not define is kept as it was typed. */
function placesOf(answers: Answers, plan: Plan, opened: OpenedPlan): Answers {
  const homes = { segment: plan.segments, owner: plan.members, product: plan.products, channel: plan.channels };
  return Object.fromEntries(
    (['segment', 'owner', 'product', 'channel'] as const).flatMap((field) => {
      const given = answers[field];
      if (!given) return [];
      const id = homes[field].size > 0 ? finderOf(homes[field], undefined)(given).id : given;
      if (id === undefined)
        throw new CliError(enterText[opened.language].unknownId(field, given), hint(given, homes[field].keys(), opened));
      return [[field, id]];
    }),
  );
}

function hint(given: string, known: Iterable<string>, { language }: OpenedPlan): string {
  const all = [...known];
  const near = nearName(given, all);
  return near ? cliText[language].didYouMean([near]) : cliText[language].choose(all);
}

/** `36.5%`, `1.2M`, `120万` → a plain decimal in the metric's unit (a percent in points). */
function decimalOfInput(given: string, { unit, decimals }: Metric, plan: Plan, { language }: OpenedPlan): string {
  const text = enterText[language];
  const percent = unit === 'percent' ? parsePercent(given) : undefined;
  const quantity = percent ? { value: { n: percent.n * 100n, d: percent.d }, currency: undefined } : parseQuantity(given);
  // A share of 0.331 is no percent of 0.331.
  const isShare = unit === 'percent' && !percent && quantity !== undefined && isBelowOne(quantity.value);
  if (!quantity || isShare) throw new CliError(text.badValue(given), text.badValueHint(unit));
  if (quantity.currency !== undefined && quantity.currency !== plan.currency) throw new CliError(text.otherCurrency(quantity.currency));
  const exact = Math.max(decimals, quantity.value.d.toString().length - 1);
  const decimal = toDecimal(quantity.value, exact);
  return exact > 0 ? decimal.replace(/\.?0+$/, '') || '0' : decimal;
}

function isBelowOne({ n, d }: Fraction): boolean {
  return n !== 0n && n <= d && n >= -d;
}

function dayOf(given: string | undefined, opened: OpenedPlan): Day {
  const today = opened.asOf();
  if (given === undefined || given === '') return today;
  const day = parseDay(given);
  if (!day) throw new CliError(cliText[opened.language].badDate(given), cliText[opened.language].badDateHint);
  if (day > today) throw new CliError(enterText[opened.language].futureDay(day));
  return day;
}
