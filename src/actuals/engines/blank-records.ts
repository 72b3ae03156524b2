import { closeSync, openSync, writeSync } from 'node:fs';
import { blanked } from '../blanked.ts';
import type { EngineFile } from './engine.ts';
import { piecesOf } from './even-ends.ts';

/** A copy of a file in which the records that begin on these lines, from 1, are blank. */
export function withBlankRecords(file: EngineFile, lines: ReadonlySet<number>, to: string): EngineFile {
  const into = openSync(to, 'w', 0o600);
  let bytes = 0;
  try {
    for (const piece of blanked(piecesOf(file.absolute), lines, file.delimiter)) {
      for (let at = 0; at < piece.length; ) at += writeSync(into, piece, at, piece.length - at);
      bytes += piece.length;
    }
  } finally {
    closeSync(into);
  }
  return { ...file, absolute: to, bytes };
}
