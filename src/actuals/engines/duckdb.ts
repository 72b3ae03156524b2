import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { BrokenRecord, Engine, Group, RolledUp, RollUp } from './engine.ts';
import { literal, REJECTS_SQL, repeatedSql, rollUpSql } from './sql.ts';

/** The embedded engine: in memory, with a limit to it, nothing fetched and nothing written but its spill files in `temporary`. */
export async function openDuckdb(temporary: () => string): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '512MB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
  });
  const connection = await instance.connect();
  await connection.run(`SET temp_directory = ${literal(temporary())}`);
  return { rollUp: (question) => rollUp(connection, question), close: () => connection.closeSync() };
}

/** Less is read sooner by one thread than it is shared out to several. */
const FEW_BYTES = 8_000_000;

async function rollUp(connection: DuckDBConnection, question: RollUp): Promise<RolledUp> {
  const bytes = question.files.reduce((sum, file) => sum + file.bytes, 0);
  await connection.run(bytes < FEW_BYTES ? 'SET threads = 1' : 'RESET threads');
  const groups = await groupsOf(connection, question);
  const broken = await brokenOf(connection);
  const repeated: { join: number; key: string }[] = [];
  for (const [join, each] of question.joins.entries()) {
    const rows = await connection.runAndReadAll(repeatedSql(each));
    for (const [key] of rows.getRowsJS()) repeated.push({ join, key: String(key) });
  }
  await connection.run('DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans');
  return { groups, broken, repeated };
}

async function groupsOf(connection: DuckDBConnection, question: RollUp): Promise<readonly Group[]> {
  const groups = await askFor(rollUpSql(question, false), connection, question);
  return groups.some(isBlank) ? askFor(rollUpSql(question, true), connection, question) : groups;
}

/** Nothing in it that was asked for: its rows may have nothing in them at all. */
function isBlank({ keys, sums }: Group): boolean {
  return keys.every((key) => key === null || key.trim() === '') && sums.every((sum) => sum.isEmpty);
}

async function askFor(sql: string, connection: DuckDBConnection, question: RollUp): Promise<readonly Group[]> {
  const result = await connection.runAndReadAll(sql);
  const keyCount = question.keys.length;
  const sumCount = question.sums.length;
  return result.getRowsJS().map((row) => ({
    keys: row.slice(0, keyCount).map((key) => (key === null ? null : String(key))),
    sums: question.sums.map((_, index) => ({
      odd: textOf(row[keyCount + 2 * index]),
      isEmpty: row[keyCount + 2 * index + 1] === true,
      total: textOf(row[keyCount + 2 * sumCount + index]) ?? '0',
    })),
    rows: Number(row.at(-1)),
  }));
}

async function brokenOf(connection: DuckDBConnection): Promise<readonly BrokenRecord[]> {
  const result = await connection.runAndReadAll(REJECTS_SQL);
  const broken = new Map<string, BrokenRecord>();
  for (const [path, at, reason] of result.getRowsJS()) {
    const key = `${path}\n${at}`;
    if (!broken.has(key)) broken.set(key, { absolute: String(path), offset: Number(at), reason: String(reason) });
  }
  return [...broken.values()];
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
