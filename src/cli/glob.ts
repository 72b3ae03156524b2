import picomatch from 'picomatch';
import { glob } from 'tinyglobby';

/** Files below a folder that match a glob, sorted by code unit; hidden ones are left out. */
export async function globIn(folder: string, pattern: string): Promise<readonly string[]> {
  return (await glob(pattern, { cwd: folder, dot: false, expandDirectories: false })).sort();
}

/** Of given names those that match a glob, as globIn finds them on a disk. */
export function matching(names: readonly string[], pattern: string): readonly string[] {
  const matches = picomatch(pattern, { dot: false });
  return names.filter((name) => matches(name)).sort();
}
