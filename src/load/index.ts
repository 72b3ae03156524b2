import type { PlanComment } from '../model/comment.ts';
import type { PlanFiles } from '../model/files.ts';
import type { Place, Problem, Spot } from '../model/finding.ts';
import type { Plan, PlanPath } from '../model/plan.ts';
import { circles } from './cycles.ts';
import { decodeUtf8 } from './decode.ts';
import { type PlanParts, type Reader, readParts } from './include.ts';
import { inspect, type Refusal } from './inspection.ts';
import { isValid } from './is-valid.ts';
import { LARGEST } from './limits.ts';
import { mergeParts } from './merge.ts';
import { isMap } from './ordered.ts';
import { type Pruning, pruning } from './prune.ts';
import { quickValues } from './quick-yaml.ts';
import { unrealDays } from './real-days.ts';
import { brokenReferences } from './references.ts';
import { resolvePlan } from './resolve.ts';
import { ROOT } from './shape.ts';
import type { SourceText } from './source-file.ts';
import type { Refused } from './validate.ts';

/** A plan as read, with everything that is wrong with it. */
export interface LoadedPlan {
  readonly files: readonly SourceText[];
  /** All files joined, as plain data, without what was refused. */
  readonly input: unknown;
  /** Undefined where not even the period could be read, or a file is no YAML. */
  readonly plan: Plan | undefined;
  readonly problems: readonly Problem[];
  /** Comments that may be waivers. */
  readonly comments: readonly PlanComment[];
  /** True for a part that already failed: nothing more is said about it. */
  isFaulty(path: PlanPath): boolean;
  /** What turns spots into places: made when there is something to tell. */
  places(): Promise<(spot: Spot) => Place>;
}

/**
 * Reads a plan and all that it includes. Never throws for what a planner wrote. `display` turns a path inside the plan's
 * folder into what findings print. Reports: syntax/*, schema/*, ref/*, date/owner-gap.
 *
 * A plan in which nothing is wrong is read by a quick parser; the thorough one, which knows all places, is loaded only when
 * there is something to tell.
 */
export async function loadPlan(files: PlanFiles, entry: string, display: (path: string) => string = (path) => path): Promise<LoadedPlan> {
  const readAgain = async () => (await import('./thorough.ts')).readThoroughly(files, entry, display);
  const quick = await loadQuickly(files, entry, display);
  if (quick) return { ...quick, places: async () => (await readAgain()).locate };
  const [thorough, { THOROUGH }, { refusedBySchema }] = await Promise.all([readAgain(), import('./thorough.ts'), import('./validate.ts')]);
  const { comments, locate } = thorough;
  return { ...build(thorough, THOROUGH.spotOf, refusedBySchema), comments, places: async () => locate };
}

type Built = Omit<LoadedPlan, 'comments' | 'places'>;

const QUICK: Reader<SourceText> = {
  read: (bytes, path, name) => {
    const decoded = decodeUtf8(bytes, name);
    const text = decoded.is === 'text' ? decoded.text : '';
    const values = decoded.is === 'text' && bytes.length <= LARGEST ? quickValues(text) : undefined;
    return { file: { path, name, text }, data: values?.data, problems: [] };
  },
  spotOf: (_, path) => ({ in: 'plan', path, at: 'key' }),
};

/** Undefined when anything is unusual or wrong. */
async function loadQuickly(
  files: PlanFiles,
  entry: string,
  display: (path: string) => string,
): Promise<Omit<LoadedPlan, 'places'> | undefined> {
  const read = await readParts(files, entry, display, QUICK);
  if (read.problems.length > 0 || read.parts.some((part) => !isMap(part.data))) return undefined;
  let isRefused = false;
  const built = build(read, QUICK.spotOf, (input) => {
    isRefused = !isValid(input, ROOT);
    return NOTHING_REFUSED;
  });
  return isRefused || built.problems.length > 0 ? undefined : { ...built, comments: [] };
}

const NOTHING_REFUSED: Refused = { problems: [], paths: [] };

function build<File extends SourceText>(
  { parts, problems }: PlanParts<File>,
  spotOf: Reader<File>['spotOf'],
  refusedBySchema: (input: unknown) => Refused,
): Built {
  const files = parts.map((part) => part.file);
  const isBroken = parts.some((part) => part.data === undefined);
  if (isBroken) return { files, input: undefined, plan: undefined, problems, isFaulty: () => false };
  const merged = mergeParts(parts, spotOf);
  const { input } = merged;
  const faults = pruning(input);
  const found: Problem[] = [...problems, ...merged.problems, ...pruneRefused(input, refusedBySchema(input), faults)];
  const plan = isMap(input) && found.every((problem) => !isNewerFormat(problem)) ? resolveWith(input, faults, found) : undefined;
  return { files, input, plan, problems: found, isFaulty: (path) => faults.isFaulty(path) };
}

function pruneRefused(input: unknown, { problems, paths }: Refused, faults: Pruning): readonly Problem[] {
  for (const path of paths) faults.refuse(path);
  for (const { spot } of problems) if (spot.in === 'plan') faults.note(spot.path);
  const found = [...problems];
  const refuse = ({ path, problem }: Refusal): void => {
    found.push(problem);
    faults.refuse(path);
  };
  inspect(input, [unrealDays(), brokenReferences(input)]).forEach(refuse);
  circles(input).forEach(refuse);
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
