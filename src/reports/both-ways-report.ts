import type { BothWays } from '../analyses/index.ts';
import { decimalText, fromAmount } from '../model/fraction.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import type { Block, Records, Report, Row } from '../model/report.ts';
import type { GoalTree } from '../model/subgoal.ts';
import { decomposeText } from '../text/decompose-text.ts';
import { exactText, percentText } from '../text/numbers.ts';
import { rollUpText } from '../text/roll-up-text.ts';
import { memberName, nameOf } from './names.ts';

export interface ComparedGoal {
  readonly tree: GoalTree;
  readonly nodes: readonly BothWays[];
  /** The table of commitments; undefined: bottom-up is the sum of the children. */
  readonly file: string | undefined;
}

export interface BothWaysInput {
  readonly plan: Plan;
  readonly display: string;
  readonly goals: readonly ComparedGoal[];
  readonly language: Language;
}

/** The contract of `schemas/compare.schema.json`; amounts are decimal text in the metric's unit. */
export interface BothWaysData {
  readonly version: 1;
  readonly plan: string;
  readonly goals: readonly {
    readonly id: string;
    readonly file: string | null;
    readonly nodes: readonly {
      readonly id: string;
      readonly owner: string;
      readonly topDown: string;
      readonly bottomUp: string;
      readonly difference: string;
    }[];
  }[];
}

/** Top-down and bottom-up side by side, at every node where both exist. */
export function bothWaysReport({ plan, display, goals, language }: BothWaysInput): Report<BothWaysData> {
  const title = rollUpText[language].compareTitle(plan.name);
  const blocks: Block[] = [{ is: 'heading', level: 1, text: title }];
  for (const each of goals) blocks.push(...blocksOf(each, plan, language));
  const data: BothWaysData = { version: 1, plan: display, goals: goals.map(dataOf) };
  return { id: 'compare', title, data, blocks, records: recordsOf(data) };
}

function recordsOf({ goals }: BothWaysData): Records {
  const rows = goals.flatMap((goal) => goal.nodes.map((node) => ({ goal: goal.id, ...node })));
  return {
    columns: ['goal', 'id', 'owner', 'topDown', 'bottomUp', 'difference'],
    rows: rows.map(({ goal, id, owner, topDown, bottomUp, difference }) => [goal, id, owner, topDown, bottomUp, difference]),
    objects: rows,
  };
}

function dataOf({ tree, nodes, file }: ComparedGoal): BothWaysData['goals'][number] {
  const text = (quanta: bigint | number) => decimalText(quanta, tree.decimals);
  return {
    id: tree.goal.id,
    file: file ?? null,
    nodes: nodes.map(({ node, topDown, bottomUp, difference }) => ({
      id: node.id,
      owner: node.owner,
      topDown: text(topDown),
      bottomUp: text(bottomUp),
      difference: text(difference),
    })),
  };
}

function blocksOf({ tree, nodes, file }: ComparedGoal, plan: Plan, language: Language): readonly Block[] {
  const text = rollUpText[language];
  const { goal } = tree;
  const heading: Block = { is: 'heading', level: 2, text: decomposeText[language].goal(goal.name, goal.id) };
  if (nodes.length === 0) return [heading, { is: 'text', text: text.nothingToCompare, tone: 'muted' }];
  return [
    heading,
    {
      is: 'table',
      columns: [
        { title: decomposeText[language].subgoal, align: 'left', flexible: true },
        { title: text.topDown, align: 'right' },
        { title: text.bottomUp, align: 'right' },
        { title: text.difference, align: 'right' },
        { title: text.ofTopDown, align: 'right', drop: 1 },
        { title: decomposeText[language].owner, align: 'left', drop: 2 },
      ],
      rows: nodes.map((each) => rowOf(each, tree, plan)),
    },
    { is: 'text', text: file === undefined ? text.fromChildren : text.fromTable(file), tone: 'muted' },
  ];
}

function rowOf({ node, topDown, bottomUp, difference }: BothWays, { goal, decimals }: GoalTree, plan: Plan): Row {
  const amount = (quanta: typeof topDown) => exactText(fromAmount(quanta, decimals), goal.metric);
  const [dimension, key] = [...node.path].at(-1) ?? [];
  const name = dimension === undefined || key === undefined ? goal.name : nameOf(plan, dimension, key);
  const share = topDown === 0 ? '' : percentText({ n: BigInt(difference), d: BigInt(topDown) });
  return {
    indent: node.depth,
    cells: [
      name,
      amount(topDown),
      amount(bottomUp),
      difference === 0 ? { text: amount(difference), tone: 'muted' } : { text: amount(difference), tone: difference < 0 ? 'bad' : 'good' },
      share,
      memberName(plan, node.owner),
    ],
    ...(node.depth === 0 ? { tone: 'strong' as const } : {}),
  };
}
