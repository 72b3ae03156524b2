import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';

/**
 * Takes a lock: a file that holds the number of the process that has it. One left behind by a process that is gone is
 * taken over. Returns how to let go of it; undefined: somebody else has it.
 */
export function takeLock(path: string): (() => void) | undefined {
  const own = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(own, String(process.pid));
  try {
    for (let attempt = 0; attempt < 2; attempt++) {
      if (isTaken(own, path)) return () => rmSync(path, { force: true });
      if (isHeld(path)) return undefined;
      rmSync(path, { force: true });
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
