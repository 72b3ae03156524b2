import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DataFiles } from '../model/files.ts';
import type { Folder } from './context.ts';
import { countData } from './longer-work.ts';

/** Enough for a header; touching fresh memory costs more than reading more often. */
const PIECE = 1 << 18;
/** Of a file that is read for long. */
const [LARGE, LARGE_PIECE] = [1 << 26, 1 << 20];

/** The data files of a folder: read in pieces; `temporaryFolder` is asked for only where one must be rewritten. */
export function dataFilesOf(folder: Folder, temporaryFolder: () => string): DataFiles {
  return {
    ...folder.files,
    absolute: (path) => resolve(folder.path, path),
    chunks: (path) => piecesOf(path, Buffer.allocUnsafe),
    scan: (path) => {
      let piece: Buffer | undefined;
      return piecesOf(path, (size) => (piece ??= Buffer.allocUnsafe(size)));
    },
    tail,
    writeTemporary: (name, chunks) => writePieces(join(temporaryFolder(), name), chunks),
  };
}

function* piecesOf(path: string, memory: (size: number) => Buffer): Iterable<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    // A small file needs no large piece; one byte more shows its end.
    const whole = fstatSync(file).size + 1;
    const size = Math.min(whole > LARGE ? LARGE_PIECE : PIECE, whole);
    for (;;) {
      const piece = memory(size);
      const read = readSync(file, piece);
      if (read === 0) return;
      countData(read);
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

function tail(path: string, most: number): { readonly bytes: Uint8Array; readonly size: number } {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.allocUnsafe(Math.min(size, most));
    const read = readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return { bytes: bytes.subarray(0, read), size };
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
