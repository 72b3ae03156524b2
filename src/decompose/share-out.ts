import { type Amount, amount, subtractAmounts, sumAmounts, ZERO } from '../model/amount.ts';
import { type Fraction, isNought, NOUGHT, ONE, plus, powerOfTen, sum } from '../model/fraction.ts';
import { type Dimension, EVERY_CHILD, type Step } from '../model/step.ts';
import { type Bounds, roundingOf, shareWithin } from './bounds.ts';
import { canHold, tellNoneFree, tellOverPinned } from './conflicts.ts';
import { type Child, childId, type Parent } from './node.ts';
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
  /** Quanta beyond a multiple of the step's `round`. */
  readonly odd: Amount;
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
  if (left !== 0 && isNought(sum(weights))) return tellNoneFree(sharing, pins, pinnedTotal);
  const bounds = boundsOf(sharing, free);
  if (bounds && !canHold(sharing, free, bounds, left, pins)) return undefined;
  const { quantum, within } = roundingOf(quantumOf(step, setting), left, bounds);
  const exact = within ? shareWithin(asFraction(left), weights, within) : weights;
  const shares = isNought(sum(exact)) ? free.map(() => ONE) : exact;
  const whole = weigh(shares);
  const parts = left === 0 ? free.map(() => ZERO) : splitAmount(left, whole, quantum);
  return children.map((_, index) => {
    const pin = pins[index];
    if (pin !== undefined) return { amount: pin, isPinned: true, weight: undefined, remainder: ZERO, odd: ZERO };
    const at = free.indexOf(index);
    const part = parts[at] ?? ZERO;
    const remainder = left === 0 ? ZERO : placedBy(left, whole, at, part);
    return { amount: part, isPinned: false, weight: weighing.weights[index], remainder, odd: oddOf(part, quantum) };
  });
}

/** The usual case, parts only: nothing is pinned, nothing is bounded. Undefined where that is not so. */
export function plainSplit({ total, step, setting }: Sharing, { weights }: Weighing): PlainSplit | undefined {
  if (setting.pinned.size > 0 || step.min.size > 0 || step.max.size > 0) return undefined;
  const whole = weighOnce(weights);
  if (whole.total === 0) return undefined;
  const quantum = quantumOf(step, setting);
  let parts: readonly Amount[] | undefined;
  const split = () => {
    parts ??= splitAmount(total, whole, quantum);
    return parts;
  };
  return { whole, quantum, parts: split };
}

export interface PlainSplit {
  readonly whole: Weights;
  /** What the parts are multiples of, but for one. */
  readonly quantum: number | bigint;
  parts(): readonly Amount[];
}

export function portionOf({ whole, quantum, parts }: PlainSplit, { weights }: Weighing, index: number, total: Amount): Portion {
  const part = parts()[index] ?? ZERO;
  const remainder = placedBy(total, whole, index, part);
  return { amount: part, isPinned: false, weight: weights[index], remainder, odd: oddOf(part, quantum) };
}

const WEIGHED = new WeakMap<readonly Fraction[], Weights>();

function weighOnce(weights: readonly Fraction[]): Weights {
  const found = WEIGHED.get(weights);
  if (found) return found;
  const weighed = weigh(weights);
  WEIGHED.set(weights, weighed);
  return weighed;
}

/** `round` in quanta; 1 without. */
function quantumOf({ round }: Step, { goal }: Setting): number | bigint {
  if (!round) return 1;
  const quanta = (round.n * powerOfTen(goal.metric.decimals)) / round.d;
  if (quanta <= 0n) return 1;
  return quanta <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(quanta) : quanta;
}

function oddOf(part: Amount, quantum: number | bigint): Amount {
  return quantum === 1 ? ZERO : amount(BigInt(part) % BigInt(quantum));
}

function asFraction(quanta: Amount): Fraction {
  return { n: BigInt(quanta), d: 1n };
}

function boundsOf({ step, children, setting }: Sharing, free: readonly number[]): Bounds | undefined {
  if (step.min.size === 0 && step.max.size === 0) return undefined;
  const scale = powerOfTen(setting.goal.metric.decimals);
  const inQuanta = (bound: Fraction | undefined) => bound && { n: bound.n * scale, d: bound.d };
  const at = (bounds: Step['min']) => free.map((index) => inQuanta(bounds.get(children[index]?.key ?? '') ?? bounds.get(EVERY_CHILD)));
  return { min: at(step.min), max: at(step.max) };
}

/** Total of a node's children: its target and the hedge on top, rounded half up. `100.00` with 5 % is `105.00`. */
export function overAssigned(target: Amount, { overAssign }: Step): Amount {
  if (overAssign.n === 0n) return target;
  const factor = plus({ n: 1n, d: 1n }, overAssign);
  const exact: Fraction = { n: BigInt(target) * factor.n, d: factor.d };
  const half = exact.n < 0n ? -exact.d : exact.d;
  return amount((2n * exact.n + half) / (2n * exact.d));
}
