/** What reading a path gave. */
export type FileRead = { readonly is: 'bytes'; readonly bytes: Uint8Array } | { readonly is: 'missing' | 'directory' | 'denied' };

/**
 * The planner's files as the stages see them: the outside world is an argument. Paths use `/` and are relative to the
 * plan's folder (the folder of its `salesplan.yaml`).
 */
export interface PlanFiles {
  read(path: string): FileRead;
  /** What stands at a path, without reading it. */
  kind(path: string): 'file' | 'missing' | 'directory' | 'denied';
  /** Files that match a glob (`segments/*.yaml`), sorted by code unit; a path without wildcards gives itself when it exists. */
  glob(pattern: string): Promise<readonly string[]>;
  /** Names of the files in a folder, sorted by code unit; none where there is no such folder. */
  list(folder: string): readonly string[];
  /** The path after symlinks are resolved, relative to the plan's folder; it starts with `../` when it leads outside. */
  resolve(path: string): string;
}

/** The planner's data files, which may be too large to be held: read in pieces, named by absolute path for an engine. */
export interface DataFiles extends PlanFiles {
  absolute(path: string): string;
  /** The bytes of a file, by absolute path, in pieces. */
  chunks(absolute: string): Iterable<Uint8Array>;
  /** The same, where each piece is looked at before the next is asked for: they share their memory. */
  scan(absolute: string): Iterable<Uint8Array>;
  /** The last bytes of a file, at most so many, and how many it has in all. */
  tail(absolute: string, most: number): { readonly bytes: Uint8Array; readonly size: number };
  /** Writes a file that is gone when the program ends, and gives its absolute path. */
  writeTemporary(name: string, chunks: Iterable<Uint8Array>): string;
}
