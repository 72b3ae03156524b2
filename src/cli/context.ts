import type { Day } from '../model/day.ts';
import type { PlanFiles } from '../model/files.ts';
import type { Network } from './network.ts';

/** Where a command writes. */
export interface Out {
  readonly isTerminal: boolean;
  /** Columns of the window; undefined when it is none. */
  readonly columns: number | undefined;
  write(text: string): void;
  /** Settles when more may be written: a reader that is slow is waited for, one that is gone is noticed. */
  flush(): Promise<void>;
}

/** A plan's folder on the disk: its files for the stages, and what only readers of large data need. */
export interface Folder {
  readonly files: PlanFiles;
  /** Absolute path of the folder. */
  readonly path: string;
}

/** Why a folder has no such revision. */
export type NoRevision = 'no-git' | 'no-repository' | 'no-revision';

/** The outside world, all of it: `node-context.ts` is the one that is real, tests make their own. */
export interface Context {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: { readonly isTerminal: boolean; read(): Uint8Array };
  readonly stdout: Out;
  readonly stderr: Out;
  readonly version: string;
  /** Which day it is now in a time zone; throws RangeError for a zone that is none. */
  today(timezone: string): Day;
  folder(path: string): Promise<Folder>;
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
  /** `path` as a person here would type it: relative to the working folder, with `/`. */
  display(path: string): string;
  resolve(...paths: readonly string[]): string;
  /** Writes the whole file or nothing. */
  writeFile(path: string, bytes: string | Uint8Array): void;
  /** Aborts when the person breaks off (Ctrl-C); from then on the program ends by itself. */
  interrupted(): AbortSignal;
  /** As writeFile, for a text that is made while it is written. */
  writeChunks(path: string, chunks: Iterable<string>): Promise<void>;
  /** A new folder that is gone when the process ends. */
  temporaryFolder(): string;
  /** The folder as its git repository has it at a revision; read only, or why there is none. */
  folderAt(path: string, revision: string): Promise<Folder | NoRevision>;
  /** Calls back with the path of what changes in the folders, until the function that it gives is called. */
  watch(folders: readonly string[], changed: (path: string) => void): Promise<() => void>;
  /** The commit that the folder's checkout stands at; undefined outside of git. */
  commit(folder: string): Promise<string | undefined>;
  network(): Promise<Network>;
  /** A folder that ships with the program, `examples` for one. */
  shipped(name: string): string;
}
