import { accessSync, constants, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { FileRead, PlanFiles } from '../model/files.ts';
import type { Folder } from './context.ts';
import { countPlan } from './longer-work.ts';

/** A folder on the disk as the stages see it. */
export function openFolder(path: string): Folder {
  return {
    path,
    files: {
      read: (file) => readBytes(resolve(path, file)),
      kind: (file) => kindAt(resolve(path, file)),
      glob: (pattern) => matches(path, pattern),
      list: (folder) => namesIn(resolve(path, folder)),
      resolve: (file) => realPath(path, file),
    },
  };
}

function readBytes(path: string): FileRead {
  try {
    const bytes = readFileSync(path);
    countPlan(bytes.length);
    return { is: 'bytes', bytes };
  } catch (error) {
    return { is: reasonOf(error) };
  }
}

function reasonOf(error: unknown): 'missing' | 'directory' | 'denied' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EISDIR') return 'directory';
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'denied';
}

function kindAt(path: string): ReturnType<PlanFiles['kind']> {
  try {
    if (statSync(path).isDirectory()) return 'directory';
    accessSync(path, constants.R_OK);
    return 'file';
  } catch (error) {
    return reasonOf(error);
  }
}

/** `folder/*.ext` is matched here; what else globs can say brings a library with it. */
async function matches(folder: string, pattern: string): Promise<readonly string[]> {
  if (statSync(resolve(folder, pattern), { throwIfNoEntry: false })) return [pattern];
  if (!/[*?[\]{}()!+@]/.test(pattern)) return [];
  const simple = /^((?:[^*?[\]{}()!+@]*\/)?)([^/*?[\]{}()!+@]*)\*([^/*?[\]{}()!+@]*)$/.exec(pattern);
  if (!simple) return (await import('./glob.ts')).globIn(folder, pattern);
  const [, parent = '', before = '', after = ''] = simple;
  const fits = (name: string) =>
    name.length >= before.length + after.length && name.startsWith(before) && name.endsWith(after) && !name.startsWith('.');
  return namesIn(resolve(folder, parent))
    .filter(fits)
    .map((name) => `${parent}${name}`);
}

function namesIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}

function realPath(folder: string, file: string): string {
  const from = realpathSync(folder);
  try {
    return slashes(relative(from, realpathSync(resolve(folder, file))));
  } catch {
    return slashes(relative(from, resolve(from, file)));
  }
}

function slashes(path: string): string {
  return path.split(sep).join('/');
}
