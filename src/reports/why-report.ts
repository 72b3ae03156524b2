import { derivationOf, heldBeside, stepOf } from '../analyses/index.ts';
import { type Amount, sumAmounts, ZERO } from '../model/amount.ts';
import type { Fact } from '../model/fact.ts';
import type { Place } from '../model/finding.ts';
import { decimalText, type Fraction, fromAmount, gcd, toDecimal } from '../model/fraction.ts';
import type { PlanPath } from '../model/id.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import type { Block, Records, Report } from '../model/report.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';
import { decomposeText } from '../text/decompose-text.ts';
import { exactText, percentText } from '../text/numbers.ts';
import { whyText } from '../text/why-text.ts';
import { memberName, nameOf } from './names.ts';
import { plainPercent } from './over-assigned.ts';
import { weightInputs } from './why-inputs.ts';

export interface WhyInput {
  readonly plan: Plan;
  readonly display: string;
  readonly tree: GoalTree;
  /** A node's id. */
  readonly node: string;
  readonly language: Language;
  /** What history is worked out from, where it was read. */
  readonly facts: readonly Fact[] | undefined;
  placeOf(path: PlanPath): Place;
}

/** The derivation of one number: from the goal down, each split with its rule, its weight among the others', and what rounding placed. */
export function whyReport(input: WhyInput): Report {
  const { plan, display, tree, node, language } = input;
  const text = whyText[language];
  const way = wayTo(tree, node);
  const title = text.title(node);
  const last = way.at(-1);
  const blocks: Block[] = [{ is: 'heading', level: 1, text: title }];
  for (const each of way) blocks.push(...blocksOf(each, input));
  if (last)
    blocks.push({
      is: 'text',
      text: text.owned(memberName(plan, last.owner), text.ownerFrom[last.ownerFrom], last.deadline),
    });
  const steps = way.map((each) => dataOf(each, input));
  return { id: 'why', title, data: { version: 1, plan: display, node, steps }, blocks, records: recordsOf(steps) };
}

/** A row for every step from the goal down. */
function recordsOf(steps: readonly ReturnType<typeof dataOf>[]): Records {
  return {
    columns: ['id', 'target', 'rule', 'shared', 'remainder', 'pinned', 'owner', 'deadline', 'file', 'line'],
    rows: steps.map((step) => [
      step.id,
      step.target,
      step.rule,
      step.shared,
      step.remainder,
      step.pinned,
      step.owner,
      step.deadline,
      step.file,
      step.line,
    ]),
    objects: steps,
  };
}

function wayTo({ nodes }: GoalTree, id: string): readonly Subgoal[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const way: Subgoal[] = [];
  for (let at = byId.get(id); at; at = at.parent === undefined ? undefined : byId.get(at.parent)) way.unshift(at);
  return way;
}

function siblingsOf({ nodes }: GoalTree, node: Subgoal): readonly Subgoal[] {
  return nodes.filter((each) => each.parent === node.parent);
}

function placeOf(node: Subgoal, { tree, placeOf: locate }: WhyInput): Place {
  const step = stepOf(tree, node);
  const pin = node.pinned ? tree.goal.pins.find(({ at }) => [...at].every(([by, key]) => node.path.get(by) === key)) : undefined;
  if (pin) return locate([...pin.path, 'at']);
  return locate(step ? [...step.path, 'by'] : ['goals', tree.goal.id, 'target']);
}

/** Weight of the node and of all its siblings, as percents that add up to 100. */
function weightOf(node: Subgoal, tree: GoalTree): { readonly own: string; readonly share: string } | undefined {
  const { weight } = node.derivedFrom;
  if (!weight) return undefined;
  const weights = siblingsOf(tree, node).flatMap((each) => each.derivedFrom.weight ?? []);
  const total = weights.reduce((sum, each) => ({ n: sum.n * each.d + each.n * sum.d, d: sum.d * each.d }), { n: 0n, d: 1n });
  if (total.n === 0n) return undefined;
  const share = { n: weight.n * total.d, d: weight.d * total.n };
  return { own: toDecimal(weight, 4).replace(/\.?0+$/, ''), share: percentText(share, 4) };
}

function blocksOf(node: Subgoal, input: WhyInput): readonly Block[] {
  const { plan, tree, language } = input;
  const text = whyText[language];
  const [dimension, key] = [...node.path].at(-1) ?? [];
  const name = dimension === undefined || key === undefined ? tree.goal.name : nameOf(plan, dimension, key);
  const amount = node.target === undefined ? '–' : exactText(fromAmount(node.target, tree.decimals), tree.goal.metric);
  const weight = weightOf(node, tree);
  const place = placeOf(node, input);
  const rule = decomposeText[language].rules[node.derivedFrom.rule] ?? node.derivedFrom.rule;
  return [
    { is: 'heading', level: 3, text: `${name}: ${amount}` },
    {
      is: 'facts',
      facts: [
        { label: text.rule, value: rule },
        ...(weight ? [{ label: text.weight, value: text.weightOf(weight.own, weight.share, siblingsOf(tree, node).length) }] : []),
        ...inputsOf(node, input),
        ...hedgeOf(node, input),
        ...arithmeticOf(node, input),
        ...besideOf(node, input),
        ...limitsOf(node, input),
        ...(node.opening === undefined
          ? []
          : [{ label: text.opening, value: exactText(fromAmount(node.opening, tree.decimals), tree.goal.metric) }]),
        ...(node.derivedFrom.remainder === 0
          ? []
          : [{ label: text.remainder, value: decimalText(node.derivedFrom.remainder, tree.decimals) }]),
        { label: text.place, value: `${place.file}:${place.line}:${place.column}` },
      ],
    },
  ];
}

/** Where what the weight rests on stands. */
function placesOf(node: Subgoal, { tree, plan, facts, placeOf: locate }: WhyInput) {
  return weightInputs(node, stepOf(tree, node), tree, plan, facts).map(({ path, files }) => {
    const { file, line, column } = locate(path);
    return { file, line, column, files };
  });
}

function inputsOf(node: Subgoal, input: WhyInput) {
  const places = placesOf(node, input);
  if (places.length === 0) return [];
  const texts = places.map(({ file, line, column, files }) => [`${file}:${line}:${column}`, ...files].join(' '));
  return [{ label: whyText[input.language].weightPlace, value: texts.join('; ') }];
}

/** Why its siblings and it add up to more than what they are parts of. */
function hedgeOf(node: Subgoal, { tree, language }: WhyInput) {
  const step = stepOf(tree, node);
  const parent = tree.nodes.find(({ id }) => id === node.parent);
  if (!step || step.overAssign.n === 0n || parent?.target === undefined) return [];
  const total = sumAmounts(siblingsOf(tree, node).flatMap(({ target }) => target ?? []));
  if (total === parent.target || tree.goal.metric.kind === 'ratio') return [];
  const exact = (quanta: Amount) => exactText(fromAmount(quanta, tree.decimals), tree.goal.metric);
  const text = whyText[language];
  return [{ label: text.hedge, value: text.hedgeOf(exact(parent.target), plainPercent(step.overAssign), exact(total)) }];
}

/** The sum that gives the number, for whoever wants to do it again. */
function arithmeticOf(node: Subgoal, { tree, language }: WhyInput) {
  const derived = derivationOf(node, tree);
  if (!derived) return [];
  const text = whyText[language];
  const exact = (quanta: Amount) => exactText(fromAmount(quanta, tree.decimals), tree.goal.metric);
  const { shared, weight, weights, floor, remainder } = derived;
  const placed = remainder === 0 ? undefined : exact(remainder);
  return [{ label: text.sum, value: text.sumOf(exact(shared), ...weightTexts(weight, weights), exact(floor), placed) }];
}

/** A weight and the sum of weights as decimals where both are exact ones, else as whole numbers in the same proportion. */
function weightTexts(weight: Fraction, weights: Fraction): readonly [string, string] {
  const [own, all] = [decimalText6(weight), decimalText6(weights)];
  if (own !== undefined && all !== undefined) return [own, all];
  const [n, d] = [weight.n * weights.d, weights.n * weight.d];
  const shared = gcd(n, d) || 1n;
  return [String(n / shared), String(d / shared)];
}

function decimalText6({ n, d }: Fraction): string | undefined {
  const text = toDecimal({ n, d }, 6);
  return BigInt(text.replace('.', '')) * d === n * 1_000_000n ? text.replace(/\.?0+$/, '') : undefined;
}

/** Siblings that pins took out of what was shared, with their places. */
function besideOf(node: Subgoal, input: WhyInput) {
  const pinned = node.parent === undefined || node.pinned ? [] : siblingsOf(input.tree, node).filter((each) => each.pinned);
  if (pinned.length === 0) return [];
  const texts = pinned.map((each) => `${namedAmount(each, input)} (${lineOf(placeOf(each, input))})`);
  return [{ label: whyText[input.language].beside, value: texts.join('; ') }];
}

/** Itself and siblings that are no share of the rest because they may not be less, or more. */
function limitsOf(node: Subgoal, input: WhyInput) {
  const held = node.parent === undefined ? [] : heldBeside(node, input.tree);
  if (held.length === 0) return [];
  const texts = held.map(([each, { is, path }]) => `${namedAmount(each, input)} (${is}, ${lineOf(input.placeOf(path))})`);
  return [{ label: whyText[input.language].limits, value: texts.join('; ') }];
}

function namedAmount(node: Subgoal, { tree, plan }: WhyInput): string {
  const [dimension, key] = [...node.path].at(-1) ?? [];
  const name = dimension === undefined || key === undefined ? node.id : nameOf(plan, dimension, key);
  return `${name} ${exactText(fromAmount(node.target ?? ZERO, tree.decimals), tree.goal.metric)}`;
}

function lineOf({ file, line }: Place): string {
  return `${file}:${line}`;
}

function dataOf(node: Subgoal, input: WhyInput) {
  const { tree } = input;
  const { file, line, column } = placeOf(node, input);
  const { rule, weight, remainder } = node.derivedFrom;
  const derived = derivationOf(node, tree);
  return {
    id: node.id,
    target: node.target === undefined ? null : decimalText(node.target, tree.decimals),
    rule,
    weight: weight ? { n: String(weight.n), d: String(weight.d) } : null,
    weightFrom: placesOf(node, input),
    shared: derived ? decimalText(derived.shared, tree.decimals) : null,
    weights: derived ? { n: String(derived.weights.n), d: String(derived.weights.d) } : null,
    siblings: siblingsOf(tree, node).length,
    remainder: decimalText(remainder, tree.decimals),
    pinned: node.pinned,
    owner: node.owner,
    ownerFrom: node.ownerFrom,
    deadline: node.deadline,
    file,
    line,
    column,
  };
}
