import { LISTED, spotIn } from './complaints.ts';
import type { BrokenRecord } from './engines/engine.ts';
import { linesOfBytes } from './line-of-byte.ts';
import type { PreparedFile } from './prepare.ts';
import type { Reading } from './read-source.ts';
import type { BrokenRow } from './readers/table.ts';
import type { FileSet } from './roll-source.ts';
import type { Swallowed } from './swallowed.ts';

/** Rows that broken records stand for. */
export function rowsIn(broken: readonly BrokenRow[]): number {
  return broken.reduce((count, { rows }) => count + (rows ?? 1), 0);
}

export interface BrokenAt {
  readonly file: PreparedFile;
  readonly line: number;
  readonly reason: string;
  readonly swallowed: Swallowed | undefined;
}

/** Where broken records stand, and which lines one with a quote that is not closed takes in. */
export async function brokenIn(broken: readonly BrokenRecord[], set: FileSet, { files }: Reading): Promise<readonly BrokenAt[]> {
  if (broken.length === 0) return [];
  const { swallowedBy } = await import('./swallowed.ts');
  return [...set.files, ...set.joined].flatMap((file) => {
    const those = broken.filter(({ absolute }) => absolute === file.absolute);
    if (those.length === 0) return [];
    const offsets = those.flatMap(({ offset, line }) => (line === undefined ? [offset] : []));
    const lines = linesOfBytes(offsets, files.scan(file.absolute));
    const placed = those.map(({ offset, line, reason }) => ({ file, line: line ?? lines.get(offset) ?? 1, reason }));
    const quoted = placed.filter(({ reason }) => reason === 'UNQUOTED VALUE').map(({ line }) => line);
    const swallowed = quoted.length > 0 ? swallowedBy(quoted, file.delimiter, files.scan(file.absolute)) : undefined;
    return placed.map((each) => ({ ...each, swallowed: each.reason === 'UNQUOTED VALUE' ? swallowed?.get(each.line) : undefined }));
  });
}

/** Reports: data/bad-row, data/unclosed-quote. */
export function tellBroken(broken: readonly BrokenAt[], set: FileSet, { tell }: Reading): void {
  for (const { file, line, reason, swallowed } of broken.slice(0, LISTED)) {
    const spot = spotIn(file, line);
    const isLong = swallowed !== undefined && swallowed.further > 0;
    const last = isLong ? swallowed.last + (file.linesAbove ?? 0) : undefined;
    const rows = isLong ? swallowed.further + 1 : undefined;
    const args = { reason: reason.toLowerCase().replaceAll(' ', '-'), line: line + (file.linesAbove ?? 0), last, rows };
    tell({ rule: isLong && swallowed.isOpen ? 'data/unclosed-quote' : 'data/bad-row', spot, args });
  }
  for (const { name, broken: others } of [...set.files, ...set.joined]) {
    for (const { line, reason, last, rows } of others?.slice(0, LISTED) ?? []) {
      const place = { file: name, line, column: 1, endLine: line, endColumn: 1 };
      tell({
        rule: rows === undefined || reason === 'rows-in-cell' ? 'data/bad-row' : 'data/unclosed-quote',
        spot: { in: 'text', place },
        args: { reason, line, last, rows },
      });
    }
  }
}
