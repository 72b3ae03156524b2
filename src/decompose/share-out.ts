import { type Amount, amount, subtractAmounts, sumAmounts, ZERO } from '../model/amount.ts';
import { compare, type Fraction, fromAmount, isNought, minus, NOUGHT, plus, sum } from '../model/fraction.ts';
import { type Dimension, EVERY_CHILD, type Step } from '../model/plan.ts';
import { type Bounds, shareWithin } from './bounds.ts';
import { type Child, childId, type Parent } from './node.ts';
import { decimalOf, keyAt, moneyArgs, sharesAt } from './problems.ts';
import type { Setting } from './setting.ts';
import { placedBy, splitAmount, type Weights, weigh } from './split.ts';
import type { Weighing } from './weights.ts';

/** What one child gets of a total. */
export interface Portion {
  readonly amount: Amount;
  readonly isPinned: boolean;
  readonly weight: Fraction | undefined;
  /** Quanta that rounding placed here. */
  readonly remainder: Amount;
}

/** The question that every split answers: how a node's total is shared out. */
export interface Sharing {
  readonly step: Step;
  readonly dimension: Dimension;
  readonly parent: Parent;
  readonly children: readonly Child[];
  readonly total: Amount;
  readonly setting: Setting;
}

/**
 * Shares a total out exactly: pinned children get what their pin says, the others what is left by their weights, within
 * their bounds. Undefined where that can't be; a problem says by how much.
 * Reports: sum/pins-exceed-target, sum/min-max-conflict, sum/tree-does-not-add-up.
 */
export function shareOut(sharing: Sharing, weighing: Weighing): readonly Portion[] | undefined {
  const { children, parent, total, setting, step } = sharing;
  const plain = plainSplit(sharing, weighing);
  if (plain) return children.map((_, index) => portionOf(plain, weighing, index, total));
  const pins = children.map((child) => setting.pinned.get(childId(parent, child.key)));
  const pinnedTotal = sumAmounts(pins.filter((pin) => pin !== undefined));
  const free = children.map((_, index) => index).filter((index) => pins[index] === undefined);
  const left = subtractAmounts(total, pinnedTotal);
  const weights = free.map((index) => weighing.weights[index] ?? NOUGHT);
  if (left < 0 && total >= 0) return tellOverPinned(sharing, pins, pinnedTotal);
  if (left !== 0 && isNought(sum(weights))) return tellNoneFree(sharing, pinnedTotal);
  const bounds = boundsOf(sharing, free);
  if (bounds && !canHold(sharing, free, bounds, left, pinnedTotal)) return undefined;
  const exact = bounds ? shareWithin(asFraction(left), weights, bounds) : weights;
  const shares = isNought(sum(exact)) ? free.map(() => ({ n: 1n, d: 1n })) : exact;
  const whole = weigh(shares);
  const parts = left === 0 ? free.map(() => ZERO) : splitAmount(left, whole, quantumOf(step, setting, bounds));
  return children.map((_, index) => {
    const pin = pins[index];
    if (pin !== undefined) return { amount: pin, isPinned: true, weight: undefined, remainder: ZERO };
    const at = free.indexOf(index);
    const part = parts[at] ?? ZERO;
    return {
      amount: part,
      isPinned: false,
      weight: weighing.weights[index],
      remainder: left === 0 ? ZERO : placedBy(left, whole, at, part),
    };
  });
}

/** The usual case, parts only: nothing is pinned, nothing is bounded. Undefined where that is not so. */
export function plainSplit({ total, step, setting }: Sharing, { weights }: Weighing): PlainSplit | undefined {
  if (setting.pinned.size > 0 || step.min.size > 0 || step.max.size > 0) return undefined;
  const whole = weighOnce(weights);
  if (whole.total === 0) return undefined;
  let parts: readonly Amount[] | undefined;
  const split = () => {
    parts ??= splitAmount(total, whole, quantumOf(step, setting, undefined));
    return parts;
  };
  return { whole, parts: split };
}

export interface PlainSplit {
  readonly whole: Weights;
  parts(): readonly Amount[];
}

export function portionOf({ whole, parts }: PlainSplit, { weights }: Weighing, index: number, total: Amount): Portion {
  const part = parts()[index] ?? ZERO;
  return { amount: part, isPinned: false, weight: weights[index], remainder: placedBy(total, whole, index, part) };
}

const WEIGHED = new WeakMap<readonly Fraction[], Weights>();

function weighOnce(weights: readonly Fraction[]): Weights {
  const found = WEIGHED.get(weights);
  if (found) return found;
  const weighed = weigh(weights);
  WEIGHED.set(weights, weighed);
  return weighed;
}

/** `round` in quanta; bounds are kept to the quantum, so it does not go with them. */
function quantumOf({ round }: Step, { goal }: Setting, bounds: Bounds | undefined): number | bigint {
  if (!round || bounds) return 1;
  const quanta = (round.n * 10n ** BigInt(goal.metric.decimals)) / round.d;
  if (quanta <= 0n) return 1;
  return quanta <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(quanta) : quanta;
}

function asFraction(quanta: Amount): Fraction {
  return { n: BigInt(quanta), d: 1n };
}

function boundsOf({ step, children, setting }: Sharing, free: readonly number[]): Bounds | undefined {
  if (step.min.size === 0 && step.max.size === 0) return undefined;
  const scale = 10n ** BigInt(setting.goal.metric.decimals);
  const inQuanta = (bound: Fraction | undefined) => bound && { n: bound.n * scale, d: bound.d };
  const at = (bounds: Step['min']) => free.map((index) => inQuanta(bounds.get(children[index]?.key ?? '') ?? bounds.get(EVERY_CHILD)));
  return { min: at(step.min), max: at(step.max) };
}

function canHold(sharing: Sharing, free: readonly number[], { min, max }: Bounds, left: Amount, pinned: Amount): boolean {
  const crossed = free.find((_, at) => isAbove(min[at], max[at]));
  if (crossed !== undefined) return tellCrossed(sharing, crossed);
  const least = sum(min.map((bound) => bound ?? NOUGHT));
  if (compare(least, asFraction(left)) > 0) return tellBounds(sharing, 'min', least, left, pinned, free);
  const isCapped = free.length > 0 && max.every((bound) => bound !== undefined);
  const most = sum(max.map((bound) => bound ?? NOUGHT));
  return isCapped && compare(most, asFraction(left)) < 0 ? tellBounds(sharing, 'max', most, left, pinned, free) : true;
}

function isAbove(min: Fraction | undefined, max: Fraction | undefined): boolean {
  return min !== undefined && max !== undefined && compare(min, max) > 0;
}

function tellCrossed({ step, children, setting, parent }: Sharing, index: number): false {
  const child = children[index]?.key ?? '';
  const bound = (bounds: Step['min']) => decimalOf(bounds.get(child) ?? bounds.get(EVERY_CHILD) ?? NOUGHT);
  const args = {
    is: 'crossed',
    child,
    min: bound(step.min),
    max: bound(step.max),
    goal: setting.goal.id,
    node: parent.id,
    ...moneyArgs(setting),
  };
  setting.tell({ rule: 'sum/min-max-conflict', spot: keyAt(step.path, 'min'), args });
  return false;
}

function tellBounds(
  { step, children, setting, parent, total, dimension }: Sharing,
  is: 'min' | 'max',
  bound: Fraction,
  left: Amount,
  pinned: Amount,
  free: readonly number[],
): false {
  const units = (quanta: Fraction) => decimalOf({ n: quanta.n, d: quanta.d * 10n ** BigInt(setting.goal.metric.decimals) });
  const off = is === 'min' ? minus(bound, asFraction(left)) : minus(asFraction(left), bound);
  const args = {
    is,
    target: units(asFraction(total)),
    pinned: pinned === 0 ? undefined : units(asFraction(pinned)),
    available: units(asFraction(left)),
    [is === 'min' ? 'minTotal' : 'maxTotal']: units(bound),
    missing: units(off),
    children: free.map((index) => children[index]?.key ?? ''),
    node: parent.id,
    goal: setting.goal.id,
    by: dimension,
    ...moneyArgs(setting),
  };
  setting.tell({ rule: 'sum/min-max-conflict', spot: keyAt(step.path, is), args });
  return false;
}

function tellOverPinned(
  { children, parent, total, setting, dimension }: Sharing,
  pins: readonly (Amount | undefined)[],
  pinned: Amount,
): undefined {
  const { decimals } = setting.goal.metric;
  const units = (quanta: Amount) => decimalOf(fromAmount(quanta, decimals));
  setting.tell({
    rule: 'sum/pins-exceed-target',
    spot: keyAt(['goals', setting.goal.id], 'pins'),
    args: {
      pinned: units(pinned),
      target: units(total),
      over: units(subtractAmounts(pinned, total)),
      node: parent.id,
      pins: children.filter((_, index) => pins[index] !== undefined).map((child) => childId(parent, child.key)),
      goal: setting.goal.id,
      by: dimension,
      ...moneyArgs(setting),
    },
    related: setting.goal.pins.map((pin) => ({ where: { in: 'plan', path: pin.path, at: 'value' }, says: 'pin' })),
  });
  return undefined;
}

/** Everything is pinned (or weighs nothing), and the pins do not make up the total. */
function tellNoneFree({ parent, total, setting, step }: Sharing, pinned: Amount): undefined {
  const units = (quanta: Amount) => decimalOf(fromAmount(quanta, setting.goal.metric.decimals));
  const hasPins = pinned !== 0 || setting.pinned.size > 0;
  const args = {
    is: 'pins',
    total: units(pinned),
    target: units(total),
    difference: units(subtractAmounts(pinned, total)),
    node: parent.id,
    goal: setting.goal.id,
    ...moneyArgs(setting),
  };
  setting.tell({ rule: 'sum/tree-does-not-add-up', spot: hasPins ? keyAt(['goals', setting.goal.id], 'pins') : sharesAt(step), args });
  return undefined;
}

/** Total of a node's children: its target and the hedge on top, rounded half up. `100.00` with 5 % is `105.00`. */
export function overAssigned(target: Amount, { overAssign }: Step): Amount {
  if (overAssign.n === 0n) return target;
  const factor = plus({ n: 1n, d: 1n }, overAssign);
  const exact: Fraction = { n: BigInt(target) * factor.n, d: factor.d };
  const half = exact.n < 0n ? -exact.d : exact.d;
  return amount((2n * exact.n + half) / (2n * exact.d));
}
