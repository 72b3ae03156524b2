import type { PlanComment } from '../model/comment.ts';
import type { PlanFiles } from '../model/files.ts';
import type { Place, Spot } from '../model/finding.ts';
import { type PlanParts, type Reader, readParts } from './include.ts';
import { locator, placeIn } from './locate.ts';
import { parseYaml } from './parse-yaml.ts';
import { plainOf } from './plain.ts';
import type { SourceFile } from './source-file.ts';

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
