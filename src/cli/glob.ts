import { glob } from 'tinyglobby';

/** Files below a folder that match a glob, sorted by code unit; hidden ones are left out. */
export async function globIn(folder: string, pattern: string): Promise<readonly string[]> {
  return (await glob(pattern, { cwd: folder, dot: false, expandDirectories: false })).sort();
}
