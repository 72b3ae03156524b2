import type { PlanComment } from '../model/comment.ts';
import type { PlanFiles } from '../model/files.ts';
import type { Place, Spot } from '../model/finding.ts';
import type { PlanPath } from '../model/id.ts';
import { type PlanPart, type PlanParts, type Reader, readParts } from './include.ts';
import { locator, placeIn } from './locate.ts';
import { parseText, parseYaml } from './parse-yaml.ts';
import { plainOf } from './plain.ts';
import { childOf } from './shape.ts';
import type { SourceFile, SourceText } from './source-file.ts';

/** A plan's files with every place in them. */
export interface Thorough extends PlanParts<SourceFile> {
  readonly comments: readonly PlanComment[];
  locate(spot: Spot): Place;
}

export const THOROUGH: Reader<SourceFile> = {
  read: (bytes, path, name) => {
    const file = parseYaml(bytes, path, name);
    const { data, problems } = plainOf(file);
    return { file, data, problems: [...file.problems, ...problems] };
  },
  spotOf: (file, path) => ({ in: 'text', place: placeIn(file, path, path[0] === 'include' ? 'value' : 'key') }),
};

/** Reads a plan with the parser that knows all places and tells what is wrong with the YAML. Reports: syntax/*, ref/include-*. */
export async function readThoroughly(files: PlanFiles, entry: string, display: (path: string) => string): Promise<Thorough> {
  const { parts, problems } = await readParts(files, entry, display, THOROUGH);
  const sources = parts.map((part) => part.file);
  return { parts, problems, comments: sources.flatMap((file) => file.comments), locate: locator(sources) };
}

/** As the locator of all files, for files whose values are known: only those with a finding are read with care. */
export function lazyLocator(parts: readonly PlanPart[]): (spot: Spot) => Place {
  const read = new Map<SourceText, SourceFile>();
  return (spot) => {
    if (spot.in === 'text') return spot.place;
    const file = deepest(parts, spot.path)?.file;
    if (!file) return locator([])(spot);
    const known = read.get(file) ?? parseText(file, file.text.length);
    read.set(file, known);
    return placeIn(known, spot.path, spot.at);
  };
}

/** The file that has most of a path, the first of several. */
function deepest(parts: readonly PlanPart[], path: PlanPath): PlanPart | undefined {
  let [best, most]: [PlanPart | undefined, number] = [undefined, -1];
  for (const part of parts) {
    const depth = depthOf(part.data, path);
    if (depth > most) [best, most] = [part, depth];
  }
  return best;
}

function depthOf(data: unknown, path: PlanPath): number {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return depth;
    value = childOf(value, key);
  }
  return path.length;
}
