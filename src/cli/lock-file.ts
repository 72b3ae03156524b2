import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Takes a lock: a file that holds the number of the process that has it. One left behind by a process that is gone is
 * taken over. Returns how to let go of it; undefined: somebody else has it.
 */
export function takeLock(path: string): (() => void) | undefined {
  const own = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(own, String(process.pid));
    for (let attempt = 0; attempt < 2; attempt++) {
      if (isTaken(own, path)) return () => rmSync(path, { force: true });
      if (isHeld(path)) return undefined;
      dropStale(path);
    }
    return undefined;
  } finally {
    rmSync(own, { force: true });
  }
}

/** A link is made whole or not at all, so that a lock never stands without its number. */
function isTaken(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes a lock that nobody holds out of the way. In between somebody else may have done the same and taken it: what was moved
 * is looked at again, and put back where a process holds it.
 */
function dropStale(path: string): void {
  const moved = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, moved);
    if (isHeld(moved)) linkSync(moved, path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(moved, { force: true });
  }
}

function isHeld(path: string): boolean {
  try {
    process.kill(Number(readFileSync(path, 'utf8')), 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
