import { chmodSync, closeSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes beside the file and renames, so that a reader or a crash never meets half of it. */
export function writeWhole(path: string, bytes: string | Uint8Array): void {
  const place = placeOf(path);
  if (place.isDevice) {
    writeFileSync(path, bytes);
    return;
  }
  try {
    // On the disk before its name is: a machine that loses its power keeps the one or the other.
    writeFileSync(place.beside, bytes, { flush: true });
    putInPlace(place);
  } catch (error) {
    rmSync(place.beside, { force: true });
    throw error;
  }
}

/** As writeWhole, piece by piece; whoever interrupts it finds no half of it either. */
export async function writeChunks(path: string, chunks: Iterable<string>): Promise<void> {
  const place = placeOf(path);
  const clear = () => (place.isDevice ? undefined : rmSync(place.beside, { force: true }));
  const interrupted = () => {
    clear();
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  try {
    const file = openSync(place.isDevice ? path : place.beside, 'w');
    try {
      for (const chunk of chunks) {
        writeFileSync(file, chunk);
        await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      closeSync(file);
    }
    if (!place.isDevice) putInPlace(place);
  } catch (error) {
    clear();
    throw error;
  } finally {
    process.removeListener('SIGINT', interrupted);
  }
}

interface Place {
  /** Where a link leads: the file itself is replaced, never the link. */
  readonly real: string;
  readonly beside: string;
  /** Rights of the file that stands there. */
  readonly mode: number | undefined;
  /** `/dev/null` or a pipe: written into, never replaced. */
  readonly isDevice: boolean;
}

function placeOf(path: string): Place {
  const found = statSync(path, { throwIfNoEntry: false });
  const real = found ? realpathSync(path) : path;
  const isDevice = found !== undefined && !found.isFile() && !found.isDirectory();
  if (!found) mkdirSync(dirname(path), { recursive: true });
  return { real, beside: join(dirname(real), `.${basename(real)}.${process.pid}.tmp`), mode: found?.mode, isDevice };
}

function putInPlace({ real, beside, mode }: Place): void {
  if (mode !== undefined) chmodSync(beside, mode & 0o7777);
  renameSync(beside, real);
}
