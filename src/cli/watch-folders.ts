import { existsSync, type FSWatcher, watch } from 'node:fs';
import { dirname, join } from 'node:path';

/** What plans and their data are made of; not what an editor puts beside a file, or where the output of this program may go. */
const PLAN_FILE = /^[^.].*\.(?:ya?ml|csv|tsv)$/i;

/** Calls `changed` with the path of whatever changes in the folders, until the returned function is called. A folder that is not there is waited for. */
export function watchFolders(folders: readonly string[], changed: (path: string) => void): () => void {
  const watchers = [...new Set(folders.map(standing))].flatMap((folder) => watchOne(folder, changed));
  return () => watchers.forEach((watcher) => void watcher.close());
}

function watchOne(folder: string, changed: (path: string) => void): readonly FSWatcher[] {
  try {
    const watcher = watch(folder, (_, name) => {
      if (name === null || PLAN_FILE.test(name)) changed(name === null ? folder : join(folder, name));
    });
    // A folder that goes away is a change too.
    watcher.on('error', () => changed(folder));
    return [watcher];
  } catch {
    return [];
  }
}

/** The folder, or the nearest above it that is there. */
function standing(folder: string): string {
  for (let at = folder; ; at = dirname(at)) if (existsSync(at) || at === dirname(at)) return at;
}
