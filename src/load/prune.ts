import type { PlanPath } from '../model/id.ts';
import { isMap, type PlainMap } from './ordered.ts';
import { childOf } from './shape.ts';

/** Paths of a plan that are wrong, and the plan without them. */
export interface Pruning {
  refuse(path: PlanPath): void;
  /** Remembers that something is wrong here (a key is missing), and takes nothing out. */
  note(path: PlanPath): void;
  /** True at and below a refused path. */
  isFaulty(path: PlanPath): boolean;
  /** True where something at, below or above was refused, or noted at or below. */
  hasFault(path: PlanPath): boolean;
}

/** Takes refused values out of the plan as they become known, so that nothing follows from them. `input` is changed. */
export function pruning(input: unknown): Pruning {
  const refused = new Set<string>();
  const noted: PlanPath[] = [];
  const isFaulty = (path: PlanPath) => refused.size > 0 && path.some((_, index) => refused.has(JSON.stringify(path.slice(0, index + 1))));
  return {
    isFaulty,
    note: (path) => void noted.push(path),
    hasFault: (path) =>
      isFaulty(path) || noted.some((each) => each.length >= path.length && path.every((key, index) => each[index] === key)),
    refuse: (path) => {
      refused.add(JSON.stringify(path));
      noted.push(path);
      remove(input, path);
    },
  };
}

/** An item of a list keeps its place, so that the paths of those after it stay true. */
function remove(input: unknown, path: PlanPath): void {
  const parent = path.slice(0, -1).reduce<unknown>(childOf, input);
  const key = path.at(-1);
  if (key === undefined) return;
  if (Array.isArray(parent)) parent[Number(key)] = undefined;
  else if (isMap(parent)) delete (parent as PlainMap)[key];
}
