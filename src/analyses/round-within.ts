import { type Fraction, NOUGHT } from '../model/fraction.ts';
import type { Dimension } from '../model/step.ts';
import type { Contribution } from './contributions.ts';
import { lastDimension, type PlacedTree } from './placed-facts.ts';
import { roundToSum } from './round-to-sum.ts';

type Key = string | null;

/** A larger time dimension that was already split, its figures rounded. */
export interface OuterSplit {
  readonly dimension: Dimension;
  readonly contributions: readonly Contribution[];
}

/** Rounds a figure of every key: within each bucket of the larger dimension to that one's figure, else to their own sum. */
export function rounderWithin(keys: readonly Key[], dimension: Dimension, placed: PlacedTree, outer: OuterSplit | undefined) {
  const { decimals } = placed.tree;
  const groups = outer ? groupsIn(keys, dimension, outer.dimension, placed) : undefined;
  return (of: (key: Key) => Fraction | undefined, figure: 'target' | 'expected' | 'actual'): readonly Fraction[] => {
    const values = (some: readonly Key[]) => some.map((key) => of(key) ?? NOUGHT);
    if (!outer || !groups) return roundToSum(values(keys), decimals);
    const found = new Map<Key, Fraction>();
    for (const [bucket, own] of groups) {
      const wanted = outer.contributions.find(({ key }) => key === bucket)?.[figure] ?? undefined;
      for (const [index, value] of roundToSum(values(own), decimals, wanted).entries()) found.set(own[index] ?? null, value);
    }
    return keys.map((key) => found.get(key) ?? NOUGHT);
  };
}

/** Keys by the larger bucket that they lie in; undefined where one lies in several, as weeks in months. */
function groupsIn(keys: readonly Key[], dimension: Dimension, outer: Dimension, { tree }: PlacedTree): ReadonlyMap<Key, Key[]> | undefined {
  const bucketOf = new Map<Key, Key>();
  for (const node of tree.nodes) {
    const [key, bucket] = [node.path.get(dimension), node.path.get(outer)];
    if (key === undefined || lastDimension(node) !== dimension) continue;
    if (bucket === undefined || (bucketOf.get(key) ?? bucket) !== bucket) return undefined;
    bucketOf.set(key, bucket);
  }
  const groups = new Map<Key, Key[]>();
  for (const key of keys) groups.set(bucketOf.get(key) ?? null, [...(groups.get(bucketOf.get(key) ?? null) ?? []), key]);
  return groups;
}
