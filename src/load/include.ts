import type { PlanFiles } from '../model/files.ts';
import type { Problem, Spot } from '../model/finding.ts';
import type { PlanPath } from '../model/id.ts';
import { nearName } from '../model/near-name.ts';
import { isMap } from './ordered.ts';
import type { SourceText } from './source-file.ts';

/** One file of the plan with its values. */
export interface PlanPart<File extends SourceText = SourceText> {
  readonly file: File;
  /** Undefined: it can't be read as YAML. */
  readonly data: unknown;
}

export interface PlanParts<File extends SourceText> {
  /** The plan's own file first, then what it includes, depth first. */
  readonly parts: readonly PlanPart<File>[];
  readonly problems: readonly Problem[];
}

/** A way to read the files of a plan. */
export interface Reader<File extends SourceText> {
  read(bytes: Uint8Array, path: string, name: string): PlanPart<File> & { readonly problems: readonly Problem[] };
  /** Where a path stands in a file. */
  spotOf(file: File, path: PlanPath): Spot;
}

interface Reading<File extends SourceText> {
  readonly files: PlanFiles;
  readonly display: (path: string) => string;
  readonly reader: Reader<File>;
  readonly parts: PlanPart<File>[];
  readonly problems: Problem[];
  readonly seen: Set<string>;
}

/** Reads a plan's file and all that it includes, each once. Reports: what the reader does, ref/include-outside, ref/include-missing. */
export async function readParts<File extends SourceText>(
  files: PlanFiles,
  entry: string,
  display: (path: string) => string,
  reader: Reader<File>,
): Promise<PlanParts<File>> {
  const reading: Reading<File> = { files, display, reader, parts: [], problems: [], seen: new Set() };
  const read = files.read(entry);
  if (read.is === 'bytes') await readPart(reading, entry, read.bytes);
  return { parts: reading.parts, problems: reading.problems };
}

async function readPart<File extends SourceText>(reading: Reading<File>, path: string, bytes: Uint8Array): Promise<void> {
  reading.seen.add(reading.files.resolve(path));
  const { file, data, problems } = reading.reader.read(bytes, path, reading.display(path));
  reading.parts.push({ file, data });
  reading.problems.push(...problems);
  if (!isMap(data)) return;
  const { include } = data;
  const patterns = Array.isArray(include) ? include : [include];
  for (const [index, pattern] of patterns.entries()) {
    const at = Array.isArray(include) ? ['include', index] : ['include'];
    if (typeof pattern === 'string') await readIncluded(reading, file, pattern, at);
  }
}

async function readIncluded<File extends SourceText>(reading: Reading<File>, from: File, pattern: string, path: PlanPath): Promise<void> {
  const spot = reading.reader.spotOf(from, path);
  const wanted = besideOf(from.path, pattern);
  if (wanted === undefined) {
    reading.problems.push({ rule: 'ref/include-outside', spot, args: { path: pattern } });
    return;
  }
  const found = await reading.files.glob(wanted);
  if (found.length === 0)
    reading.problems.push({ rule: 'ref/include-missing', spot, args: { path: pattern, nearest: nearest(reading, wanted) } });
  for (const file of found) await readFound(reading, file, pattern, spot);
}

async function readFound<File extends SourceText>(reading: Reading<File>, file: string, pattern: string, spot: Spot): Promise<void> {
  const real = reading.files.resolve(file);
  if (real.startsWith('../')) {
    reading.problems.push({ rule: 'ref/include-outside', spot, args: { path: pattern } });
    return;
  }
  if (reading.seen.has(real)) return;
  const read = reading.files.read(file);
  if (read.is === 'bytes') await readPart(reading, file, read.bytes);
  else reading.problems.push({ rule: 'ref/include-missing', spot, args: { path: file } });
}

/** A path beside an including file, from the plan's folder; undefined when it leads out of that folder. */
function besideOf(from: string, path: string): string | undefined {
  if (/^([/\\]|[A-Za-z]:)/.test(path)) return undefined;
  const steps = from.split('/').slice(0, -1);
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') steps.push(part);
  }
  return steps.join('/');
}

function nearest<File extends SourceText>(reading: Reading<File>, wanted: string): string | undefined {
  const folder = wanted.split('/').slice(0, -1).join('/');
  const names = reading.files.list(folder).filter((name) => name.endsWith('.yaml'));
  const near = /[*?[{]/.test(wanted) ? undefined : nearName(wanted.slice(folder === '' ? 0 : folder.length + 1), names);
  return near === undefined || folder === '' ? near : `${folder}/${near}`;
}
