import { type Amount, addAmounts, subtractAmounts, ZERO } from '../model/amount.ts';
import { fromAmount, toAmount, toDecimal } from '../model/fraction.ts';
import { EVERY_CHILD, isTimeDimension, type Step } from '../model/step.ts';
import type { Derivation } from '../model/subgoal.ts';
import { childId } from './node.ts';
import { decimalOf, keyAt, moneyArgs } from './problems.ts';
import { overAssigned, type Portion, plainSplit, portionOf, type Sharing, shareOut } from './share-out.ts';
import { type Weighing, weightsOf } from './weights.ts';

/** A child's numbers. */
export interface Numbered {
  readonly target: Amount | undefined;
  readonly opening: Amount | undefined;
  /** What its share is: `part` of `whole`. */
  readonly share: { readonly part: Amount; readonly whole: Amount } | undefined;
  readonly pinned: boolean;
  readonly derivedFrom: Derivation;
}

/** The numbers of all children of a node; the targets at once, the rest when it is asked for. */
export interface Numbers {
  /** One for each child; split when they are asked for. */
  targets(): readonly (Amount | undefined)[];
  /** True for certain when no child is pinned. */
  readonly isFree: boolean;
  at(index: number): Numbered;
}

export function numbersOf(numbered: readonly Numbered[]): Numbers {
  return { targets: () => numbered.map(({ target }) => target), isFree: false, at: (index) => numbered[index] ?? NOT_SET };
}

export const NOT_SET: Numbered = {
  target: undefined,
  opening: undefined,
  share: undefined,
  pinned: false,
  derivedFrom: { rule: 'not-set', weight: undefined, remainder: ZERO },
};

type Question = Omit<Sharing, 'total'>;

/** The numbers of a node's children, by the kind of the goal's metric: sums, levels that add up, paths over time, or the same ratio. */
export function numberChildren(question: Question): Numbers {
  const { parent, children, step, dimension, setting } = question;
  const none = () => numbersOf(children.map(() => NOT_SET));
  if (parent.target === undefined) return none();
  const total = overAssigned(parent.target, step);
  const { kind } = setting.goal.metric;
  if (kind === 'ratio' && !isTimeDimension(dimension)) return numbersOf(sameRatio(question, parent.target));
  const isPath = kind !== 'flow' && isTimeDimension(dimension);
  const spread = isPath ? subtractAmounts(total, parent.opening ?? total) : total;
  const weighing = weightsOf(step, dimension, parent, children, spread, setting);
  if (!weighing) return none();
  const sharing: Sharing = { step, dimension, parent, children, total, setting };
  if (isPath) return numbersOf(numberPath(sharing, weighing));
  return plainSums(sharing, weighing) ?? numbersOf(numberSums(sharing, weighing));
}

/** Most numbers of most trees: flows without pins and bounds. No object is made for a leaf that nobody asks about. */
function plainSums(sharing: Sharing, weighing: Weighing): Numbers | undefined {
  const { parent, total } = sharing;
  const plain = parent.opening === undefined ? plainSplit(sharing, weighing) : undefined;
  if (!plain) return undefined;
  const at = (index: number): Numbered => {
    const portion = portionOf(plain, weighing, index, total);
    return numbered(portion, weighing, parent.target, portion.amount, undefined);
  };
  return { targets: plain.parts, isFree: true, at };
}

/** Flows, and stocks over places: targets add up to the total, openings to the node's opening. */
function numberSums(sharing: Sharing, weighing: Weighing): readonly Numbered[] {
  const { parent, children, setting } = sharing;
  const portions = shareOut(sharing, weighing);
  if (!portions) return children.map(() => NOT_SET);
  const unpinned = { ...setting, pinned: new Map() };
  const openings = parent.opening === undefined ? undefined : shareOut({ ...sharing, total: parent.opening, setting: unpinned }, weighing);
  return portions.map((portion, index) => numbered(portion, weighing, parent.target, portion.amount, openings?.[index]?.amount));
}

function numbered(portion: Portion, weighing: Weighing, whole: Amount | undefined, target: Amount, opening: Amount | undefined): Numbered {
  const placed = portion.odd === 0 ? { remainder: portion.remainder } : { remainder: portion.remainder, odd: portion.odd };
  return {
    target,
    opening,
    share: whole === undefined ? undefined : { part: portion.amount, whole },
    pinned: portion.isPinned,
    derivedFrom: { rule: portion.isPinned ? 'pin' : weighing.rule, weight: portion.weight, ...placed },
  };
}

/**
 * A path from the opening level to the target: the steps between are what the weights share out. A pinned bucket is a
 * level that the path goes through; on each side of it the buckets share the way there by their own weights.
 */
function numberPath(sharing: Sharing, weighing: Weighing): readonly Numbered[] {
  const { parent, children, setting, total } = sharing;
  const start = parent.opening ?? total;
  const levels = children.map((child, index) => (index === children.length - 1 ? total : setting.pinned.get(childId(parent, child.key))));
  const unpinned = { ...setting, pinned: new Map() };
  const found: Numbered[] = [];
  let level = start;
  for (let from = 0; from < children.length; ) {
    const to = levels.findIndex((fixed, index) => index >= from && fixed !== undefined);
    const leg = children.slice(from, to + 1);
    const way = subtractAmounts(levels[to] ?? total, level);
    const legWeighing = { ...weighing, weights: weighing.weights.slice(from, to + 1) };
    const portions = shareOut({ ...sharing, step: withoutBounds(sharing.step), children: leg, total: way, setting: unpinned }, legWeighing);
    if (!portions) return children.map(() => NOT_SET);
    portions.forEach((portion, index) => {
      const isPinned = setting.pinned.has(childId(parent, leg[index]?.key ?? ''));
      const opening = level;
      level = addAmounts(level, portion.amount);
      const step = subtractAmounts(total, start);
      found.push({ ...numbered({ ...portion, isPinned }, weighing, step, level, opening) });
    });
    from = to + 1;
  }
  checkLevels(sharing, found);
  return found;
}

function withoutBounds(step: Step): Step {
  return { ...step, min: new Map(), max: new Map() };
}

/** Bounds of a path are bounds of its levels. */
function checkLevels({ step, children, setting }: Sharing, found: readonly Numbered[]): void {
  const { decimals } = setting.goal.metric;
  children.forEach(({ key }, index) => {
    const level = found[index]?.target;
    const min = step.min.get(key) ?? step.min.get(EVERY_CHILD);
    const max = step.max.get(key) ?? step.max.get(EVERY_CHILD);
    if (level === undefined) return;
    const isLow = min !== undefined && level < toAmount(min, decimals);
    const isHigh = max !== undefined && level > toAmount(max, decimals);
    if (!isLow && !isHigh) return;
    const bound = isLow ? { min: decimalOf(min) } : { max: max && decimalOf(max) };
    const args = {
      is: 'bound',
      child: key,
      level: toDecimal(fromAmount(level, decimals), decimals),
      ...bound,
      goal: setting.goal.id,
      ...moneyArgs(setting),
    };
    setting.tell({ rule: 'sum/min-max-conflict', spot: keyAt(step.path, isLow ? 'min' : 'max'), args });
  });
}

/** A ratio over places: each has the node's own target unless `shares` or a pin gives another. */
function sameRatio({ parent, children, step, setting }: Question, target: Amount): readonly Numbered[] {
  const { decimals } = setting.goal.metric;
  const parts = step.shares.is === 'map' ? step.shares.parts : undefined;
  const list = step.shares.is === 'list' ? step.shares.parts : undefined;
  return children.map(({ key }, index) => {
    const pin = setting.pinned.get(childId(parent, key));
    const part = parts?.get(key) ?? list?.[index];
    const given =
      part?.is === 'amount'
        ? toAmount(part.value, decimals)
        : part?.is === 'share'
          ? toAmount({ n: part.share.n * 100n, d: part.share.d }, decimals)
          : undefined;
    const rule = pin !== undefined ? 'pin' : given !== undefined ? step.shares.is : 'same';
    return {
      target: pin ?? given ?? target,
      opening: parent.opening,
      share: undefined,
      pinned: pin !== undefined,
      derivedFrom: { rule, weight: undefined, remainder: ZERO },
    };
  });
}
