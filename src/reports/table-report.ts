import { type CrossRow, type CrossTable, crossTable, handedDown, timesOf, totalOf } from '../analyses/index.ts';
import type { Amount } from '../model/amount.ts';
import { decimalText, fromAmount } from '../model/fraction.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import type { Block, Report, Row } from '../model/report.ts';
import type { Dimension } from '../model/step.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';
import { decomposeText } from '../text/decompose-text.ts';
import { exportText } from '../text/export-text.ts';
import { exactText, shortText } from '../text/numbers.ts';
import { nameOf } from './names.ts';
import { overAssignedNote } from './over-assigned.ts';

export interface TableSettings {
  readonly plan: Plan;
  readonly display: string;
  readonly trees: readonly GoalTree[];
  readonly by: Dimension;
  /** Columns of the window; undefined: every column and every row, to the last place. */
  readonly width: number | undefined;
  readonly language: Language;
  isWanted(node: Subgoal): boolean;
}

/** More rows than this are put together as one. */
const ROWS = 15;
const NAME = 18;

/** Numbers of each goal by a dimension and time: as fine as the window is wide. */
export function tableReport(settings: TableSettings): Report {
  const { plan, display, trees, language, by } = settings;
  const title = decomposeText[language].title(plan.name);
  const found = trees.flatMap((tree) => tableOf(tree, settings));
  const goals = found.map(({ tree, finest }) => dataOf(tree, finest));
  const blocks: Block[] = [{ is: 'heading', level: 1, text: title }];
  for (const each of found) blocks.push(...blocksOf(each, settings));
  if (found.length === 0) blocks.push({ is: 'text', text: decomposeText[language].noTable });
  const records = settings.width === undefined ? recordsOf(found, by) : undefined;
  return { id: 'decompose-table', title, data: { version: 1, plan: display, by, goals }, blocks, ...(records ? { records } : {}) };
}

interface Found {
  readonly tree: GoalTree;
  readonly finest: CrossTable;
  readonly shown: CrossTable;
  readonly isShort: boolean;
}

function tableOf(tree: GoalTree, { plan, by, width, language, isWanted }: TableSettings): readonly Found[] {
  const leaves = handedDown(tree, by).filter(isWanted);
  const tables = timesOf(leaves, tree, plan.calendar).map((time) => crossTable(leaves, by, time, tree, plan.calendar));
  const [finest] = tables;
  if (!finest || leaves.length === 0) return [];
  if (width === undefined) return [{ tree, finest, shown: finest, isShort: false }];
  for (const shown of tables) {
    for (const isShort of [false, true]) {
      if (widthOf(shown, tree, isShort ? language : undefined) <= width) return [{ tree, finest, shown, isShort }];
    }
  }
  return [{ tree, finest, shown: tables.at(-1) ?? finest, isShort: true }];
}

/** Columns that a table asks for: names, buckets, totals, and what stands between them. */
function widthOf({ rows, total, buckets }: CrossTable, { goal, decimals }: GoalTree, short: Language | undefined): number {
  const all = [...rows, total];
  const widest = (amounts: readonly (Amount | undefined)[], language: Language | undefined) =>
    Math.max(...amounts.map((amount) => lengthOf(cellText(amount, goal.metric, decimals, language))));
  const columns = buckets.map(
    (key, index) =>
      Math.max(
        key.length,
        widest(
          all.map((row) => row.cells[index]),
          short,
        ),
      ) + 2,
  );
  return (
    columns.reduce((sum, each) => sum + each, 0) +
    widest(
      all.map((row) => row.total),
      undefined,
    ) +
    2 +
    NAME
  );
}

/** 万 and 亿 are two columns wide. */
function lengthOf(text: string): number {
  return text.length + (/[万亿]/.test(text) ? 1 : 0);
}

function cellText(
  quanta: Amount | undefined,
  metric: GoalTree['goal']['metric'],
  decimals: number,
  language: Language | undefined,
): string {
  if (quanta === undefined) return '–';
  const value = fromAmount(quanta, decimals);
  return language ? shortText(value, metric, language) : exactText(value, metric);
}

function blocksOf({ tree, shown, isShort }: Found, { plan, by, language, width }: TableSettings): readonly Block[] {
  const text = decomposeText[language];
  const { goal, decimals } = tree;
  const short = (quanta: Amount | undefined) => cellText(quanta, goal.metric, decimals, isShort ? language : undefined);
  const exact = (quanta: Amount | undefined) => cellText(quanta, goal.metric, decimals, undefined);
  const rowOf = (name: string, row: CrossRow): Row => ({ cells: [name, ...row.cells.map(short), exact(row.total)] });
  const { kept, others } = width === undefined ? { kept: shown.rows, others: [] } : largest(shown.rows);
  const rest = totalOf(others, shown.buckets.length, goal.metric.kind);
  return [
    { is: 'heading', level: 2, text: text.goal(goal.name, goal.id) },
    {
      is: 'table',
      columns: [
        { title: exportText[language].dimensions[by] ?? by, align: 'left', flexible: true },
        ...shown.buckets.map((title) => ({ title, align: 'right' as const })),
        { title: text.total, align: 'right' },
      ],
      rows: [
        ...kept.map((row) => rowOf(nameOf(plan, by, row.key), row)),
        ...(others.length > 0 ? [{ ...rowOf(text.others(others.length), rest), tone: 'muted' as const }] : []),
      ],
      totals: [rowOf(text.total, shown.total)],
    },
    ...overAssignedNote(goal, 'tree', language),
  ];
}

/** The largest rows, in the plan's order, and the others. */
function largest(rows: readonly CrossRow[]): { readonly kept: readonly CrossRow[]; readonly others: readonly CrossRow[] } {
  if (rows.length <= ROWS) return { kept: rows, others: [] };
  const bySize = [...rows].sort((a, b) => ((a.total ?? 0) < (b.total ?? 0) ? 1 : (a.total ?? 0) > (b.total ?? 0) ? -1 : 0));
  const first = new Set(bySize.slice(0, ROWS - 1));
  return { kept: rows.filter((row) => first.has(row)), others: rows.filter((row) => !first.has(row)) };
}

function dataOf({ goal, decimals }: GoalTree, { time, buckets, rows, total }: CrossTable) {
  const decimal = (quanta: Amount | undefined) => (quanta === undefined ? null : decimalText(quanta, decimals));
  const data = ({ cells, total: whole }: CrossRow) => ({ cells: cells.map(decimal), total: decimal(whole) });
  return { id: goal.id, time, buckets, rows: rows.map((row) => ({ key: row.key, ...data(row) })), total: data(total) };
}

function recordsOf(found: readonly Found[], by: Dimension): Report['records'] {
  const cells = found.flatMap(({ tree: { goal, decimals }, finest }) =>
    finest.rows.flatMap((row) =>
      finest.buckets.map((bucket, index) => {
        const quanta = row.cells[index];
        return { goal: goal.id, [by]: row.key, [finest.time]: bucket, target: quanta === undefined ? null : decimalText(quanta, decimals) };
      }),
    ),
  );
  return { columns: ['goal', by, 'time', 'target'], rows: cells.map((cell) => Object.values(cell)), objects: cells };
}
