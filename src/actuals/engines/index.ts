import type { WarehouseEngine } from '../../model/source.ts';
import type { Engine } from './engine.ts';
import type { Access, OpenWarehouse, Warehouse } from './warehouse.ts';

/** Engines by name; each brings its client with it and is loaded when it is used. */
const ENGINES = {
  duckdb: async (temporaryFolder: () => string) => (await import('./duckdb.ts')).openDuckdb(temporaryFolder),
} as const satisfies Readonly<Record<string, (temporaryFolder: () => string) => Promise<Engine>>>;

export type EngineName = keyof typeof ENGINES;

export function openEngine(name: EngineName, temporaryFolder: () => string): Promise<Engine> {
  return ENGINES[name](temporaryFolder);
}

const WAREHOUSES: Readonly<Record<WarehouseEngine, () => Promise<OpenWarehouse>>> = {
  postgres: async () => (await import('./postgres.ts')).openPostgres,
  clickhouse: async () => (await import('./clickhouse.ts')).openClickhouse,
  trino: async () => (await import('./trino.ts')).openTrino,
  duckdb: async () => (await import('./duckdb-file.ts')).openDuckdbFile,
};

/** Opens a database of the planner's own. Throws WarehouseError. */
export async function openWarehouse(engine: WarehouseEngine, access: Access): Promise<Warehouse> {
  return (await WAREHOUSES[engine]())(access);
}
