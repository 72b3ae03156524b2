import type { Day } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import { addTo, type Fraction, fromAmount, NOUGHT, ONE, over, plus, sum, times } from '../model/fraction.ts';
import type { Plan } from '../model/plan.ts';
import { holds } from '../model/span.ts';
import { DIMENSIONS, type Dimension, isTimeDimension } from '../model/step.ts';
import type { Subgoal } from '../model/subgoal.ts';
import type { Expectation } from './expected.ts';
import { expectedOf, heldOf, isHandedDown } from './held.ts';
import { byDay, lastDimension, type PlacedTree } from './placed-facts.ts';
import { roundToSum } from './round-to-sum.ts';
import { type OuterSplit, rounderWithin } from './round-within.ts';

/** What one key of a dimension has to do with a goal's variance. The contributions of a dimension add up to the goal's own figures. */
export interface Contribution {
  readonly dimension: Dimension;
  /** Null: rows that lie under no key of the dimension. */
  readonly key: string | null;
  /** Null where the tree is not split by the dimension. */
  readonly target: Fraction | null;
  readonly expected: Fraction | null;
  readonly actual: Fraction;
  readonly variance: Fraction | null;
}

interface Share {
  target: Fraction;
  expected: Fraction;
}

/** Contributions to a flow goal by every dimension at hand: those of its tree, then those that the facts have. Exact to the quantum. */
export function contributionsTo(placed: PlacedTree, expectation: Expectation, plan: Plan, asOf: Day): readonly Contribution[] {
  if (placed.tree.goal.metric.kind !== 'flow') return [];
  const inTree = DIMENSIONS.filter(
    (dimension) => dimension !== 'stage' && placed.tree.nodes.some((node) => lastDimension(node) === dimension),
  );
  const inFacts = (['segment', 'product', 'channel', 'owner'] as const).filter(
    (dimension) => !inTree.includes(dimension) && hasKeys(placed, dimension),
  );
  return [...splitsByTree(inTree, { placed, expectation, plan, asOf }), ...inFacts.flatMap((dimension) => splitByFacts(dimension, placed))];
}

/** Of a time dimension within another (months within quarters), the parts add up to what is shown of the larger one. */
function splitsByTree(dimensions: readonly Dimension[], rest: Omit<Splitting, 'dimension' | 'outer'>): readonly Contribution[] {
  const splits: Contribution[] = [];
  let outer: Splitting['outer'];
  for (const dimension of dimensions) {
    const own = splitByTree({ ...rest, dimension, outer: isTimeDimension(dimension) ? outer : undefined });
    splits.push(...own);
    if (isTimeDimension(dimension)) outer = { dimension, contributions: own };
  }
  return splits;
}

function hasKeys(placed: PlacedTree, dimension: Dimension): boolean {
  const keyOf = keyFinder(dimension, placed);
  const canShare = dimension === 'owner';
  return placed
    .factsOf(placed.root)
    .some((fact) =>
      canShare && !fact.ownerBound ? placed.creditsOf(fact).some(({ owner }) => owner !== undefined) : keyOf(fact) !== undefined,
    );
}

/** The key that a fact counts under; people may share one that does not say whose it is. */
function keyFinder(dimension: Dimension, placed: PlacedTree): (fact: Fact) => string | undefined {
  switch (dimension) {
    case 'segment':
      return ({ segment }) => segment;
    case 'product':
      return ({ product }) => product;
    case 'channel':
      return ({ channel }) => channel;
    case 'owner':
      return ({ owner }) => owner;
    default:
      return isTimeDimension(dimension) ? bucketFinder(dimension, placed) : () => undefined;
  }
}

/** What a split by a dimension looks at. */
interface Splitting {
  readonly dimension: Dimension;
  readonly placed: PlacedTree;
  readonly expectation: Expectation;
  readonly plan: Plan;
  readonly asOf: Day;
  /** The next larger time dimension, already split. */
  readonly outer: OuterSplit | undefined;
}

function splitByTree(splitting: Splitting): readonly Contribution[] {
  const { dimension, placed } = splitting;
  const shares = new Map<string, Share>();
  spread(placed.root, ONE, splitting, shares);
  const actuals = actualsBy(dimension, placed, shares);
  for (const key of actuals.keys()) if (key !== null && !shares.has(key)) shares.set(key, { target: NOUGHT, expected: NOUGHT });
  const keys: (string | null)[] = [...shares.keys(), ...(actuals.has(null) ? [null] : [])];
  const round = rounderWithin(keys, dimension, placed, splitting.outer);
  const targets = round((key) => shares.get(key ?? '')?.target, 'target');
  const expecteds = round((key) => shares.get(key ?? '')?.expected, 'expected');
  const values = round((key) => actuals.get(key), 'actual');
  return keys.map((key, index) => {
    const [target, expected, actual] = [targets[index] ?? NOUGHT, expecteds[index] ?? NOUGHT, values[index] ?? NOUGHT];
    return { dimension, key, target, expected, actual, variance: plus(actual, { n: -expected.n, d: expected.d }) };
  });
}

/** What the nodes of a dimension have of the goal's own target and expectation, hedges taken out in proportion. */
function spread(node: Subgoal, factor: Fraction, splitting: Splitting, shares: Map<string, Share>): void {
  const { dimension, placed, expectation } = splitting;
  const { decimals } = placed.tree;
  const children = placed.childrenOf.get(node.id) ?? [];
  const targetOf = (each: Subgoal) => (each.target === undefined ? NOUGHT : fromAmount(each.target, decimals));
  const next = times(factor, over(targetOf(node), sum(children.map(targetOf))) ?? ONE);
  for (const child of children) {
    const isThere = dimension === 'owner' ? isHandedDown(child, placed) : lastDimension(child) === dimension;
    if (!isThere) spread(child, next, splitting, shares);
    else if (dimension === 'owner') addHeld(child, next, splitting, shares);
    else add(child.path.get(dimension) ?? '', times(targetOf(child), next), times(expectation.of(child) ?? NOUGHT, next), shares);
  }
}

/** People have what they hold, not what stands under their name: a part may have gone to somebody else. */
function addHeld(leaf: Subgoal, factor: Fraction, { placed, expectation, plan, asOf }: Splitting, shares: Map<string, Share>): void {
  const { decimals } = placed.tree;
  for (const held of heldOf(leaf, plan, asOf)) {
    const target = held.target === undefined ? NOUGHT : fromAmount(held.target, decimals);
    add(held.owner, times(target, factor), times(expectedOf(held, expectation, decimals), factor), shares);
  }
}

function add(key: string, target: Fraction, expected: Fraction, shares: Map<string, Share>): void {
  const before = shares.get(key) ?? { target: NOUGHT, expected: NOUGHT };
  shares.set(key, { target: plus(before.target, target), expected: plus(before.expected, expected) });
}

function actualsBy(dimension: Dimension, placed: PlacedTree, shares: ReadonlyMap<string, Share>): Map<string | null, Fraction> {
  const totals: Map<string | null, Fraction> = new Map();
  const keyOf = keyFinder(dimension, placed);
  const canShare = dimension === 'owner';
  for (const fact of placed.factsOf(placed.root)) {
    if (!canShare || fact.ownerBound) addTo(totals, keyOf(fact) ?? null, fact.value);
    else for (const { owner = null, share } of placed.creditsOf(fact)) addTo(totals, owner, times(fact.value, share));
  }
  for (const key of shares.keys()) if (!totals.has(key)) totals.set(key, NOUGHT);
  return totals;
}

function bucketFinder(dimension: Dimension, { tree }: PlacedTree): (fact: Fact) => string | undefined {
  const spans = new Map(
    tree.nodes.flatMap((node) => (lastDimension(node) === dimension ? [[node.path.get(dimension) ?? '', node.span] as const] : [])),
  );
  return byDay((day) => [...spans].find(([, span]) => holds(span, day))?.[0]);
}

function splitByFacts(dimension: Dimension, placed: PlacedTree): readonly Contribution[] {
  const actuals = actualsBy(dimension, placed, new Map());
  const keys = [...actuals.keys()].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  const values = roundToSum(
    keys.map((key) => actuals.get(key) ?? NOUGHT),
    placed.tree.decimals,
  );
  return keys.map((key, index) => ({ dimension, key, target: null, expected: null, actual: values[index] ?? NOUGHT, variance: null }));
}
