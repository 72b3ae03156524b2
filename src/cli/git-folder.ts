import { spawnSync } from 'node:child_process';
import { posix } from 'node:path';
import type { PlanFiles } from '../model/files.ts';
import type { Folder, NoRevision } from './context.ts';

/** More than any plan file may have. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A folder as it was where the current branch left a revision (or at it, where they share nothing). Nothing is checked out. */
export async function folderAt(path: string, revision: string): Promise<Folder | NoRevision> {
  const top = git(path, ['rev-parse', '--show-toplevel']);
  if (top === undefined) return 'no-git';
  if (top.status !== 0) return 'no-repository';
  const wanted = git(path, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (wanted?.status !== 0) return 'no-revision';
  const commit = wanted.stdout.toString().trim();
  const base = git(path, ['merge-base', commit, 'HEAD']);
  return { path, files: filesAt(path, base?.status === 0 ? base.stdout.toString().trim() : commit) };
}

function filesAt(folder: string, commit: string): PlanFiles {
  const names = namesAt(folder, commit);
  const isFolder = (path: string) => names.some((name) => name.startsWith(`${path}/`));
  const kind: PlanFiles['kind'] = (path) => {
    const plain = posix.normalize(path);
    return names.includes(plain) ? 'file' : isFolder(plain) ? 'directory' : 'missing';
  };
  return {
    kind,
    read: (path) => {
      const is = kind(path);
      if (is !== 'file') return { is };
      const shown = git(folder, ['cat-file', 'blob', `${commit}:./${posix.normalize(path)}`]);
      return shown?.status === 0 ? { is: 'bytes', bytes: new Uint8Array(shown.stdout) } : { is: 'missing' };
    },
    glob: async (pattern) => {
      if (kind(pattern) !== 'missing') return [pattern];
      const { matching } = await import('./glob.ts');
      return matching(names, pattern);
    },
    list: (path) => names.filter((name) => posix.dirname(name) === posix.normalize(path || '.')).map((name) => posix.basename(name)),
    resolve: (path) => posix.normalize(path),
  };
}

/** The files below the folder, from it. */
function namesAt(folder: string, commit: string): readonly string[] {
  const listed = git(folder, ['ls-tree', '-r', '-z', '--name-only', commit]);
  return listed?.status === 0 ? listed.stdout.toString().split('\0').filter(Boolean).sort() : [];
}

/** Arguments go to git as they are, past any shell; what a hook sets about its own repository is not taken over. */
function git(folder: string, args: readonly string[]) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const ran = spawnSync('git', ['-C', folder, ...args], { env, maxBuffer: MOST_BYTES, stdio: ['ignore', 'pipe', 'ignore'] });
  return ran.error ? undefined : { status: ran.status, stdout: ran.stdout };
}
