import type { Engine } from './engine.ts';

/** Engines by name; each brings its client with it and is loaded when it is used. */
const ENGINES = {
  duckdb: async (temporaryFolder: () => string) => (await import('./duckdb.ts')).openDuckdb(temporaryFolder),
} as const satisfies Readonly<Record<string, (temporaryFolder: () => string) => Promise<Engine>>>;

export type EngineName = keyof typeof ENGINES;

export function openEngine(name: EngineName, temporaryFolder: () => string): Promise<Engine> {
  return ENGINES[name](temporaryFolder);
}
