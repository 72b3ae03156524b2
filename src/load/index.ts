import type { PlanComment } from '../model/comment.ts';
import type { PlanFiles } from '../model/files.ts';
import type { Place, Problem, Spot } from '../model/finding.ts';
import type { PlanPath } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import { circles } from './cycles.ts';
import { decodeUtf8 } from './decode.ts';
import { type PlanPart, type Reader, readParts } from './include.ts';
import { inspect, type Refusal } from './inspection.ts';
import { isValid } from './is-valid.ts';
import { LARGEST } from './limits.ts';
import { mergeParts } from './merge.ts';
import { isMap } from './ordered.ts';
import { type Pruning, pruning } from './prune.ts';
import { quickValues } from './quick-yaml.ts';
import { unrealDays } from './real-days.ts';
import { brokenReferences, homesOf } from './references.ts';
import { resolvePlan } from './resolve.ts';
import type { Respelt } from './respell.ts';
import { ROOT } from './shape.ts';
import type { SourceText } from './source-file.ts';

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
  /** True where that holds, or something below failed. */
  hasFault(path: PlanPath): boolean;
  /** What turns spots into places: made when there is something to tell. */
  places(): Promise<(spot: Spot) => Place>;
}

/**
 * Reads a plan and all that it includes. Never throws for what a planner wrote. `display` turns a path inside the plan's
 * folder into what findings print. Reports: syntax/*, schema/*, ref/*, date/owner-gap.
 *
 * Files whose YAML is plain and sound are read by a quick parser. The thorough one, which knows all places, then reads only
 * those that there is something to tell of.
 */
export async function loadPlan(files: PlanFiles, entry: string, display: (path: string) => string = (path) => path): Promise<LoadedPlan> {
  return (await loadQuickly(files, entry, display)) ?? loadThoroughly(files, entry, display);
}

const QUICK: Reader<SourceText> = {
  read: (bytes, path, name) => {
    const decoded = decodeUtf8(bytes, name);
    const text = decoded.is === 'text' ? decoded.text : '';
    const values = decoded.is === 'text' && bytes.length <= LARGEST ? quickValues(text) : undefined;
    return { file: { path, name, text }, data: values?.data, problems: [] };
  },
  spotOf: (_, path) => ({ in: 'plan', path, at: 'key' }),
};

/** Undefined when the YAML of a file is unusual or wrong, or files do not fit together. */
async function loadQuickly(files: PlanFiles, entry: string, display: (path: string) => string): Promise<LoadedPlan | undefined> {
  const { parts, problems } = await readParts(files, entry, display, QUICK);
  if (problems.length > 0 || parts.some((part) => !isMap(part.data))) return undefined;
  const merged = mergeParts(parts, QUICK.spotOf);
  if (merged.problems.length > 0) return undefined;
  const refused = isValid(merged.input, ROOT) ? NOTHING_REFUSED : (await import('./respell.ts')).refusedRespelt(merged.input);
  const built = build(merged.input, refused, []);
  const readAgain = ({ file }: PlanPart): PlanPart => ({ file, data: quickValues(file.text)?.data });
  return {
    ...built,
    files: parts.map((part) => part.file),
    comments: [],
    // What was refused is gone from the values.
    places: async () => {
      const locate = (await import('./thorough.ts')).lazyLocator(built.problems.length > 0 ? parts.map(readAgain) : parts);
      return (spot) => locate(refused.written(spot));
    },
  };
}

const NOTHING_REFUSED: Respelt = { problems: [], paths: [], respelt: [], written: (spot) => spot };

/** Reads every file with care: what is wrong with one is told, and nothing more when that is its YAML. */
async function loadThoroughly(files: PlanFiles, entry: string, display: (path: string) => string): Promise<LoadedPlan> {
  const [{ THOROUGH, readThoroughly }, { refusedRespelt }] = await Promise.all([import('./thorough.ts'), import('./respell.ts')]);
  const { parts, problems, comments, locate } = await readThoroughly(files, entry, display);
  const read = { files: parts.map((part) => part.file), comments };
  const isBroken = parts.some((part) => part.data === undefined);
  if (isBroken)
    return {
      ...read,
      input: undefined,
      plan: undefined,
      problems,
      isFaulty: () => false,
      hasFault: () => false,
      places: async () => locate,
    };
  const merged = mergeParts(parts, THOROUGH.spotOf);
  const refused = refusedRespelt(merged.input);
  const places = async () => (spot: Spot) => locate(refused.written(spot));
  return { ...read, places, ...build(merged.input, refused, [...problems, ...merged.problems]) };
}

function build(
  input: unknown,
  refused: Respelt,
  problems: readonly Problem[],
): Pick<LoadedPlan, 'input' | 'plan' | 'problems' | 'isFaulty' | 'hasFault'> {
  const faults = pruning(input);
  const found: Problem[] = [...problems, ...pruneRefused(input, refused, faults, problems.flatMap(keyTwice))];
  const plan = isMap(input) && found.every((problem) => !isNewerFormat(problem)) ? resolveWith(input, faults, found) : undefined;
  return { input, plan, problems: found, isFaulty: (path) => faults.isFaulty(path), hasFault: (path) => faults.hasFault(path) };
}

/** The key, or the id, that stands twice. */
function keyTwice({ rule, args }: Problem): readonly string[] {
  return rule === 'syntax/duplicate-key' || rule === 'ref/duplicate-id' ? [String(args.key ?? args.id)] : [];
}

function pruneRefused(
  input: unknown,
  { problems, paths, respelt }: Respelt,
  faults: Pruning,
  twice: readonly string[],
): readonly Problem[] {
  for (const path of paths) faults.refuse(path);
  for (const { spot } of problems) if (spot.in === 'plan') faults.note(spot.path);
  for (const home of homesOf(input, twice)) faults.note(home);
  const found = [...respelt, ...problems];
  const refuse = ({ path, problem }: Refusal): void => {
    if (problem) found.push(problem);
    faults.refuse(path);
  };
  inspect(input, [unrealDays(), brokenReferences(input, faults, twice)]).forEach(refuse);
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
