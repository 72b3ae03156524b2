import type { RolledUp, RollUpRow } from '../analyses/index.ts';
import { subtractAmounts } from '../model/amount.ts';
import { decimalText, fromAmount } from '../model/fraction.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import type { Block, Records, Report, Row } from '../model/report.ts';
import type { Dimension } from '../model/step.ts';
import type { GoalTree } from '../model/subgoal.ts';
import { decomposeText } from '../text/decompose-text.ts';
import { exactText, percentText } from '../text/numbers.ts';
import { rollUpText } from '../text/roll-up-text.ts';
import { nameOf } from './names.ts';

export interface RolledGoal {
  readonly tree: GoalTree;
  readonly rolled: RolledUp | undefined;
}

export interface RollUpInput {
  readonly plan: Plan;
  readonly display: string;
  readonly by: Dimension | 'manager';
  readonly goals: readonly RolledGoal[];
  readonly language: Language;
}

/** The contract of `schemas/roll-up.schema.json`; amounts are decimal text in the metric's unit. */
export interface RollUpData {
  readonly version: 1;
  readonly plan: string;
  readonly by: string;
  readonly goals: readonly {
    readonly id: string;
    readonly target: string | null;
    /** Null: levels and ratios do not add up. */
    readonly total: string | null;
    readonly rows: readonly {
      readonly key: string | null;
      readonly depth: number;
      readonly own: string;
      readonly total: string;
      readonly people: number;
    }[];
  }[];
}

/** What was handed down, added up by manager or by a dimension. */
export function rollUpReport(input: RollUpInput): Report<RollUpData> {
  const { plan, display, by, goals, language } = input;
  const title = rollUpText[language].title(plan.name, wordFor(by, language));
  const blocks: Block[] = [{ is: 'heading', level: 1, text: title }];
  for (const each of goals) blocks.push(...blocksOf(each, input));
  const data: RollUpData = { version: 1, plan: display, by, goals: goals.map(dataOf) };
  return { id: 'roll-up', title, data, blocks, records: recordsOf(data) };
}

function wordFor(by: Dimension | 'manager', language: Language): string {
  return rollUpText[language].by[by] ?? by;
}

function recordsOf({ goals }: RollUpData): Records {
  const rows = goals.flatMap((goal) => goal.rows.map((row) => ({ goal: goal.id, ...row })));
  return {
    columns: ['goal', 'key', 'depth', 'own', 'total', 'people'],
    rows: rows.map(({ goal, key, depth, own, total, people }) => [goal, key, depth, own, total, people]),
    objects: rows,
  };
}

function dataOf({ tree, rolled }: RolledGoal): RollUpData['goals'][number] {
  const { goal, decimals, nodes } = tree;
  const text = (quanta: bigint | number) => decimalText(quanta, decimals);
  const target = nodes[0]?.target;
  return {
    id: goal.id,
    target: target === undefined ? null : text(target),
    total: rolled ? text(rolled.total) : null,
    rows: (rolled?.rows ?? []).map(({ key, depth, own, total, people }) => ({
      key: key ?? null,
      depth,
      own: text(own),
      total: text(total),
      people,
    })),
  };
}

function blocksOf({ tree, rolled }: RolledGoal, { plan, by, language }: RollUpInput): readonly Block[] {
  const text = rollUpText[language];
  const { goal, decimals } = tree;
  const heading: Block = { is: 'heading', level: 2, text: decomposeText[language].goal(goal.name, goal.id) };
  if (!rolled) return [heading, { is: 'text', text: text.noSum, tone: 'muted' }];
  const amount = (quanta: typeof rolled.total) => exactText(fromAmount(quanta, decimals), goal.metric);
  const isTeam = by === 'manager';
  const rowOf = (row: RollUpRow): Row => ({
    indent: row.depth,
    cells: [
      row.key === undefined ? text.nobody : nameOf(plan, isTeam ? 'owner' : by, row.key),
      ...(isTeam ? [amount(row.own), String(row.people)] : []),
      amount(row.total),
      rolled.total === 0 ? '' : percentText({ n: BigInt(row.total), d: BigInt(rolled.total) }),
    ],
    ...(isTeam && row.depth === 0 ? { tone: 'strong' as const } : {}),
  });
  const totals = totalsOf(rolled, amount, isTeam, language);
  return [
    heading,
    {
      is: 'table',
      columns: [
        { title: wordFor(by, language), align: 'left', flexible: true },
        ...(isTeam
          ? ([
              { title: text.own, align: 'right' },
              { title: text.people, align: 'right', drop: 1 },
            ] as const)
          : []),
        { title: isTeam ? text.withTeam : text.sum, align: 'right' },
        { title: decomposeText[language].share, align: 'right', drop: 2 },
      ],
      rows: rolled.rows.map(rowOf),
      totals,
    },
  ];
}

/** The sum; below it the goal and the hedge, where they are not the same. */
function totalsOf(
  { total, target }: RolledUp,
  amount: (quanta: RolledUp['total']) => string,
  isTeam: boolean,
  language: Language,
): readonly Row[] {
  const text = rollUpText[language];
  const line = (label: string, value: string): Row => ({ cells: [label, ...(isTeam ? ['', ''] : []), value, ''] });
  const sum = { ...line(text.sum, amount(total)), tone: 'strong' as const };
  if (target === undefined || target === total) return [sum];
  return [sum, line(text.goal, amount(target)), line(text.hedge, amount(subtractAmounts(total, target)))];
}
