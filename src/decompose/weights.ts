import type { Amount } from '../model/amount.ts';
import { type Fraction, fromAmount, isNought, minus, NOUGHT, ONE, over, sum } from '../model/fraction.ts';
import { nearName } from '../model/near-name.ts';
import { daysIn } from '../model/span.ts';
import { type Dimension, isTimeDimension, type Part, REST, type Step } from '../model/step.ts';
import { capacityOverTime, capacityWeights } from './capacity-weights.ts';
import { type History, historyOfBuckets, historyOfPlaces } from './history.ts';
import type { Child, Parent } from './node.ts';
import { decimalOf, missing, moneyArgs, sharesAt } from './problems.ts';
import type { Setting } from './setting.ts';

/** What each child weighs, and the rule that says so. */
export interface Weighing {
  readonly rule: string;
  readonly weights: readonly Fraction[];
  /** Some children's numbers are given as amounts: the weights hold for this total only. */
  readonly isForTotal: boolean;
}

/**
 * What the children of a node weigh under a step. `total` is what they share, in quanta.
 * Undefined when it can't be told (a problem says why, or the data for it were not read).
 */
export function weightsOf(
  step: Step,
  dimension: Dimension,
  parent: Parent,
  children: readonly Child[],
  total: Amount,
  setting: Setting,
): Weighing | undefined {
  const { shares } = step;
  const plain = (rule: string, weights: readonly Fraction[]): Weighing => ({ rule, weights, isForTotal: false });
  switch (shares.is) {
    case 'even':
      if (!isTimeDimension(dimension))
        return plain(
          'even',
          children.map(() => ONE),
        );
      return plain(
        'calendar-days',
        remembered(setting, step, children, () => children.map((child) => whole(daysIn(child.span)))),
      );
    case 'working-days':
      return plain(
        'working-days',
        remembered(setting, step, children, () => workingDayWeights(children, setting)),
      );
    case 'history':
      return historyWeights(step, dimension, parent, children, setting);
    case 'capacity':
      return isTimeDimension(dimension)
        ? capacityOverTime(step, parent, children, total, setting)
        : capacityWeights(step, parent, children, setting);
    case 'potential':
      return potentialWeights(step, parent, children, setting);
    case 'list':
    case 'map': {
      const parts = partsOf(step, dimension, parent, children, setting);
      return parts && weighParts(parts, step, dimension, parent, children, total, setting);
    }
    case 'table':
      return undefined;
  }
}

/** Weights by days are those of every node with the same buckets. */
function remembered(setting: Setting, step: Step, children: readonly Child[], make: () => readonly Fraction[]): readonly Fraction[] {
  const found = setting.weights.get(step)?.get(children);
  if (found) return found;
  const weights = make();
  const ofStep = setting.weights.get(step) ?? new WeakMap<readonly Child[], readonly Fraction[]>();
  setting.weights.set(step, ofStep.set(children, weights));
  return weights;
}

function whole(count: number): Fraction {
  return { n: BigInt(count), d: 1n };
}

/** Where no bucket has a working day, calendar days stand in. */
function workingDayWeights(children: readonly Child[], setting: Setting): readonly Fraction[] {
  const weights = children.map((child) => whole(setting.workingDays(child.span)));
  return isNought(sum(weights)) ? children.map((child) => whole(daysIn(child.span))) : weights;
}

function historyWeights(
  step: Step,
  dimension: Dimension,
  parent: Parent,
  children: readonly Child[],
  setting: Setting,
): Weighing | undefined {
  if (!setting.facts) return undefined;
  const history: History = isTimeDimension(dimension)
    ? historyOfBuckets(step, dimension, parent, children, setting.facts, setting)
    : historyOfPlaces(dimension, parent, children, setting.facts, setting);
  if (history.missing.length > 0) {
    const period = `${history.period.start}..${history.period.end}`;
    setting.tell(missing(step, parent, setting, 'history', { missing: history.missing, period, by: dimension }));
    return undefined;
  }
  return { rule: 'history', weights: history.weights, isForTotal: false };
}

function potentialWeights(step: Step, parent: Parent, children: readonly Child[], setting: Setting): Weighing | undefined {
  const potentials = children.map(({ key }) => setting.plan.segments.get(key)?.potential);
  const without = children.filter((_, index) => potentials[index] === undefined).map((child) => child.key);
  const weights = potentials.map((potential) => potential ?? NOUGHT);
  if (without.length === 0 && !isNought(sum(weights))) return { rule: 'potential', weights, isForTotal: false };
  setting.tell(missing(step, parent, setting, 'potential', { missing: without.length > 0 ? without : children.map((child) => child.key) }));
  return undefined;
}

/** One part for each child; undefined and a problem when they do not fit together. */
function partsOf(
  step: Step,
  dimension: Dimension,
  parent: Parent,
  children: readonly Child[],
  setting: Setting,
): readonly Part[] | undefined {
  const { shares } = step;
  if (shares.is === 'list') {
    if (shares.parts.length === children.length) return shares.parts;
    const args = {
      is: 'count',
      parts: String(shares.parts.length),
      children: String(children.length),
      names: children.map((child) => child.key),
      by: dimension,
      goal: setting.goal.id,
      node: parent.id,
    };
    setting.tell({ rule: 'sum/shares-not-100', spot: sharesAt(step), args });
    return undefined;
  }
  if (shares.is !== 'map') return undefined;
  const known = new Set(children.map((child) => child.key));
  const strange = [...shares.parts.keys()].filter((key) => key !== REST && !known.has(key));
  if (strange.length > 0 && isTimeDimension(dimension)) {
    const isNoneRight = strange.length === shares.parts.size;
    tellBuckets(isNoneRight ? strange.slice(0, 1) : strange, step, dimension, children, setting);
    return undefined;
  }
  const others = shares.parts.get(REST);
  return children.map(({ key }) => shares.parts.get(key) ?? (others ? { is: 'rest' } : { is: 'share', share: NOUGHT }));
}

function tellBuckets(strange: readonly string[], step: Step, dimension: Dimension, children: readonly Child[], setting: Setting): void {
  for (const id of strange) {
    const known = children.map((child) => child.key);
    setting.tell({
      rule: 'ref/unknown-id',
      spot: { in: 'plan', path: [...step.path, 'shares', id], at: 'key' },
      args: { id, kind: 'bucket', by: dimension, known, nearest: nearName(id, known), goal: setting.goal.id },
    });
  }
}

/** Shares and amounts as parts of one whole. Several rests can only come of a `rest:` key: they share evenly. */
function weighParts(
  parts: readonly Part[],
  step: Step,
  dimension: Dimension,
  parent: Parent,
  children: readonly Child[],
  total: Amount,
  setting: Setting,
): Weighing | undefined {
  const units = fromAmount(total, setting.goal.metric.decimals);
  const hasAmount = parts.some((part) => part.is === 'amount');
  const shares = parts.map((part) =>
    part.is === 'share' ? part.share : part.is === 'amount' ? (over(part.value, units) ?? part.value) : NOUGHT,
  );
  const given = sum(shares);
  const rests = parts.filter((part) => part.is === 'rest').length;
  const left = minus(ONE, given);
  const isShort = rests === 0 && left.n > 0n;
  if (left.n < 0n || isShort || shares.some((share) => share.n < 0n)) {
    tellParts(parts, shares, step, dimension, parent, children, total, setting);
    return undefined;
  }
  const each: Fraction = rests === 0 ? NOUGHT : { n: left.n, d: left.d * BigInt(rests) };
  const weights = parts.map((part, index) => (part.is === 'rest' ? each : (shares[index] ?? NOUGHT)));
  return { rule: step.shares.is, weights, isForTotal: hasAmount };
}

function tellParts(
  parts: readonly Part[],
  shares: readonly Fraction[],
  step: Step,
  dimension: Dimension,
  parent: Parent,
  children: readonly Child[],
  total: Amount,
  setting: Setting,
): void {
  const at = { by: dimension, goal: setting.goal.id, node: parent.id, children: children.map((child) => child.key) };
  const negative = children.find((_, index) => (shares[index] ?? NOUGHT).n < 0n);
  if (negative) {
    setting.tell({ rule: 'sum/shares-not-100', spot: sharesAt(step), args: { is: 'negative', child: negative.key, ...at } });
    return;
  }
  const given = sum(shares);
  if (parts.some((part) => part.is === 'amount')) {
    const target = fromAmount(total, setting.goal.metric.decimals);
    const amounts = sum(
      parts.map((part, index) =>
        part.is === 'amount' ? part.value : { n: (shares[index] ?? NOUGHT).n * target.n, d: (shares[index] ?? NOUGHT).d * target.d },
      ),
    );
    const args = {
      is: 'amounts',
      total: decimalOf(amounts),
      target: decimalOf(target),
      difference: decimalOf(minus(amounts, target)),
      ...at,
      ...moneyArgs(setting),
    };
    setting.tell({ rule: 'sum/tree-does-not-add-up', spot: sharesAt(step), args });
    return;
  }
  const points = decimalOf({ n: given.n * 100n, d: given.d });
  const off = minus(given, ONE);
  const missingPoints = off.n < 0n ? decimalOf({ n: -off.n * 100n, d: off.d }) : undefined;
  const overPoints = off.n > 0n ? decimalOf({ n: off.n * 100n, d: off.d }) : undefined;
  setting.tell({
    rule: 'sum/shares-not-100',
    spot: sharesAt(step),
    args: { is: 'total', total: points, missing: missingPoints, over: overPoints, ...at },
  });
}
