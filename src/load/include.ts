import type { PlanFiles } from '../model/files.ts';
import type { Problem, Spot } from '../model/finding.ts';
import { nearName } from '../model/near-name.ts';
import type { PlanPath } from '../model/plan.ts';
import { placeIn } from './locate.ts';
import { isMap } from './ordered.ts';
import { parseYaml } from './parse-yaml.ts';
import { plainOf } from './plain.ts';
import type { SourceFile } from './source-file.ts';

/** One file of the plan with its values. */
export interface PlanPart {
  readonly file: SourceFile;
  /** Undefined: it can't be read as YAML. */
  readonly data: unknown;
}

export interface PlanParts {
  /** The plan's own file first, then what it includes, depth first. */
  readonly parts: readonly PlanPart[];
  readonly problems: readonly Problem[];
}

interface Reading {
  readonly files: PlanFiles;
  readonly display: (path: string) => string;
  readonly parts: PlanPart[];
  readonly problems: Problem[];
  readonly seen: Set<string>;
}

/** Reads a plan's file and all that it includes, each once. Reports: syntax/*, ref/include-outside, ref/include-missing. */
export function readParts(files: PlanFiles, entry: string, display: (path: string) => string): PlanParts {
  const reading: Reading = { files, display, parts: [], problems: [], seen: new Set() };
  const read = files.read(entry);
  if (read.is === 'bytes') readPart(reading, entry, read.bytes);
  return { parts: reading.parts, problems: reading.problems };
}

function readPart(reading: Reading, path: string, bytes: Uint8Array): void {
  reading.seen.add(reading.files.resolve(path));
  const file = parseYaml(bytes, path, reading.display(path));
  const { data, problems } = plainOf(file);
  reading.parts.push({ file, data });
  reading.problems.push(...file.problems, ...problems);
  if (!isMap(data)) return;
  const { include } = data;
  const patterns = Array.isArray(include) ? include : [include];
  patterns.forEach((pattern, index) => {
    if (typeof pattern === 'string') readIncluded(reading, file, pattern, Array.isArray(include) ? ['include', index] : ['include']);
  });
}

function readIncluded(reading: Reading, from: SourceFile, pattern: string, path: PlanPath): void {
  const spot: Spot = { in: 'text', place: placeIn(from, path, 'value') };
  const wanted = besideOf(from.path, pattern);
  if (wanted === undefined) {
    reading.problems.push({ rule: 'ref/include-outside', spot, args: { path: pattern } });
    return;
  }
  const found = reading.files.glob(wanted);
  if (found.length === 0)
    reading.problems.push({ rule: 'ref/include-missing', spot, args: { path: pattern, nearest: nearest(reading, wanted) } });
  for (const file of found) readFound(reading, file, pattern, spot);
}

function readFound(reading: Reading, file: string, pattern: string, spot: Spot): void {
  const real = reading.files.resolve(file);
  if (real.startsWith('../')) {
    reading.problems.push({ rule: 'ref/include-outside', spot, args: { path: pattern } });
    return;
  }
  if (reading.seen.has(real)) return;
  const read = reading.files.read(file);
  if (read.is === 'bytes') readPart(reading, file, read.bytes);
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

function nearest(reading: Reading, wanted: string): string | undefined {
  const folder = wanted.split('/').slice(0, -1).join('/');
  return /[*?[{]/.test(wanted) ? undefined : nearName(wanted, reading.files.glob(folder ? `${folder}/*.yaml` : '*.yaml'));
}
