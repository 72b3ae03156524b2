import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Copies beside the place and renames, so that a reader or a crash never meets half of the file. */
export function copyWhole(from: string, to: string): void {
  const beside = join(dirname(to), `.${basename(to)}.${process.pid}.tmp`);
  mkdirSync(dirname(to), { recursive: true });
  try {
    copyFileSync(from, beside);
    renameSync(beside, to);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
