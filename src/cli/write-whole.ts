import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';

/** Writes beside the file and renames, so that a reader or a crash never meets half of it. */
export function writeWhole(path: string, bytes: string | Uint8Array): void {
  const beside = besideOf(path);
  try {
    // On the disk before its name is: a machine that loses its power keeps the one or the other.
    writeFileSync(beside, bytes, { flush: true });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** As writeWhole, piece by piece; whoever interrupts it finds no half of it either. */
export async function writeChunks(path: string, chunks: Iterable<string>): Promise<void> {
  const beside = besideOf(path);
  const interrupted = () => {
    rmSync(beside, { force: true });
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  try {
    const file = openSync(beside, 'w');
    try {
      for (const chunk of chunks) {
        writeFileSync(file, chunk);
        await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  } finally {
    process.removeListener('SIGINT', interrupted);
  }
}

function besideOf(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  return join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
}
