import { type Amount, subtractAmounts } from '../model/amount.ts';
import type { Args, Related, Spot } from '../model/finding.ts';
import { compare, type Fraction, fromAmount, minus, NOUGHT, powerOfTen, sum, toAmount } from '../model/fraction.ts';
import type { Pin } from '../model/goal.ts';
import { EVERY_CHILD, type Step } from '../model/step.ts';
import type { Bounds } from './bounds.ts';
import { childId } from './node.ts';
import { decimalOf, keyAt, moneyArgs, sharesAt } from './problems.ts';
import type { Sharing } from './share-out.ts';

/** What each child is pinned at; undefined where it is free. */
type Pins = readonly (Amount | undefined)[];

/** True when bounds leave room for a total. Reports: sum/min-max-conflict, with the arithmetic. */
export function canHold(sharing: Sharing, free: readonly number[], { min, max }: Bounds, left: Amount, pins: Pins): boolean {
  const crossed = free.find((_, at) => isAbove(min[at], max[at]));
  if (crossed !== undefined) return tellCrossed(sharing, crossed);
  const exact = { n: BigInt(left), d: 1n };
  const least = sum(min.map((bound) => bound ?? NOUGHT));
  if (compare(least, exact) > 0) return tellBounds(sharing, 'min', min, minus(least, exact), { free, left, pins });
  const isCapped = free.length > 0 && max.every((bound) => bound !== undefined);
  const most = sum(max.map((bound) => bound ?? NOUGHT));
  return isCapped && compare(most, exact) < 0 ? tellBounds(sharing, 'max', max, minus(exact, most), { free, left, pins }) : true;
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
  sharing: Sharing,
  is: 'min' | 'max',
  bounds: readonly (Fraction | undefined)[],
  off: Fraction,
  { free, left, pins }: { readonly free: readonly number[]; readonly left: Amount; readonly pins: Pins },
): false {
  const { step, children, setting, total } = sharing;
  const units = unitsOf(sharing);
  const terms = free.flatMap((index, at) => {
    const bound = bounds[at];
    return bound && bound.n !== 0n ? [{ key: children[index]?.key ?? '', value: bound }] : [];
  });
  const pinned = subtractAmounts(total, left);
  const lower = is === 'min' ? off : { n: -off.n, d: off.d };
  const args = {
    is,
    target: units(asFraction(total)),
    pinned: pinned === 0 ? undefined : units(asFraction(pinned)),
    available: units(asFraction(left)),
    [is === 'min' ? 'minTotal' : 'maxTotal']: units(sum(terms.map(({ value }) => value))),
    missing: units(off),
    children: free.map((index) => children[index]?.key ?? ''),
    ...termsOf('', terms, sharing),
    ...termsOf('pinned', pinnedTerms(sharing, pins), sharing),
    ...changeOf(terms, lower, sharing),
    ...pinChangeOf(pinnedTerms(sharing, pins), lower, sharing),
    ...raiseOf(lower, sharing),
    ...placeArgs(sharing),
  };
  setting.tell({ rule: 'sum/min-max-conflict', spot: keyAt(step.path, is), args });
  return false;
}

/** More is pinned than there is. Reports: sum/pins-exceed-target. */
export function tellOverPinned(sharing: Sharing, pins: Pins, pinned: Amount): undefined {
  const { children, parent, total, setting } = sharing;
  const { decimals } = setting.goal.metric;
  const over = { n: BigInt(subtractAmounts(pinned, total)), d: 1n };
  const terms = pinnedTerms(sharing, pins);
  const whole = sharedPin(sharing, pins);
  setting.tell({
    rule: 'sum/pins-exceed-target',
    spot: keyAt(['goals', setting.goal.id], 'pins'),
    args: {
      pinned: decimalOf(fromAmount(pinned, decimals)),
      target: decimalOf(fromAmount(total, decimals)),
      over: unitsOf(sharing)(over),
      pins: children.filter((_, index) => pins[index] !== undefined).map((child) => childId(parent, child.key)),
      ...termsOf('', terms, sharing),
      ...(whole === undefined ? changeOf(terms, over, sharing) : { partOf: decimalOf(whole) }),
      ...raiseOf(over, sharing),
      ...placeArgs(sharing),
    },
    related: relatedPins(sharing, pins),
  });
  return undefined;
}

/** Everything is pinned (or weighs nothing), and the pins do not make up the total. Reports: sum/tree-does-not-add-up. */
export function tellNoneFree(sharing: Sharing, pins: Pins, pinned: Amount): undefined {
  const { total, setting, step } = sharing;
  const units = (quanta: Amount) => decimalOf(fromAmount(quanta, setting.goal.metric.decimals));
  const terms = pinnedTerms(sharing, pins);
  const off = { n: BigInt(subtractAmounts(pinned, total)), d: 1n };
  const args = {
    is: 'pins',
    total: units(pinned),
    target: units(total),
    difference: units(subtractAmounts(pinned, total)),
    ...termsOf('', terms, sharing),
    ...changeOf(terms, off, sharing),
    ...raiseOf(off, sharing),
    ...placeArgs(sharing),
  };
  const spot = terms.length > 0 ? keyAt(['goals', setting.goal.id], 'pins') : sharesAt(step);
  setting.tell({ rule: 'sum/tree-does-not-add-up', spot, args, related: relatedPins(sharing, pins) });
  return undefined;
}

interface Term {
  readonly key: string;
  /** In quanta. */
  readonly value: Fraction;
}

function pinnedTerms({ children }: Sharing, pins: Pins): readonly Term[] {
  return children.flatMap(({ key }, index) => {
    const pin = pins[index];
    return pin === undefined ? [] : [{ key, value: asFraction(pin) }];
  });
}

/** The summands that the arithmetic shows, as two lists: `terms` and `values`, or `pinnedTerms` and `pinnedValues`. */
function termsOf(prefix: '' | 'pinned', terms: readonly Term[], sharing: Sharing): Args {
  const units = unitsOf(sharing);
  const [names, values] = prefix === '' ? ['terms', 'values'] : ['pinnedTerms', 'pinnedValues'];
  return { [names ?? '']: terms.map(({ key }) => key), [values ?? '']: terms.map(({ value }) => units(value)) };
}

/** The one number whose change by `off` quanta would resolve it: the largest that can give as much. */
function changeOf(terms: readonly Term[], off: Fraction, sharing: Sharing): Args {
  const units = unitsOf(sharing);
  const best = terms.reduce<Term | undefined>((most, term) => (most && compare(most.value, term.value) >= 0 ? most : term), undefined);
  const after = best && minus(best.value, off);
  return best && after && after.n >= 0n ? { change: best.key, changeFrom: units(best.value), changeTo: units(after) } : {};
}

function pinChangeOf(terms: readonly Term[], off: Fraction, sharing: Sharing): Args {
  const { change, changeFrom, changeTo } = changeOf(terms, off, sharing);
  return change === undefined ? {} : { pinChange: change, pinFrom: changeFrom, pinTo: changeTo };
}

/** The target of the node itself, were it to give way; a hedge or a pin on top of it would need other arithmetic. */
function raiseOf(off: Fraction, sharing: Sharing): Args {
  const { parent, step, setting } = sharing;
  if (parent.target === undefined || step.overAssign.n !== 0n || setting.goal.metric.kind !== 'flow') return {};
  const units = unitsOf(sharing);
  const target = asFraction(parent.target);
  return { raiseFrom: units(target), raiseTo: units(minus(target, { n: -off.n, d: off.d })) };
}

function placeArgs({ setting, parent, dimension }: Sharing): Args {
  return { node: parent.id, goal: setting.goal.id, by: dimension, ...moneyArgs(setting) };
}

function relatedPins(sharing: Sharing, pins: Pins): readonly Related<Spot>[] {
  return pinsHere(sharing, pins).map((pin) => ({ where: { in: 'plan', path: pin.path, at: 'value' }, says: 'pin' }));
}

/** The pins that hold at children of the node. */
function pinsHere({ children, parent, setting, dimension }: Sharing, pins: Pins): readonly Pin[] {
  const paths = children.filter((_, index) => pins[index] !== undefined).map(({ key }) => new Map(parent.path).set(dimension, key));
  return setting.goal.pins.filter(({ at }) => paths.some((path) => [...at].every(([by, key]) => path.get(by) === key)));
}

/** What the one pin says of which the node has but a part: nobody wrote that part, so it can't be changed. */
function sharedPin(sharing: Sharing, pins: Pins): Fraction | undefined {
  const [pin, ...others] = pinsHere(sharing, pins);
  const { decimals } = sharing.setting.goal.metric;
  return pin && others.length === 0 && !pins.includes(toAmount(pin.target, decimals)) ? pin.target : undefined;
}

function unitsOf({ setting }: Sharing): (quanta: Fraction) => string {
  const scale = powerOfTen(setting.goal.metric.decimals);
  return (quanta) => decimalOf({ n: quanta.n, d: quanta.d * scale });
}

function asFraction(quanta: Amount): Fraction {
  return { n: BigInt(quanta), d: 1n };
}
