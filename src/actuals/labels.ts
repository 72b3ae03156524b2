import { foldLabel } from '../model/fold-label.ts';
import type { Id } from '../model/id.ts';
import type { Match } from '../model/strategy.ts';

/** What a label of the data means in the plan. */
export interface Found {
  /** Undefined: nothing is called so, or several are. */
  readonly id: Id | undefined;
  /** It matched only after trimming, normalising or folding. */
  readonly isFolded: boolean;
  /** Ids that are all called so: nobody can say which is meant. */
  readonly several?: readonly Id[];
}

export type Finder = (label: string) => Found;

interface Named {
  readonly name: string;
  readonly aliases?: readonly string[];
}

/**
 * Finds ids by what the source's `values` say, then by id, by name, by alias: first as written, then folded, then without a
 * system's decoration. Two that have one name, or one alias, are not told apart.
 */
export function finderOf(home: ReadonlyMap<Id, Named>, values: ReadonlyMap<string, string> | undefined, decoration?: RegExp): Finder {
  const entries = [...home];
  const levels: Names[] = [
    [...(values ?? [])],
    entries.map(([id]) => [id, id] as const),
    entries.map(([id, { name }]) => [name, id] as const),
    entries.flatMap(([id, { aliases }]) => (aliases ?? []).map((alias) => [alias, id] as const)),
  ];
  const exact = idsOf(levels);
  const folded = idsOf(levels.map((names) => names.map(([name, id]) => [foldLabel(name), id] as const)));
  const known = new Map<string, Found>();
  return (label) => {
    const before = known.get(label);
    if (before) return before;
    const written = exact.get(label);
    const plain = decoration ? label.replace(decoration, '') : label;
    const ids = written ?? folded.get(foldLabel(label)) ?? folded.get(foldLabel(plain)) ?? [];
    const isFolded = written === undefined;
    const found = ids.length > 1 ? { id: undefined, isFolded, several: ids } : { id: ids[0], isFolded };
    known.set(label, found);
    return found;
  };
}

type Names = readonly (readonly [string, Id])[];

/** By name the ids of the first level that has it. */
function idsOf(levels: readonly Names[]): ReadonlyMap<string, readonly Id[]> {
  const map = new Map<string, readonly Id[]>();
  for (const names of levels) {
    const own = new Map<string, readonly Id[]>();
    for (const [name, id] of names) {
      const before = own.get(name) ?? [];
      if (!map.has(name) && !before.includes(id)) own.set(name, [...before, id]);
    }
    for (const [name, ids] of own) map.set(name, ids);
  }
  return map;
}

/** What a row's labels match. */
export type Matched =
  | { readonly is: 'one'; readonly id: Id }
  | { readonly is: 'none' }
  | { readonly is: 'several'; readonly ids: readonly Id[] };

/** Finds what a row belongs to by `match`: every key has one of its labels; the most keys win. Undefined where nothing has one that can be read here. */
export function matcherOf(
  home: ReadonlyMap<Id, { readonly match: Match | undefined }>,
  columns: ReadonlyMap<string, unknown>,
): ((labelOf: (name: string) => string | null) => Matched) | undefined {
  const candidates = [...home].flatMap(([id, { match }]) => {
    if (!match || match.size === 0 || ![...match.keys()].every((name) => columns.has(name))) return [];
    return [{ id, keys: [...match].map(([name, labels]) => ({ name, labels: new Set(labels.map(foldLabel)) })) }];
  });
  if (candidates.length === 0) return undefined;
  const names = [...new Set(candidates.flatMap(({ keys }) => keys.map(({ name }) => name)))];
  const known = new Map<string, Matched>();
  return (labelOf) => {
    const labels = names.map((name) => labelOf(name) ?? '').join('\n');
    const before = known.get(labels);
    if (before) return before;
    const found = matchOne(labelOf);
    known.set(labels, found);
    return found;
  };

  function matchOne(labelOf: (name: string) => string | null): Matched {
    const fitting = candidates.filter(({ keys }) => keys.every(({ name, labels }) => labels.has(foldLabel(labelOf(name) ?? ''))));
    const most = Math.max(0, ...fitting.map(({ keys }) => keys.length));
    const ids = fitting.filter(({ keys }) => keys.length === most).map(({ id }) => id);
    const [first, second] = ids;
    if (first === undefined) return { is: 'none' };
    return second === undefined ? { is: 'one', id: first } : { is: 'several', ids };
  }
}

/** What passes `where`: every column has one of its labels. */
export function filterOf(where: Match): (labelOf: (name: string) => string | null) => boolean {
  const wanted = [...where].map(([name, labels]) => {
    const folded = new Set(labels.map(foldLabel));
    return { name, known: new Map(labels.map((label) => [label, true])), isOneOf: (label: string) => folded.has(foldLabel(label)) };
  });
  return (labelOf) => {
    for (const { name, known, isOneOf } of wanted) {
      const label = labelOf(name) ?? '';
      let passes = known.get(label);
      if (passes === undefined) {
        passes = isOneOf(label);
        known.set(label, passes);
      }
      if (!passes) return false;
    }
    return true;
  };
}
