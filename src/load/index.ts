import type { PlanComment } from '../model/comment.ts';
import type { PlanFiles } from '../model/files.ts';
import type { Place, Problem, Spot } from '../model/finding.ts';
import type { Plan, PlanPath } from '../model/plan.ts';
import { circles } from './cycles.ts';
import { readParts } from './include.ts';
import { locator } from './locate.ts';
import { mergeParts } from './merge.ts';
import { isMap } from './ordered.ts';
import { type Pruning, pruning } from './prune.ts';
import { unrealDays } from './real-days.ts';
import { brokenReferences } from './references.ts';
import { resolvePlan } from './resolve.ts';
import type { SourceFile } from './source-file.ts';
import { refusedBySchema } from './validate.ts';

/** A plan as read, with everything that is wrong with it. */
export interface LoadedPlan {
  readonly files: readonly SourceFile[];
  /** All files joined, as plain data, without what was refused. */
  readonly input: unknown;
  /** Undefined where not even the period could be read, or a file is no YAML. */
  readonly plan: Plan | undefined;
  readonly problems: readonly Problem[];
  /** Comments that may be waivers. */
  readonly comments: readonly PlanComment[];
  /** True for a part that already failed: nothing more is said about it. */
  isFaulty(path: PlanPath): boolean;
  locate(spot: Spot): Place;
}

/**
 * Reads a plan and all that it includes. Never throws for what a planner wrote. `display` turns a path inside the plan's
 * folder into what findings print. Reports: syntax/*, schema/*, ref/*, date/owner-gap.
 */
export function loadPlan(files: PlanFiles, entry: string, display: (path: string) => string = (path) => path): LoadedPlan {
  const { parts, problems } = readParts(files, entry, display);
  const sources = parts.map((part) => part.file);
  const comments = sources.flatMap((file) => file.comments);
  const common = { files: sources, comments, locate: locator(sources) };
  const isBroken = parts.some((part) => part.data === undefined);
  if (isBroken) return { ...common, input: undefined, plan: undefined, problems, isFaulty: () => false };
  const merged = mergeParts(parts);
  const { input } = merged;
  const faults = pruning(input);
  const found: Problem[] = [...problems, ...merged.problems, ...pruneRefused(input, faults)];
  const plan = isMap(input) && found.every((problem) => !isNewerFormat(problem)) ? resolveWith(input, faults, found) : undefined;
  return { ...common, input, plan, problems: found, isFaulty: (path) => faults.isFaulty(path) };
}

function pruneRefused(input: unknown, faults: Pruning): readonly Problem[] {
  const { problems, paths } = refusedBySchema(input);
  for (const path of paths) faults.refuse(path);
  for (const { spot } of problems) if (spot.in === 'plan') faults.note(spot.path);
  const found = [...problems];
  for (const stage of [unrealDays, brokenReferences, circles]) {
    for (const { path, problem } of stage(input)) {
      found.push(problem);
      faults.refuse(path);
    }
  }
  return found;
}

function resolveWith(input: unknown, faults: Pruning, found: Problem[]): Plan | undefined {
  return resolvePlan(input, faults, (problem, path) => {
    found.push(problem);
    faults.refuse(path);
  });
}

/** A format of a later version is refused as a whole. */
function isNewerFormat({ rule, spot }: Problem): boolean {
  return rule === 'schema/out-of-range' && spot.in === 'plan' && spot.path.length === 1 && spot.path[0] === 'salesplan';
}
