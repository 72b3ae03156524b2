import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import type { FileRead } from '../model/files.ts';
import type { Folder } from './context.ts';

/** A folder on the disk as the stages see it. */
export function openFolder(path: string): Folder {
  return {
    path,
    files: {
      read: (file) => readBytes(join(path, file)),
      glob: (pattern) => matches(path, pattern),
      resolve: (file) => realPath(path, file),
    },
  };
}

function readBytes(path: string): FileRead {
  try {
    return { is: 'bytes', bytes: readFileSync(path) };
  } catch (error) {
    return { is: reasonOf(error) };
  }
}

function reasonOf(error: unknown): 'missing' | 'directory' | 'denied' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EISDIR') return 'directory';
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'denied';
}

function matches(folder: string, pattern: string): readonly string[] {
  if (statSync(join(folder, pattern), { throwIfNoEntry: false })) return [pattern];
  if (!isDynamicPattern(pattern)) return [];
  return globSync(pattern, { cwd: folder, dot: false, expandDirectories: false }).sort();
}

function realPath(folder: string, file: string): string {
  const from = realpathSync(folder);
  try {
    return slashes(relative(from, realpathSync(join(folder, file))));
  } catch {
    return slashes(relative(from, join(from, file)));
  }
}

function slashes(path: string): string {
  return path.split(sep).join('/');
}
