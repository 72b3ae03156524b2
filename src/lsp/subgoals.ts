import type { Amount } from '../model/amount.ts';
import { type Fraction, fromAmount, minus, sum } from '../model/fraction.ts';
import type { Id, PlanPath } from '../model/id.ts';
import type { Language } from '../model/language.ts';
import type { Metric } from '../model/metric.ts';
import type { Dimension } from '../model/step.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';
import { decomposeText } from '../text/decompose-text.ts';
import { lspText } from '../text/lsp-text.ts';
import { exactText, percentText, shortText, signed } from '../text/numbers.ts';
import { reportText } from '../text/report-text.ts';
import { type Fact, type Known, listed } from './facts.ts';

/** An amount to the last digit, and as people say it where that is shorter. */
export function amountText(value: Fraction, metric: Metric, language: Language): string {
  const [exact, short] = [exactText(value, metric), shortText(value, metric, language)];
  return exact.replace(/\.0+$/, '') === short ? short : `${exact} (${short})`;
}

/** The subgoals of a goal that a step makes for one key: one under each parent. */
export function subgoalsOfStep(tree: GoalTree, step: number, key: string | undefined): readonly Subgoal[] {
  const levels = tree.goal.decompose.flatMap(({ by }, index) => by.map(() => index));
  return tree.nodes.filter((node) => {
    const isOfStep = node.depth > 0 && levels[node.depth - 1] === step;
    return isOfStep && (key === undefined || lastKey(node) === key);
  });
}

/** The subgoals of a goal that are about a segment, product …: those that it was split into last. */
export function subgoalsAbout(tree: GoalTree, dimension: Dimension, key: Id): readonly Subgoal[] {
  return tree.nodes.filter((node) => {
    const [last] = [...node.path].slice(-1);
    return last?.[0] === dimension && last[1] === key;
  });
}

export function lastKey(node: Subgoal): string | undefined {
  return [...node.path.values()].at(-1);
}

/** A goal and step that a path leads into: `goals/revenue/decompose/0/…`. */
export function stepAt(path: PlanPath): { readonly goal: Id; readonly step: number } | undefined {
  const [section, goal, key, step] = path;
  return section === 'goals' && typeof goal === 'string' && key === 'decompose' && typeof step === 'number' ? { goal, step } : undefined;
}

/** What there is to say of one subgoal, or of several together. */
export function factsOf(nodes: readonly Subgoal[], tree: GoalTree, known: Known): readonly Fact[] {
  const [only, second] = nodes;
  if (only && !second) return factsOfOne(only, tree, known);
  const { language, plan } = known;
  const owners = [...new Set(nodes.map(({ owner }) => plan.members.get(owner)?.name ?? owner))];
  const last = nodes
    .map(({ deadline }) => deadline)
    .toSorted()
    .at(-1);
  const total = totalOf(nodes, tree);
  const { metric } = tree.goal;
  return [
    ['subgoals', String(nodes.length)],
    ['target', total && `${amountText(total, metric, language)}${language === 'zh' ? '，' : ', '}${lspText[language].sumOf(nodes.length)}`],
    ['owner', listed(owners, language)],
    ['deadline', last],
  ];
}

/** The sum of subgoals beside each other; levels do not add up. */
export function totalOf(nodes: readonly Subgoal[], { goal, decimals }: GoalTree): Fraction | undefined {
  if (goal.metric.kind !== 'flow') return undefined;
  const targets = nodes.flatMap(({ target }) => (target === undefined ? [] : [fromAmount(target, decimals)]));
  return targets.length === 0 ? undefined : sum(targets);
}

function factsOfOne(node: Subgoal, tree: GoalTree, known: Known): readonly Fact[] {
  const { plan, language } = known;
  const { rule } = node.derivedFrom;
  return [
    ['target', valueText(node.target, tree, language)],
    ['share', node.share && percentText(node.share)],
    ['from', node.parent === undefined ? undefined : decomposeText[language].rules[rule]],
    ['owner', listed([plan.members.get(node.owner)?.name ?? node.owner], language)],
    ['time', `${node.start}..${node.span.end}`],
    ['deadline', node.deadline],
    ...standingOf(node, tree, known),
  ];
}

/** Where a subgoal stands today; nothing where the data were not read. */
export function standingOf(node: Subgoal, { goal }: GoalTree, { progress, language }: Known): readonly Fact[] {
  const own = progress?.goals.find((each) => each.goal.id === goal.id);
  const placed = own?.tree.nodes.find(({ id }) => id === node.id);
  const position = placed && own?.positionOf(placed);
  if (!position) return [];
  const { actual, attainment, expected, status } = position;
  const share = attainment ? `${language === 'zh' ? '，' : ', '}${lspText[language].attained(percentText(attainment))}` : '';
  return [
    ['actual', actual && `${amountText(actual, goal.metric, language)}${share}`],
    ['expected', expected && shortText(expected, goal.metric, language)],
    ['status', reportText[language].statuses[status]],
  ];
}

export function valueText(target: Amount | undefined, { goal, decimals }: GoalTree, language: Language): string | undefined {
  return target === undefined ? undefined : amountText(fromAmount(target, decimals), goal.metric, language);
}

/** The sum of what a goal was split into first, against its target. */
export function sumBelow(tree: GoalTree, language: Language): string | undefined {
  const first = tree.nodes.filter(({ depth }) => depth === 1);
  const isFunnel = first.some(({ path }) => path.has('stage'));
  const total = isFunnel ? undefined : totalOf(first, tree);
  const target = tree.nodes[0]?.target;
  if (!total || target === undefined) return undefined;
  const text = lspText[language];
  const difference = minus(total, fromAmount(target, tree.decimals));
  const judged = difference.n === 0n ? text.addsUp : text.differs(signed(exactText(difference, tree.goal.metric), language));
  return [amountText(total, tree.goal.metric, language), text.sumOf(first.length), judged].join(language === 'zh' ? '，' : ', ');
}
