import type { Problem, Spot } from '../model/finding.ts';
import type { PlanPath } from '../model/id.ts';
import { inOrder, isMap, keysOf, type PlainMap } from './ordered.ts';
import { type Refused, refusedBySchema, valueAt } from './validate.ts';

/** What the schema refuses of a plan whose misspelt keys were read as what was meant. */
export interface Respelt extends Refused {
  /** What was told of keys that were read as what was meant: nothing is left out for it. */
  readonly respelt: readonly Problem[];
  /** The spot as the files have it: with the keys that are written there. */
  written(spot: Spot): Spot;
}

/** A misspelt section may hold misspelt keys, and so on; deeper than this no plan goes. */
const ROUNDS = 12;

interface Renaming {
  /** Of the map. */
  readonly path: PlanPath;
  readonly written: string;
  readonly meant: string;
  readonly problem: Problem;
}

/**
 * What the schema refuses. A key that is nearly a known one is told, and then read as that one, so that a misspelt section is
 * one finding and what lies in it is checked all the same. `input` is changed. Where what it holds can't be what the known key
 * wants, both are left out.
 */
export function refusedRespelt(input: unknown): Respelt {
  const [kept, never]: [Renaming[], Set<string>] = [[], new Set()];
  let refused = refusedBySchema(input);
  for (let round = 0; round < ROUNDS; round++) {
    const fresh = refused.problems.flatMap(renamingOf).filter(({ problem }) => !never.has(keyOf(problem)));
    const made = fresh.filter((each) => rename(input, each.path, each.written, each.meant));
    if (made.length === 0) break;
    refused = refusedBySchema(input);
    const unfit = made.filter((each) => isUnfit(each, refused));
    for (const { path, written, meant, problem } of unfit) {
      rename(input, path, meant, written);
      never.add(keyOf(problem));
    }
    kept.push(...made.filter((each) => !unfit.includes(each)));
    if (unfit.length > 0) refused = refusedBySchema(input);
  }
  return { ...refused, respelt: kept.map((each) => each.problem), written: writtenOf(kept) };
}

function keyOf({ spot }: Problem): string {
  return spot.in === 'plan' ? JSON.stringify(spot.path) : '';
}

function renamingOf(problem: Problem): readonly Renaming[] {
  const { rule, spot, args } = problem;
  if (rule !== 'schema/unknown-key' || spot.in !== 'plan' || typeof args.nearest !== 'string') return [];
  return [{ path: spot.path.slice(0, -1), written: String(spot.path.at(-1)), meant: args.nearest, problem }];
}

/** Gives a key another name in its place among the others; false where that one is taken. */
function rename(input: unknown, path: PlanPath, from: string, to: string): boolean {
  const map = valueAt(input, path);
  if (!isMap(map) || Object.hasOwn(map, to) || !Object.hasOwn(map, from)) return false;
  const keys = keysOf(map);
  const values = new Map(keys.map((key) => [key === from ? to : key, map[key]]));
  for (const key of keys) delete map[key];
  for (const [key, value] of values) (map as PlainMap)[key] = value;
  inOrder(map, [...values.keys()]);
  return true;
}

/** True where the value itself is wrong under the key that was taken for the meant one. */
function isUnfit({ path, meant }: Renaming, { problems }: Refused): boolean {
  const at = JSON.stringify([...path, meant]);
  return problems.some(
    ({ rule, spot }) => !rule.endsWith('missing-key') && rule !== 'goal/no-owner' && at === keyOf({ rule, spot, args: {} }),
  );
}

function writtenOf(renamings: readonly Renaming[]): (spot: Spot) => Spot {
  const names = new Map(renamings.map(({ path, meant, written }) => [JSON.stringify([...path, meant]), written]));
  if (names.size === 0) return (spot) => spot;
  return (spot) => {
    if (spot.in === 'text') return spot;
    const path = spot.path.map((step, index) => names.get(JSON.stringify(spot.path.slice(0, index + 1))) ?? step);
    return { ...spot, path };
  };
}
