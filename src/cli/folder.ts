import { accessSync, closeSync, constants, openSync, readFileSync, readSync, realpathSync, statSync, writeSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import type { DataFiles, FileRead, PlanFiles } from '../model/files.ts';
import type { Folder } from './context.ts';

/** A folder on the disk as the stages see it. */
export function openFolder(path: string): Folder {
  return {
    path,
    files: {
      read: (file) => readBytes(resolve(path, file)),
      kind: (file) => kindAt(resolve(path, file)),
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

function kindAt(path: string): ReturnType<PlanFiles['kind']> {
  try {
    if (statSync(path).isDirectory()) return 'directory';
    accessSync(path, constants.R_OK);
    return 'file';
  } catch (error) {
    return reasonOf(error);
  }
}

const PIECE = 1 << 20;

/** The data files of a folder: read in pieces; `temporaryFolder` is asked for only where one must be rewritten. */
export function dataFilesOf(folder: Folder, temporaryFolder: () => string): DataFiles {
  return {
    ...folder.files,
    absolute: (path) => resolve(folder.path, path),
    chunks: piecesOf,
    writeTemporary: (name, chunks) => writePieces(join(temporaryFolder(), name), chunks),
  };
}

function* piecesOf(path: string): Iterable<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const read = readSync(file, piece);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

function writePieces(path: string, chunks: Iterable<Uint8Array>): string {
  const file = openSync(path, 'w', 0o600);
  try {
    for (const chunk of chunks) for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
  } finally {
    closeSync(file);
  }
  return path;
}

function matches(folder: string, pattern: string): readonly string[] {
  if (statSync(resolve(folder, pattern), { throwIfNoEntry: false })) return [pattern];
  if (!isDynamicPattern(pattern)) return [];
  return globSync(pattern, { cwd: folder, dot: false, expandDirectories: false }).sort();
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
