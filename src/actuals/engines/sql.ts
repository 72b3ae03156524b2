import type { ColumnRef } from '../bind.ts';
import type { EngineFile, RollUp } from './engine.ts';

/** Enough places for whatever people export; sums keep them all. Ten times the work of the narrow one, which fits in 64 bits. */
const EXACT = 'DECIMAL(38, 18)';
const NARROW = 'DECIMAL(18, 4)';

/** An eighth of what is usual: such pieces stay in the processor's cache, which halves the time, and take less memory. */
const BUFFER_BYTES = 4_000_000;

/** A text of an engine has its limits. */
const LINES_A_TEXT = 100_000;

/** Between the cells and the lines of an answer. */
export const [BETWEEN_CELLS, BETWEEN_LINES] = ['\u0001', '\u0002'];

/**
 * The roll-up of delimited files as DuckDB runs it: `keys…, odd…, totals…, rows`. What is no number comes back as one more key
 * a sum, to be read elsewhere: its text, nothing for an empty cell, NULL for all numbers.
 * A row whose cells are all empty is no row: telling takes all columns to be read, which is asked for only where the answer
 * has a group with nothing in it.
 */
export function rollUpSql(question: RollUp, isBlankLeftOut: boolean, isSerial = false): string {
  const { files, joins, keys, sums, hasHeader, decimal } = question;
  const width = files[0]?.columnCount ?? 0;
  const tables = [
    `FROM ${readFiles(files, width, hasHeader, isSerial)} AS t0`,
    ...joins.map(({ file, left, right }, index) => {
      const key = columnOf({ table: index + 1, column: right });
      const source = `SELECT * FROM ${readFiles([file], file.columnCount, true, isSerial)} QUALIFY row_number() OVER (PARTITION BY ${folded(`c${right}`)}) = 1`;
      return `LEFT JOIN (${source}) AS t${index + 1} ON ${folded(columnOf(left))} = ${folded(key)}`;
    }),
  ];
  const keyed = keys.map(({ ref, isDate }, index) => `${isDate ? dateText(columnOf(ref)) : columnOf(ref)} AS k${index}`);
  const texts = sums.map((ref, index) => `${columnOf(ref)} AS r${index}`);
  const where = isBlankLeftOut ? ` WHERE ${isNoBlank(width)}` : '';
  const read = `SELECT ${[...keyed, ...texts, '1 AS one'].join(', ')} ${tables.join(' ')}${where}`;
  const narrow = sums.map((_, index) => `${narrowOf(`r${index}`, decimal)} AS n${index}`);
  const wide = sums.map((_, index) => `CASE WHEN n${index} IS NULL THEN ${numberOf(`r${index}`, decimal)} END AS w${index}`);
  const inner = `SELECT ${['*', ...wide].join(', ')} FROM (SELECT ${['*', ...narrow].join(', ')} FROM (${read}))`;
  const groups = keys.map((_, index) => `k${index}`);
  const odd = sums.map(
    (_, index) => `CASE WHEN n${index} IS NULL AND w${index} IS NULL THEN coalesce(trim(r${index}), '') END AS o${index}`,
  );
  const totals = sums.map(
    (_, index) => `CAST(coalesce(CAST(sum(n${index}) AS ${EXACT}), 0) + coalesce(sum(w${index}), 0) AS VARCHAR) AS s${index}`,
  );
  return `SELECT ${[...groups, ...odd, ...totals, 'count(*) AS n'].join(', ')} FROM (${inner}) GROUP BY ALL`;
}

/** The cells of a line of a roll-up as texts: nothing for a key that is NULL; what is odd with a sign before it, so that nothing is no text. */
function cellsOf({ keys, sums }: RollUp): readonly string[] {
  return [
    ...keys.map((_, index) => `coalesce(k${index}, '')`),
    ...sums.map((_, index) => `CASE WHEN o${index} IS NULL THEN '' ELSE concat('=', o${index}) END`),
    ...sums.map((_, index) => `s${index}`),
    'CAST(n AS VARCHAR)',
  ];
}

/** A roll-up cell by cell. */
export function asCellsSql(rollUp: string, question: RollUp): string {
  return `SELECT ${cellsOf(question).join(', ')} FROM (${rollUp})`;
}

/** A roll-up as few long texts with the number of their lines: they are taken apart ten times as fast as cells are taken over. */
export function asLinesSql(rollUp: string, question: RollUp): string {
  const line = `concat(${cellsOf(question).join(`, '${BETWEEN_CELLS}', `)})`;
  const numbered = `SELECT ${line} AS line, row_number() OVER () // ${LINES_A_TEXT} AS part FROM (${rollUp})`;
  return `SELECT string_agg(line, '${BETWEEN_LINES}'), CAST(count(*) AS VARCHAR) FROM (${numbered}) GROUP BY part`;
}

/** Keys of a joined file that stand in several of its rows. */
export function repeatedSql({ file, right }: RollUp['joins'][number], isSerial = false): string {
  const key = `c${right}`;
  return `SELECT min(${key}) AS key FROM ${readFiles([file], file.columnCount, true, isSerial)} WHERE nullif(trim(${key}), '') IS NOT NULL GROUP BY ${folded(key)} HAVING count(*) > 1 ORDER BY 1 LIMIT 1000`;
}

export const REJECTS_SQL =
  'SELECT s.file_path AS path, e.line_byte_position AS at, e.error_type AS reason FROM reject_errors e JOIN reject_scans s USING (scan_id, file_id)';

/** A Parquet file as text, column by column. */
export function parquetText({ absolute, parquet = [] }: EngineFile): string {
  const columns = parquet.map((name, index) => `CAST(${identifier(name)} AS VARCHAR) AS c${index}`).join(', ');
  return `SELECT ${columns} FROM read_parquet(${literal(absolute)})`;
}

function readFiles(files: readonly EngineFile[], width: number, hasHeader: boolean, isSerial: boolean): string {
  const parquets = files.filter(({ parquet }) => parquet);
  return parquets.length > 0 ? `(${parquets.map(parquetText).join(' UNION ALL ')})` : readCsv(files, width, hasHeader, isSerial);
}

function readCsv(files: readonly EngineFile[], width: number, hasHeader: boolean, isSerial: boolean): string {
  const columns = Array.from({ length: width }, (_, index) => `'c${index}': 'VARCHAR'`).join(', ');
  const paths = files.map(({ absolute }) => literal(absolute)).join(', ');
  const options = [
    'auto_detect = false',
    `columns = {${columns}}`,
    `delim = ${literal(files[0]?.delimiter ?? ',')}`,
    `quote = '"'`,
    `escape = '"'`,
    `header = ${hasHeader}`,
    'null_padding = true',
    'ignore_errors = true',
    'store_rejects = true',
    'strict_mode = true',
    `nullstr = ''`,
    `buffer_size = ${BUFFER_BYTES}`,
    ...(isSerial ? ['parallel = false'] : []),
  ];
  return `read_csv([${paths}], ${options.join(', ')})`;
}

function columnOf({ table, column }: ColumnRef): string {
  return `t${table}.c${column}`;
}

/** Blanks, whatever their width, and breaks. */
const BLANKS = ' \t\r\n\u00a0\u3000';

/** A row whose cells are all empty is no row. */
function isNoBlank(width: number): string {
  const cells = Array.from({ length: width }, (_, index) => `nullif(trim(t0.c${index}, ${literal(BLANKS)}), '')`);
  return `coalesce(${cells.join(', ')}) IS NOT NULL`;
}

/** As joined keys are compared; a blank one meets nothing. */
function folded(column: string): string {
  return `nullif(lower(trim(nfc_normalize(${column}))), '')`;
}

const OFFSET = '(:\\d{2}(\\.\\d+)?)?( ?(Z|[+-]\\d{2}:?(\\d{2})?))$';

/** Without the time of day, so that a day is one group; instants are cut to five minutes, as `withoutTime` does it. */
function dateText(column: string): string {
  const low = `regexp_replace(${column}, '(:\\d)[0-4]${OFFSET}', '\\10\\4')`;
  const cut = `regexp_replace(${low}, '(:\\d)[5-9]${OFFSET}', '\\15\\4')`;
  const isInstant = `regexp_full_match(${column}, '\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}${OFFSET.slice(0, -1)}')`;
  const plain = `regexp_replace(${column}, '[ T]+([上下]午 ?)?\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?( ?[AaPp][Mm])?$', '')`;
  return `CASE WHEN strlen(${column}) <= 10 OR length(${column}) <= 10 THEN ${column} WHEN ${isInstant} THEN ${cut} ELSE ${plain} END`;
}

/**
 * A plain decimal of few places: what nearly all are. A cast would round what is longer, so it is looked at first; a point before
 * the last two characters tells enough, and costs half of what a pattern does.
 */
function narrowOf(column: string, decimal: '.' | ','): string {
  if (decimal === ',') return `CAST(NULL AS ${NARROW})`;
  const isMoney = `strpos(${column}, '.') = strlen(${column}) - 2`;
  const isPlain = `regexp_full_match(${column}, '-?[0-9]{1,13}(\\.[0-9]{1,4})?')`;
  const number = `try_cast(${column} AS ${NARROW})`;
  return `CASE WHEN ${isMoney} THEN ${number} WHEN ${isPlain} THEN ${number} END`;
}

/** A plain decimal, or one whose thousands are marked; null for everything else. */
function numberOf(column: string, decimal: '.' | ','): string {
  if (decimal === ',') {
    const form = `'\\s*-?(\\d+|\\d{1,3}(\\.\\d{3})+)(,\\d+)?\\s*'`;
    return `CASE WHEN regexp_full_match(${column}, ${form}) THEN try_cast(replace(replace(${column}, '.', ''), ',', '.') AS ${EXACT}) END`;
  }
  const marked = `'\\s*-?\\d{1,3}(,\\d{3})+(\\.\\d+)?\\s*'`;
  return `coalesce(try_cast(${column} AS ${EXACT}), CASE WHEN regexp_full_match(${column}, ${marked}) THEN try_cast(replace(${column}, ',', '') AS ${EXACT}) END)`;
}

/** Text in quotes: nothing that a file or a plan says becomes part of the query. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
