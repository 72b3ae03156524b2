import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { withBlankRecords } from './blank-records.ts';
import type { BrokenRecord, Engine, EngineFile, Group, RolledUp, RollUp } from './engine.ts';
import { linesAt, withEvenEnds } from './even-ends.ts';
import { asCellsSql, asLinesSql, BETWEEN_CELLS, BETWEEN_LINES, literal, parquetText, REJECTS_SQL, repeatedSql, rollUpSql } from './sql.ts';
import { rollUpInTurns } from './turns.ts';

/** The process is to stay below 512 MB: up to 200 are what the engine does not count, itself and memory not given back among it. */
const ENGINE_MEMORY = '320MB';

/** The embedded engine: in memory, with a limit to it, nothing fetched and nothing written but its spill files in `temporary`. */
export async function openDuckdb(temporary: () => string): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: ENGINE_MEMORY,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
  });
  const connection = await instance.connect();
  await connection.run(`SET temp_directory = ${literal(temporary())}`);
  return {
    rollUp: (question) => rollUpInTurns(question, TURN_BYTES, (part) => rollUp(connection, part, temporary)),
    countApart: async (apart) => {
      const { countApart } = await import('./duckdb-apart.ts');
      const counted = await countApart(connection, apart, false).catch(async (error: unknown) => {
        await connection.run(FORGET_REJECTS);
        if (/invalid state/.test(String(error))) return undefined;
        if (!/parallel=false/.test(String(error))) throw error;
        return countApart(connection, apart, true);
      });
      await connection.run(FORGET_REJECTS);
      return counted;
    },
    parquetColumns: async (absolute) => {
      const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${literal(absolute)})`);
      return described.getRowsJS().map(([name]) => String(name));
    },
    writeText: async (file, to) => void (await connection.run(`COPY (${parquetText(file)}) TO ${literal(to)} (FORMAT csv, HEADER)`)),
    close: () => connection.closeSync(),
  };
}

/** Of five files of 360 MB at once the engine keeps four times the memory that one takes, and works half as much again. */
const TURN_BYTES = 500_000_000;

/** Less is read sooner by one thread than it is shared out to several. */
const FEW_BYTES = 8_000_000;

async function rollUp(connection: DuckDBConnection, question: RollUp, temporary: () => string, isSerial = false): Promise<RolledUp> {
  try {
    const rolled = await rollUpAs(connection, question, isSerial);
    return rolled.broken.some(isTooLong) ? await rollUpWithout(connection, question, rolled, temporary(), isSerial) : rolled;
  } catch (error) {
    await connection.run(FORGET_REJECTS);
    if (/invalid state/.test(String(error))) return rollUpEven(connection, question, temporary());
    // Short rows and line breaks in quotes, both in one file: the scanner cannot cut that into pieces.
    if (!isSerial && /parallel=false/.test(String(error))) return rollUp(connection, question, temporary, true);
    throw error;
  }
}

/** A quote that is closed thousands of lines further on: behind it the scanner finds rows again anywhere. */
function isTooLong({ reason }: BrokenRecord): boolean {
  return reason === 'LINE SIZE OVER MAXIMUM';
}

/** Such records are taken out of copies; how many lines they take in is for others to see. */
async function rollUpWithout(
  connection: DuckDBConnection,
  question: RollUp,
  first: RolledUp,
  folder: string,
  isSerial: boolean,
): Promise<RolledUp> {
  const lines = new Map<string, Set<number>>();
  const original = new Map<string, string>();
  const clear = () => {
    for (const copy of original.keys()) rmSync(copy);
    original.clear();
  };
  let rolled = first;
  for (let tries = 0; tries < MOST_COPIES && noteLines(rolled.broken.filter(isTooLong), original, lines); tries++) {
    clear();
    const files = question.files.map((file, index) => {
      const own = lines.get(file.absolute);
      if (!own) return file;
      const copy = withBlankRecords(file, own, join(folder, `blank-${index}.csv`));
      original.set(copy.absolute, file.absolute);
      return copy;
    });
    rolled = await rollUpAs(connection, { ...question, files }, isSerial);
  }
  const long = [...lines].flatMap(([absolute, own]) => [...own].map((line) => ({ absolute, offset: 0, line, reason: 'UNQUOTED VALUE' })));
  const broken = [...long, ...rolled.broken.filter((record) => !isTooLong(record)).map((record) => placedIn(record, original))];
  clear();
  return { ...rolled, broken };
}

/** Adds where records begin to what is known; false where that is nothing new. */
function noteLines(broken: readonly BrokenRecord[], original: ReadonlyMap<string, string>, lines: Map<string, Set<number>>): boolean {
  let isNew = false;
  for (const { absolute, offset } of broken) {
    const line = linesAt(absolute, [offset]).get(offset) ?? 1;
    const own = lines.get(original.get(absolute) ?? absolute) ?? new Set();
    isNew ||= !own.has(line);
    lines.set(original.get(absolute) ?? absolute, own.add(line));
  }
  return isNew;
}

/** A record of a copy as one of the file that it is of. */
function placedIn(record: BrokenRecord, original: ReadonlyMap<string, string>): BrokenRecord {
  const absolute = original.get(record.absolute);
  if (absolute === undefined) return record;
  return { ...record, absolute, line: linesAt(record.absolute, [record.offset]).get(record.offset) ?? 1 };
}

/** More such records than this are told as the scanner tells them. */
const MOST_COPIES = 20;

/** Lines that end in several ways confuse the scanner: it gets copies in which they do not. */
async function rollUpEven(connection: DuckDBConnection, question: RollUp, folder: string): Promise<RolledUp> {
  const original = new Map<string, string>();
  const even = (file: EngineFile): EngineFile => {
    const copy = withEvenEnds(file, join(folder, `even-${original.size}.csv`));
    original.set(copy.absolute, file.absolute);
    return copy;
  };
  const files = question.files.map(even);
  const joins = question.joins.map((each) => ({ ...each, file: even(each.file) }));
  const rolled = await rollUpAs(connection, { ...question, files, joins }, true);
  const broken = [...original].flatMap(([copy, absolute]) => {
    const those = rolled.broken.filter((record) => record.absolute === copy);
    const lines = linesAt(
      copy,
      those.map(({ offset }) => offset),
    );
    return those.map((record) => ({ ...record, absolute, line: lines.get(record.offset) ?? 1 }));
  });
  for (const copy of original.keys()) rmSync(copy);
  return { ...rolled, broken };
}

const FORGET_REJECTS = 'DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans';

async function rollUpAs(connection: DuckDBConnection, question: RollUp, isSerial: boolean): Promise<RolledUp> {
  const bytes = question.files.reduce((sum, file) => sum + file.bytes, 0);
  await connection.run(bytes < FEW_BYTES ? 'SET threads = 1' : 'RESET threads');
  const groups = await groupsOf(connection, question, isSerial);
  const broken = question.files.some(({ parquet }) => !parquet) ? await brokenOf(connection) : [];
  const repeated: { join: number; key: string }[] = [];
  for (const [index, each] of question.joins.entries()) {
    const rows = await connection.runAndReadAll(repeatedSql(each, isSerial));
    for (const [key] of rows.getRowsJS()) repeated.push({ join: index, key: String(key) });
  }
  await connection.run(FORGET_REJECTS);
  return { groups, broken, repeated };
}

async function groupsOf(connection: DuckDBConnection, question: RollUp, isSerial: boolean): Promise<readonly Group[]> {
  const groups = await askFor(rollUpSql(question, false, isSerial), connection, question);
  return groups.some(isBlank) ? askFor(rollUpSql(question, true, isSerial), connection, question) : groups;
}

/** Nothing in it that was asked for: its rows may have nothing in them at all. */
function isBlank({ keys, sums }: Group): boolean {
  return keys.every((key) => key === null || key.trim() === '') && sums.every((sum) => sum.isEmpty);
}

async function askFor(rollUp: string, connection: DuckDBConnection, question: RollUp): Promise<readonly Group[]> {
  const texts = await textsOf(asLinesSql(rollUp, question), connection);
  const lines = texts.map(([text = '', count]) => linesIn(text, Number(count), question));
  if (lines.every((those) => those !== undefined)) return lines.flat().map((cells) => groupOf(cells, question));
  await connection.run(FORGET_REJECTS);
  return (await textsOf(asCellsSql(rollUp, question), connection)).map((cells) => groupOf(cells, question));
}

async function textsOf(sql: string, connection: DuckDBConnection): Promise<readonly (readonly string[])[]> {
  return (await connection.runAndReadAll(sql)).getRowsJS().map((row) => row.map(String));
}

/** Undefined where a cell has in it what stands between cells or lines. */
function linesIn(text: string, count: number, { keys, sums }: RollUp): readonly (readonly string[])[] | undefined {
  const width = keys.length + 2 * sums.length + 1;
  const lines = text.split(BETWEEN_LINES).map((line) => line.split(BETWEEN_CELLS));
  return lines.length === count && lines.every((cells) => cells.length === width) ? lines : undefined;
}

function groupOf(cells: readonly string[], { keys, sums }: RollUp): Group {
  return {
    keys: keys.map((_, index) => cells[index] || null),
    sums: sums.map((_, index) => {
      const odd = cells[keys.length + index] ?? '';
      return { odd: odd.slice(1) || null, isEmpty: odd === '=', total: cells[keys.length + sums.length + index] ?? '0' };
    }),
    rows: Number(cells.at(-1)),
  };
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
