import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { type Day, day } from '../model/day.ts';
import type { Context, Out } from './context.ts';
import { kindOf } from './kind-of.ts';
import { writeChunks, writeWhole } from './write-whole.ts';

declare const SALESPLAN_VERSION: string;

/** The real world, for a program whose built file stands in `here`. The one file that reads the clock. */
export function nodeContext(here: string): Context {
  const cwd = process.cwd();
  return {
    cwd,
    env: process.env,
    stdin: {
      get isTerminal() {
        return process.stdin.isTTY === true;
      },
      read: () => readFileSync(0),
    },
    stdout: out(process.stdout),
    stderr: out(process.stderr),
    version: SALESPLAN_VERSION,
    today: (timezone) => dayIn(timezone, new Date()),
    folder: async (path) => (await import('./folder.ts')).openFolder(path),
    folderAt: async (path, revision) => (await import('./git-folder.ts')).folderAt(path, revision),
    watch: async (folders, changed) => (await import('./watch-folders.ts')).watchFolders(folders, changed),
    isFile: (path) => kindOf(path) === 'file',
    isFolder: (path) => kindOf(path) === 'folder',
    display: (path) => relative(cwd, path).split(sep).join('/') || '.',
    resolve: (...paths) => resolve(cwd, ...paths),
    writeFile: writeWhole,
    interrupted,
    writeChunks,
    temporaryFolder,
    network: async () => (await import('./network.ts')).realNetwork,
    commit: commitOf,
    shipped: (name) => join(here, '..', name),
  };
}

function out(stream: NodeJS.WriteStream): Out {
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? columnsWished(process.env.COLUMNS),
    write: (text) => stream.write(text),
    flush: () => new Promise((resolve) => (stream.writableNeedDrain ? stream.once('drain', resolve) : setImmediate(resolve))),
  };
}

/** Where the output is no window: as wide as `COLUMNS` says. */
function columnsWished(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{2,4}$/.test(text) ? Number(text) : undefined;
}

/** Zones whose clocks have stood this far ahead of UTC for decades, in hours: with them nothing of Intl is loaded. */
const AHEAD = new Map([
  ['UTC', 0],
  ['Asia/Shanghai', 8],
  ['Asia/Hong_Kong', 8],
  ['Asia/Taipei', 8],
  ['Asia/Singapore', 8],
  ['Asia/Tokyo', 9],
]);

function dayIn(timezone: string, now: Date): Day {
  const ahead = AHEAD.get(timezone);
  if (ahead !== undefined) return day(new Date(now.getTime() + ahead * 3_600_000).toISOString().slice(0, 10));
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return day(parts.format(now));
}

/** A second Ctrl-C ends the program at once. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'salesplan-'));
  process.once('exit', () => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** What `.git/HEAD` stands for, read from the files: starting git takes longer than all the rest of a report's stamp. */
async function commitOf(folder: string): Promise<string | undefined> {
  const git = gitFolderOf(folder);
  if (git === undefined) return undefined;
  try {
    const head = readFileSync(join(git, 'HEAD'), 'utf8').trim();
    const ref = /^ref: (.+)$/.exec(head)?.[1];
    const commit = ref === undefined ? head : commitOfRef(git, ref);
    return commit?.slice(0, 12);
  } catch {
    return undefined;
  }
}

function gitFolderOf(folder: string): string | undefined {
  for (let at = folder; ; at = join(at, '..')) {
    const found = statSync(join(at, '.git'), { throwIfNoEntry: false });
    if (found?.isDirectory()) return join(at, '.git');
    if (found)
      return resolve(
        at,
        readFileSync(join(at, '.git'), 'utf8')
          .replace(/^gitdir: /, '')
          .trim(),
      );
    if (at === join(at, '..')) return undefined;
  }
}

/** A worktree keeps its branches in the folder that `commondir` names; packed ones stand in one file. */
function commitOfRef(git: string, ref: string): string | undefined {
  const common = statSync(join(git, 'commondir'), { throwIfNoEntry: false })
    ? resolve(git, readFileSync(join(git, 'commondir'), 'utf8').trim())
    : git;
  const loose = join(common, ref);
  if (statSync(loose, { throwIfNoEntry: false })) return readFileSync(loose, 'utf8').trim();
  const packed = readFileSync(join(common, 'packed-refs'), 'utf8');
  return packed
    .split('\n')
    .find((line) => line.endsWith(` ${ref}`))
    ?.split(' ')[0];
}
