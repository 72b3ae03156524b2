import { statSync } from 'node:fs';

/** What stands at a path. Below a file, beyond a circle of links or under a name that is too long there is nothing. */
export function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isDirectory() ? 'folder' : found ? 'file' : undefined;
  } catch (error) {
    if (NOTHING.has((error as { readonly code?: string }).code ?? '')) return undefined;
    throw error;
  }
}

const NOTHING: ReadonlySet<string> = new Set(['ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);
