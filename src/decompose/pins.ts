import { type Amount, subtractAmounts, sumAmounts, ZERO } from '../model/amount.ts';
import type { Problem } from '../model/finding.ts';
import { fromAmount, toAmount } from '../model/fraction.ts';
import type { Goal, Pin } from '../model/goal.ts';
import { nearName } from '../model/near-name.ts';
import { type Dimension, isTimeDimension } from '../model/step.ts';
import type { Subgoal } from '../model/subgoal.ts';
import { decimalOf, keyAt } from './problems.ts';
import { splitAmount, weigh } from './split.ts';

/** What the unpinned tree has for pins to hold on to. */
export interface PinTargets {
  readonly matches: ReadonlyMap<Pin, readonly Pick<Subgoal, 'id' | 'target'>[]>;
  readonly keys: ReadonlyMap<Dimension, ReadonlySet<string>>;
}

/** Gathers, while the unpinned tree grows, the nodes that each pin holds at: the shallowest with all its keys on the path. */
export function pinCollector(goal: Goal): PinTargets & { collect(node: Subgoal, dimension: Dimension): void } {
  const matches = new Map<Pin, Pick<Subgoal, 'id' | 'target'>[]>(goal.pins.map((pin) => [pin, []]));
  const keys = new Map<Dimension, Set<string>>();
  const collect = (node: Subgoal, dimension: Dimension): void => {
    const seen = keys.get(dimension) ?? new Set();
    keys.set(dimension, seen.add(node.path.get(dimension) ?? ''));
    for (const pin of goal.pins) {
      if (pin.at.has(dimension) && [...pin.at].every(([by, key]) => node.path.get(by) === key))
        matches.get(pin)?.push({ id: node.id, target: node.target });
    }
  };
  return { matches, keys, collect };
}

/**
 * What each pinned node is fixed at. Several nodes under one pin share its target in proportion to what they would have
 * had without pins, but for those that a narrower pin fixes; ratios all have it. Reports: ref/unknown-id, sum/min-max-conflict.
 */
export function pinnedAmounts(goal: Goal, { matches, keys }: PinTargets, tell: (problem: Problem) => void): ReadonlyMap<string, Amount> {
  const pinned = new Map<string, { readonly amount: Amount; readonly by: Pin }>();
  const narrowFirst = [...goal.pins].sort((a, b) => b.at.size - a.at.size);
  for (const pin of narrowFirst) {
    const nodes = matches.get(pin) ?? [];
    if (nodes.length === 0) tellNoMatch(pin, keys, tell);
    const isNarrower = (id: string) => pin.at.size < (pinned.get(id)?.by.at.size ?? 0) && isWithin(pinned.get(id)?.by, pin);
    const set = nodes.filter(({ id }) => isNarrower(id));
    const free = nodes.filter(({ id }) => !isNarrower(id));
    if (isHalfKnown(free)) continue;
    const amounts = amountsOf(pin, free, sumAmounts(set.map(({ id }) => pinned.get(id)?.amount ?? ZERO)), goal);
    if (!amounts) tellNarrower(pin, set, pinned, goal, tell);
    free.forEach(({ id }, index) => {
      const amount = amounts?.[index] ?? ZERO;
      const before = pinned.get(id);
      if (before !== undefined && before.amount !== amount) tellTwice(goal, id, before.amount, amount, tell);
      else if (amounts) pinned.set(id, { amount, by: pin });
    });
  }
  return new Map([...pinned].map(([id, { amount }]) => [id, amount]));
}

/** Some have no number, for a reason that is told: what the others would have had says nothing about their parts. */
function isHalfKnown(nodes: readonly Pick<Subgoal, 'target'>[]): boolean {
  return nodes.some(({ target }) => target === undefined) && nodes.some(({ target }) => target !== undefined);
}

/** True when a pin says all that another says, and more. */
function isWithin(narrow: Pin | undefined, wide: Pin): boolean {
  return narrow !== undefined && [...wide.at].every(([by, key]) => narrow.at.get(by) === key);
}

/** What the nodes that nothing else fixes have of a pin; undefined where less than nothing is left for them, or something without anybody to take it. */
function amountsOf(pin: Pin, free: readonly Pick<Subgoal, 'target'>[], taken: Amount, goal: Goal): readonly Amount[] | undefined {
  const target = toAmount(pin.target, goal.metric.decimals);
  if (goal.metric.kind === 'ratio') return free.map(() => target);
  const left = subtractAmounts(target, taken);
  if (taken !== 0 && (left < 0 || (free.length === 0 && left !== 0))) return undefined;
  if (free.length <= 1) return free.map(() => left);
  const targets = free.map((node) => node.target ?? ZERO);
  const isEven = sumAmounts(targets) === 0;
  return splitAmount(left, weigh(targets.map((each) => ({ n: isEven ? 1n : BigInt(each), d: 1n }))));
}

/** Narrower pins must leave room in the wider one that they lie in. */
function tellNarrower(
  pin: Pin,
  set: readonly Pick<Subgoal, 'id'>[],
  pinned: ReadonlyMap<string, { readonly amount: Amount }>,
  goal: Goal,
  tell: (problem: Problem) => void,
): void {
  const units = (quanta: Amount) => decimalOf(fromAmount(quanta, goal.metric.decimals));
  const amounts = set.map(({ id }) => pinned.get(id)?.amount ?? ZERO);
  const target = toAmount(pin.target, goal.metric.decimals);
  const args = {
    is: 'within',
    at: [...pin.at].map(([by, key]) => `${by}: ${key}`).join(', '),
    target: units(target),
    total: units(sumAmounts(amounts)),
    difference: units(subtractAmounts(sumAmounts(amounts), target)),
    terms: set.map(({ id }) => id),
    values: amounts.map(units),
    goal: goal.id,
    unit: goal.metric.unit,
  };
  tell({ rule: 'sum/min-max-conflict', spot: { in: 'plan', path: [...pin.path, 'target'], at: 'value' }, args });
}

function tellTwice(goal: Goal, node: string, before: Amount, amount: Amount, tell: (problem: Problem) => void): void {
  const units = (quanta: Amount) => decimalOf(fromAmount(quanta, goal.metric.decimals));
  const args = { is: 'pins', node, pinned: units(amount), available: units(before), goal: goal.id, unit: goal.metric.unit };
  tell({ rule: 'sum/min-max-conflict', spot: keyAt(['goals', goal.id], 'pins'), args });
}

function tellNoMatch(pin: Pin, keys: ReadonlyMap<Dimension, ReadonlySet<string>>, tell: (problem: Problem) => void): void {
  for (const [dimension, key] of pin.at) {
    const known = keys.get(dimension);
    if (!known) {
      const args = { id: dimension, kind: 'dimension', known: [...keys.keys()] };
      tell({ rule: 'ref/unknown-id', spot: { in: 'plan', path: [...pin.path, 'at', dimension], at: 'key' }, args });
      return;
    }
    if (known.has(key)) continue;
    const kind = isTimeDimension(dimension) ? 'bucket' : 'pin';
    const args = { id: key, kind, by: dimension, known: [...known], nearest: nearName(key, known) };
    tell({ rule: 'ref/unknown-id', spot: { in: 'plan', path: [...pin.path, 'at', dimension], at: 'value' }, args });
    return;
  }
  const id = [...pin.at].map(([by, key]) => `${by}: ${key}`).join(', ');
  tell({ rule: 'ref/unknown-id', spot: keyAt(pin.path, 'at'), args: { id, kind: 'pin' } });
}
