import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeWhole } from './write-whole.ts';

/** How far a file that grows piece by piece is known to be whole. */
interface Mark<Cursor> {
  /** What it is made from: another one can't be gone on with. */
  readonly key: string;
  readonly bytes: number;
  readonly records: number;
  readonly pages: number;
  readonly cursor: Cursor;
}

/**
 * A file that is written in pieces over hours and, it may be, several runs: it grows beside its place, every whole piece is
 * marked, and only the whole of it takes the place. Killed at any moment, it goes on from the last mark.
 */
export interface PartFile<Cursor> {
  /** Where to go on from; undefined: from the start. */
  resume(key: string): Mark<Cursor> | undefined;
  append(lines: readonly string[], mark: Omit<Mark<Cursor>, 'bytes'>): void;
  clear(): void;
  finish(): void;
}

export function partFileAt<Cursor>(path: string): PartFile<Cursor> {
  const part = join(dirname(path), `.${basename(path)}.part`);
  const marks = join(dirname(path), `.${basename(path)}.mark`);
  const clear = (): void => {
    rmSync(marks, { force: true });
    rmSync(part, { force: true });
  };
  return {
    clear,
    resume: (key) => {
      const mark = readMark<Cursor>(marks);
      const size = statSync(part, { throwIfNoEntry: false })?.size ?? -1;
      if (mark?.key !== key || size < mark.bytes) {
        clear();
        return undefined;
      }
      // What was appended behind the mark may be half a record.
      truncateSync(part, mark.bytes);
      return mark;
    },
    append: (lines, mark) => {
      appendFileSync(part, lines.map((line) => `${line}\n`).join(''), { flush: true });
      writeWhole(marks, JSON.stringify({ ...mark, bytes: statSync(part).size }));
    },
    finish: () => {
      sync(part);
      renameSync(part, path);
      rmSync(marks, { force: true });
    },
  };
}

function readMark<Cursor>(path: string): Mark<Cursor> | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Mark<Cursor>;
  } catch {
    return undefined;
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}
