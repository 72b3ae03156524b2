import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Context } from '../../src/cli/context.ts';
import { openFolder } from '../../src/cli/folder.ts';
import { folderAt } from '../../src/cli/git-folder.ts';
import { kindOf } from '../../src/cli/kind-of.ts';
import { run } from '../../src/cli/main.ts';
import { type Network, realNetwork } from '../../src/cli/network.ts';
import { watchFolders } from '../../src/cli/watch-folders.ts';
import { writeChunks, writeWhole } from '../../src/cli/write-whole.ts';
import { day } from '../../src/model/day.ts';

export const ROOT = resolve(import.meta.dirname, '..', '..');

/** What a command printed and how it ended. */
export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface World {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Columns of the window; without them standard output is no terminal. */
  readonly columns?: number;
  readonly today?: string;
  readonly network?: Network;
  readonly interrupted?: AbortSignal;
}

/** Runs a command line in process, in a world of the test's own making: no clock, no environment, captured output. */
export async function runIn(cwd: string, argv: readonly string[], world: World = {}): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const exit = await run(argv, contextOf(cwd, world, written));
  return { exit, ...written };
}

/** A world of the test's own making whose output goes nowhere. */
export function contextIn(cwd: string, world: World = {}): Context {
  return contextOf(cwd, world, { stdout: '', stderr: '' });
}

function contextOf(cwd: string, world: World, written: { stdout: string; stderr: string }): Context {
  const terminal = { isTerminal: world.columns !== undefined, columns: world.columns };
  const bytes = typeof world.stdin === 'string' ? new TextEncoder().encode(world.stdin) : world.stdin;
  const append = (stream: 'stdout' | 'stderr', text: string): void => {
    written[stream] += text;
  };
  return {
    cwd,
    env: { LANG: 'C.UTF-8', ...world.env },
    stdin: { isTerminal: false, read: () => bytes ?? new Uint8Array() },
    stdout: { ...terminal, write: (text) => append('stdout', text), flush: async () => {} },
    stderr: { ...terminal, write: (text) => append('stderr', text), flush: async () => {} },
    version: '0.0.0-test',
    today: () => day(world.today ?? '2026-06-28'),
    folder: async (path) => openFolder(path),
    folderAt,
    watch: async (folders, changed) => watchFolders(folders, changed),
    isFile: (path) => kindOf(path) === 'file',
    isFolder: (path) => kindOf(path) === 'folder',
    display: (path) => relative(cwd, path) || '.',
    resolve: (...paths) => resolve(cwd, ...paths),
    writeFile: writeWhole,
    interrupted: () => world.interrupted ?? new AbortController().signal,
    writeChunks,
    temporaryFolder: temporary,
    network: async () => world.network ?? realNetwork,
    commit: async () => undefined,
    shipped: (name) => join(ROOT, name),
  };
}

/** A new folder that is gone when the tests end (`one-folder.ts`). */
export function temporary(): string {
  return mkdtempSync(join(process.env.SALESPLAN_TEST_FOLDER ?? tmpdir(), 'salesplan-test-'));
}
