import { ZERO } from '../model/amount.ts';
import { compare, decimalText, fromAmount, ONE, sum } from '../model/fraction.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import type { Block, Report, Row } from '../model/report.ts';
import type { Dimension } from '../model/step.ts';
import type { GoalTree, OwnerPart, OwnerSource, Subgoal } from '../model/subgoal.ts';
import { decomposeText } from '../text/decompose-text.ts';
import { exactText, percentText } from '../text/numbers.ts';
import { memberName, nameOf } from './names.ts';
import { overAssignedNote } from './over-assigned.ts';

/** The contract of `schemas/decompose.schema.json`. Amounts are decimal text in the metric's unit; null is «not set». */
export interface DecomposeData {
  readonly version: 1;
  readonly plan: string;
  readonly goals: readonly GoalData[];
}

interface GoalData {
  readonly id: string;
  readonly metric: string;
  readonly target: string | null;
  readonly quantum: string;
  readonly nodes: readonly NodeData[];
}

export interface NodeData {
  readonly id: string;
  readonly parent: string | null;
  readonly depth: number;
  readonly leaf: boolean;
  readonly path: Readonly<Partial<Record<Dimension, string>>>;
  readonly target: string | null;
  readonly owner: string;
  readonly ownerFrom: OwnerSource;
  readonly start: string;
  readonly deadline: string;
  readonly pinned: boolean;
  /** Deals, opportunities or leads that a stage of a funnel needs; absent elsewhere. */
  readonly count?: number;
  /** What rounding to the step's `round` left of the total, placed here; absent elsewhere. */
  readonly roundingRemainder?: string;
  /** What several people have of a leaf; absent where its owner has it all. */
  readonly parts?: readonly { readonly owner: string; readonly start: string; readonly deadline: string; readonly target: string }[];
}

export interface ShownTree extends GoalTree {
  /** How many deals, opportunities and leads a funnel's stages need, by node. */
  readonly counts?: ReadonlyMap<string, bigint>;
  readonly root: Subgoal | undefined;
}

export interface DecomposeSettings {
  readonly plan: Plan;
  readonly display: string;
  /** With the goal itself kept aside, should it not be among the nodes that are shown. */
  readonly trees: readonly ShownTree[];
  /** Levels to show; the goal itself is level 0. */
  readonly depth: number | undefined;
  readonly language: Language;
}

/** The trees of goals: number, owner and deadline of every subgoal. */
export function decomposeReport(settings: DecomposeSettings): Report<DecomposeData> {
  const { plan, display, trees, language } = settings;
  const shown = trees.map((tree) => ({
    ...tree,
    nodes: tree.nodes.filter((node) => node.depth <= (settings.depth ?? Number.POSITIVE_INFINITY)),
  }));
  const data: DecomposeData = { version: 1, plan: display, goals: shown.map(goalData) };
  const blocks: Block[] = [{ is: 'heading', level: 1, text: plan.name }];
  const filled = shown.filter(({ nodes }) => nodes.length > 0);
  for (const tree of filled) blocks.push(...blocksOf(tree, settings));
  if (filled.length === 0) blocks.push({ is: 'text', text: decomposeText[language].noneShown });
  return { id: 'decompose', title: decomposeText[language].title(plan.name), data, blocks };
}

function goalData({ goal, decimals, nodes, root, counts }: ShownTree): GoalData {
  return {
    id: goal.id,
    metric: goal.metric.id,
    target: amountText(root, decimals),
    quantum: decimalText(1, decimals),
    nodes: nodes.map((node) => nodeData(node, decimals, counts)),
  };
}

export function nodeData(node: Subgoal, decimals: number, counts?: ReadonlyMap<string, bigint>): NodeData {
  const count = counts?.get(node.id);
  return {
    id: node.id,
    parent: node.parent ?? null,
    depth: node.depth,
    leaf: node.leaf,
    path: Object.fromEntries(node.path),
    target: amountText(node, decimals),
    owner: node.owner,
    ownerFrom: node.ownerFrom,
    start: node.start,
    deadline: node.deadline,
    pinned: node.pinned,
    ...(count === undefined ? {} : { count: Number(count) }),
    ...(node.derivedFrom.odd === undefined ? {} : { roundingRemainder: decimalText(node.derivedFrom.odd, decimals) }),
    ...(node.parts.length === 0 ? {} : { parts: node.parts.map((part) => partData(part, decimals)) }),
  };
}

export function partData({ owner, span, deadline, target }: OwnerPart, decimals: number) {
  return { owner, start: span.start, deadline, target: decimalText(target, decimals) };
}

function amountText(node: Subgoal | undefined, decimals: number): string | null {
  return node?.target === undefined ? null : decimalText(node.target, decimals);
}

function blocksOf(tree: ShownTree, { plan, language }: DecomposeSettings): readonly Block[] {
  const text = decomposeText[language];
  const { goal } = tree;
  const shown = new Set(tree.nodes.map(({ id }) => id));
  return [
    { is: 'heading', level: 2, text: text.goal(goal.name, goal.id) },
    {
      is: 'table',
      columns: [
        { title: text.subgoal, align: 'left', flexible: true },
        { title: text.target, align: 'right' },
        ...(hasCounts(tree) ? [{ title: text.count, align: 'right' as const }] : []),
        { title: text.share, align: 'right', drop: 2 },
        { title: text.owner, align: 'left' },
        { title: text.start, align: 'left', drop: 3 },
        { title: text.deadline, align: 'left' },
        { title: text.from, align: 'left', drop: 1 },
      ],
      rows: tree.nodes.flatMap((node) => [rowOf(node, tree, plan, language, shown), ...partRows(node, tree, plan, language, shown)]),
    },
    ...overAssignedNote(goal, 'tree', language, deepest(tree)),
    ...absences(tree, plan, language),
  ];
}

function deepest({ nodes }: ShownTree): number {
  return nodes.reduce((most, { depth }) => Math.max(most, depth), 0);
}

function hasCounts({ counts }: ShownTree): boolean {
  return (counts?.size ?? 0) > 0;
}

function rowOf(node: Subgoal, tree: ShownTree, plan: Plan, language: Language, shown: ReadonlySet<string>): Row {
  const text = decomposeText[language];
  const { goal, decimals } = tree;
  const [dimension, key] = [...node.path].at(-1) ?? [];
  const hasParent = node.parent === undefined || shown.has(node.parent);
  const own = dimension === undefined || key === undefined ? goal.name : nameOf(plan, dimension, key);
  const label = hasParent ? own : [...node.path].map(([by, each]) => nameOf(plan, by, each)).join(' › ');
  const target = node.target === undefined ? '–' : exactText(fromAmount(node.target, decimals), goal.metric);
  const { odd } = node.derivedFrom;
  const source = text.rules[node.derivedFrom.rule] ?? node.derivedFrom.rule;
  const rule = odd === undefined ? source : `${source}${text.odd(exactText(fromAmount(odd, decimals), goal.metric))}`;
  return {
    indent: hasParent ? node.depth : 0,
    cells: [
      label,
      { text: target, ...(node.target === undefined ? { tone: 'muted' as const } : {}) },
      ...(hasCounts(tree) ? [String(tree.counts?.get(node.id) ?? '')] : []),
      node.share ? percentText(node.share) : '',
      ownerText(node.owner, plan, language),
      node.start,
      node.deadline,
      node.pinned ? { text: rule, tone: 'warn' } : { text: rule, tone: 'muted' },
    ],
    ...(node.depth === 0 ? { tone: 'strong' as const } : {}),
  };
}

/** What lies before its owner's first day or after the last: one sentence a person. */
function absences({ goal, nodes, decimals }: ShownTree, plan: Plan, language: Language): readonly Block[] {
  if (goal.metric.kind !== 'flow') return [];
  const early = nodes.filter((node) => isAway(node, plan));
  const away = new Set(early.map(({ id }) => id));
  const tops = early.filter(({ parent }) => parent === undefined || !away.has(parent));
  const text = decomposeText[language];
  return [...new Set(tops.map(({ owner }) => owner))].map((owner) => {
    const own = tops.filter((node) => node.owner === owner);
    const amount = exactText(sum(own.map((node) => fromAmount(node.target ?? ZERO, decimals))), goal.metric);
    const { name = owner, start, end } = plan.members.get(owner) ?? {};
    return { is: 'text', tone: 'warn', text: text.away(name, start ?? '', end ?? '', amount) };
  });
}

function isAway({ owner, span, target }: Subgoal, plan: Plan): boolean {
  const { start, end } = plan.members.get(owner) ?? {};
  return target !== undefined && target > 0 && ((start !== undefined && start > span.end) || (end !== undefined && end < span.start));
}

/** A seat that nobody sits on yet is called one. */
function ownerText(owner: string, plan: Plan, language: Language): string {
  const member = plan.members.get(owner);
  const isOpen = member?.hire?.status === 'open' || member?.hire?.status === 'offered';
  return `${member?.name ?? owner}${isOpen ? decomposeText[language].openSeat : ''}`;
}

/** Who has which part of a leaf that changes hands or whose credit is shared. */
function partRows(node: Subgoal, tree: ShownTree, plan: Plan, language: Language, shown: ReadonlySet<string>): readonly Row[] {
  const text = decomposeText[language];
  const { goal, decimals } = tree;
  const hasParent = node.parent === undefined || shown.has(node.parent);
  return node.parts.map(({ owner, span, deadline, target, credit }) => ({
    indent: hasParent ? node.depth + 1 : 1,
    tone: 'muted' as const,
    cells: [
      memberName(plan, owner),
      exactText(fromAmount(target, decimals), goal.metric),
      ...(hasCounts(tree) ? [''] : []),
      node.target ? percentText({ n: BigInt(target), d: BigInt(node.target) }) : '',
      ownerText(owner, plan, language),
      span.start,
      deadline,
      compare(credit, ONE) === 0 ? text.handedOver : text.credit,
    ],
  }));
}
