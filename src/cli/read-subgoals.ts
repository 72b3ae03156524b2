import { parseRows } from '../actuals/target-table.ts';
import { decodeData } from '../actuals/text.ts';
import { repin } from '../analyses/index.ts';
import type { Amount } from '../model/amount.ts';
import { currencyOfAmount, parseExportedNumber } from '../model/exported-number.ts';
import type { Fact } from '../model/fact.ts';
import { compare, decimalText, fromAmount, toAmount } from '../model/fraction.ts';
import { nearName } from '../model/near-name.ts';
import type { Plan } from '../model/plan.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';
import { rebalanceReport } from '../reports/rebalance-report.ts';
import { RULES } from '../rules/index.ts';
import { cliText } from '../text/cli-text.ts';
import { rebalanceText } from '../text/rebalance-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { readTables } from './decompose-plan.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import type { OpenedPlan } from './open-plan.ts';
import { printReport } from './print-report.ts';
import { countNewPins, writePlanPins } from './write-plan-pins.ts';

/** `decompose --read FILE`: subgoals that were edited in a spreadsheet, reviewed as changes first, written as pins with `--write`. */
export async function readSubgoals(
  trees: readonly GoalTree[],
  facts: readonly Fact[] | undefined,
  plan: Plan,
  format: string,
  opened: OpenedPlan,
  call: Call,
  context: Context,
): Promise<ExitCode> {
  const { language } = opened;
  const text = rebalanceText[language];
  const rows = rowsOf(String(call.options.read), opened, context);
  const edits = editsIn(rows, trees, opened, plan.currency);
  const { tables } = await readTables(plan, opened);
  const inputs = { facts, table: (file: string) => tables.get(file) };
  const note = plan.language === 'zh' ? '手工调整' : 'edited by hand';
  const goals = trees.map((tree) => repin(tree, editsOf(tree, edits.targets), note, plan, inputs));
  const isWriting = call.options.write === true && goals.every((goal) => !goal.refusal);
  const pins = countNewPins(goals);
  const outcome = isWriting ? await writePlanPins(goals, opened, context) : pins === 0 ? [] : [text.dry(pins)];
  const notes = [
    ...(edits.empty > 0 ? [text.emptyCells(edits.empty)] : []),
    ...(edits.owners > 0 ? [text.ownersKept(edits.owners)] : []),
    ...(edits.missing > 0 ? [text.missingRows(edits.missing)] : []),
  ];
  const report = rebalanceReport({
    plan,
    display: opened.display,
    asOf: undefined,
    goals: goals.filter(({ changes, refusal }) => changes.length > 0 || refusal),
    language,
    outcome: [...notes, ...(pins === 0 && goals.every((goal) => !goal.refusal) ? [text.nothing] : outcome)],
    wordsOf: (problem) => RULES.get(problem.rule)?.words(problem.args, language).message ?? problem.rule,
  });
  await printReport(report, format, language, call, context);
  return goals.some((goal) => goal.refusal) ? EXIT.findings : EXIT.ok;
}

interface EditedRow {
  readonly place: string;
  readonly id: string;
  /** Undefined: an empty cell. */
  readonly target: string | undefined;
  readonly owner: string | undefined;
}

function rowsOf(path: string, { language, folder }: OpenedPlan, context: Context): readonly EditedRow[] {
  const text = rebalanceText[language];
  const found = folder.files.read(context.resolve(path));
  if (found.is !== 'bytes') throw new CliError(cliText[language].cannotRead(path), cliText[language].cannotReadHint);
  const decoded = decodeData(found.bytes, 'auto');
  const name = context.display(context.resolve(path));
  const spot = { in: 'text', place: { file: name, line: 1, column: 1, endLine: 1, endColumn: 1 } } as const;
  const read = decoded.is === 'text' ? parseRows(decoded.text, undefined, name, path, spot) : undefined;
  if (read?.is !== 'table') {
    const words = read && RULES.get(read.problem.rule)?.words(read.problem.args, language);
    throw new CliError(words?.message ?? text.notSubgoals(name), words?.help ?? text.notSubgoalsHint);
  }
  const [header, ...rows] = read.table.rows;
  const at = (column: string) => header?.cells.findIndex((cell) => cell.trim().toLowerCase() === column) ?? -1;
  const [id, target, owner] = [at('id'), at('target'), at('owner')];
  if (id < 0 || target < 0) throw new CliError(text.notSubgoals(name), text.notSubgoalsHint);
  return rows.map(({ line, cells }) => ({
    place: `${name}:${line}`,
    id: cells[id]?.trim() ?? '',
    target: cells[target]?.trim() || undefined,
    owner: owner < 0 ? undefined : cells[owner]?.trim() || undefined,
  }));
}

/** What the rows change of the trees. */
function editsIn(rows: readonly EditedRow[], trees: readonly GoalTree[], { language }: OpenedPlan, currency: string) {
  const text = rebalanceText[language];
  const nodes = new Map(trees.flatMap((tree) => tree.nodes.map((node) => [node.id, { node, tree }] as const)));
  const targets = new Map<string, Amount>();
  const seen = new Map<string, string | undefined>();
  let [empty, owners] = [0, 0];
  for (const row of rows) {
    const found = nodes.get(row.id);
    if (!found) throw unknownRow(row, [...nodes.keys()], language);
    if (seen.has(row.id) && seen.get(row.id) !== row.target) throw new CliError(text.twice(row.place, row.id));
    seen.set(row.id, row.target);
    if (row.owner !== undefined && row.owner !== found.node.owner) owners++;
    if (row.target === undefined) {
      if (found.node.target !== undefined) empty++;
      continue;
    }
    const target = targetOf(row, found.tree, currency, language);
    if (target !== found.node.target) targets.set(row.id, target);
  }
  const missing = [...nodes.values()].filter(({ node }) => node.leaf && !seen.has(node.id)).length;
  return { targets, empty, owners, missing };
}

function unknownRow({ place, id }: EditedRow, known: readonly string[], language: 'en' | 'zh'): CliError {
  const near = nearName(id, known);
  return new CliError(
    rebalanceText[language].unknownRow(place, id),
    near ? cliText[language].didYouMean([near]) : rebalanceText[language].notSubgoalsHint,
  );
}

function targetOf({ place, target = '' }: EditedRow, { goal, decimals }: GoalTree, currency: string, language: 'en' | 'zh'): Amount {
  const text = rebalanceText[language];
  const value = parseExportedNumber(goal.metric.unit === 'percent' ? target.replace(/%$/, '') : target, undefined);
  if (!value || value === 'empty') throw new CliError(text.badTarget(place, target));
  if ((currencyOfAmount(target, currency) ?? currency) !== currency) throw new CliError(text.otherCurrency(place, target, currency));
  const amount = toAmount(value, decimals);
  if (compare(fromAmount(amount, decimals), value) !== 0) throw new CliError(text.tooFine(place, target, decimalText(1, decimals)));
  return amount;
}

function editsOf({ nodes }: GoalTree, targets: ReadonlyMap<string, Amount>): ReadonlyMap<string, Amount> {
  return new Map(
    nodes.flatMap((node: Subgoal) => {
      const target = targets.get(node.id);
      return target === undefined ? [] : [[node.id, target] as const];
    }),
  );
}
