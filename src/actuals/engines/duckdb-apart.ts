import type { Apart, ApartCount, CountedApart } from './engine.ts';
import { BETWEEN_CELLS, rollUpSql } from './sql.ts';

/** What is used of a connection of the client's. */
interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowsJS(): readonly (readonly unknown[])[] }>;
  createAppender(table: string): Promise<{ appendVarchar(text: string): void; endRow(): void; closeSync(): void }>;
}

/** Full-width signs as the plain ones that they stand for: NFKC, as far as names of customers need it. */
const WIDE = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0xff01 + index)).join('');
const PLAIN = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index)).join('');

/**
 * Counts orders and customers where their rows are rolled up: neither comes back. Each group of the roll-up before is known by its
 * texts, and with them its day and its place in the plan; an order is at the largest of its places on its first day.
 */
export async function countApart(connection: Connection, apart: Apart, isSerial: boolean): Promise<CountedApart> {
  await fillPlaces(connection, apart);
  await connection.run(`CREATE OR REPLACE TEMP TABLE parts AS ${partsSql(apart, isSerial)}`);
  const ask = async (sql: string): Promise<readonly ApartCount[]> => {
    const rows = await connection.runAndReadAll(`SELECT CAST(d AS VARCHAR), p, CAST(count AS VARCHAR) FROM (${sql})`);
    return rows.getRowsJS().map(([day, place, count]) => ({ day: String(day), place: Number(place), count: Number(count) }));
  };
  const counted: CountedApart = {
    orders: apart.order ? [...(await ask(ORDERS)), ...(await ask(LOOSE))] : [],
    fresh: apart.customer ? await ask(FRESH) : [],
    come: apart.customer ? await ask(COME) : [],
    go: apart.customer ? await ask(GO) : [],
    comeAgain: apart.customer ? await ask(COME_AGAIN) : [],
    goAgain: apart.customer ? await ask(GO_AGAIN) : [],
  };
  await connection.run('DROP TABLE parts; DROP TABLE places');
  return counted;
}

async function fillPlaces(connection: Connection, { groups }: Apart): Promise<void> {
  await connection.run('CREATE OR REPLACE TEMP TABLE places (key VARCHAR, d VARCHAR, p VARCHAR, each VARCHAR)');
  const appender = await connection.createAppender('places');
  for (const { texts, day, place, each } of groups) {
    for (const cell of [texts.join(BETWEEN_CELLS), day, String(place), each ?? '']) appender.appendVarchar(cell);
    appender.endRow();
  }
  appender.closeSync();
}

/** Orders and customers by their day and place: `o, c, d, p, s, n`; nothing for what a row does not name. */
function partsSql({ question, order, customer, hasAmount }: Apart, isSerial: boolean): string {
  const width = question.keys.length;
  const further = [order, customer].flatMap((ref) => (ref ? [{ ref, isDate: false }] : []));
  const rows = rollUpSql({ ...question, keys: [...question.keys, ...further] }, false, isSerial);
  const cells = [
    ...question.keys.map((_, index) => `coalesce(k${index}, '')`),
    ...question.sums.map((_, index) => `CASE WHEN o${index} IS NULL THEN '' ELSE concat('=', o${index}) END`),
  ];
  const o = order ? `trim(coalesce(k${width}, ''))` : "''";
  const c = customer ? foldedSql(`coalesce(k${width + (order ? 1 : 0)}, '')`) : "''";
  const each = `CAST(nullif(places.each, '') AS DECIMAL(18, 4)) * CAST(n AS INTEGER)`;
  // The wide cast takes a thousand times as long.
  const read = 'coalesce(CAST(try_cast(s0 AS DECIMAL(18, 4)) AS DECIMAL(38, 4)), CAST(s0 AS DECIMAL(38, 4)))';
  const amount = hasAmount ? `coalesce(CAST(${each} AS DECIMAL(38, 4)), ${read})` : 'n';
  const named = `${o} AS o, ${c} AS c, CAST(d AS DATE) AS d, CAST(p AS INTEGER) AS p`;
  return `SELECT ${named}, sum(${amount}) AS s, sum(n) AS n FROM (${rows}) JOIN places ON key = concat(${cells.join(`, '${BETWEEN_CELLS}', `)}) GROUP BY ALL`;
}

function foldedSql(column: string): string {
  const text = `nfc_normalize(${column})`;
  // Looking whether there is one is a hundred times as fast.
  const plain = `CASE WHEN regexp_matches(${text}, '[\uff01-\uff5e\u3000]') THEN translate(${text}, '${WIDE}\u3000', '${PLAIN.replaceAll("'", "''")} ') ELSE ${text} END`;
  return `lower(trim(regexp_replace(${plain}, '[\\s\u200b\ufeff]+', ' ', 'g')))`;
}

const BY_PLACE = `SELECT o, d, p, sum(s) AS total FROM parts WHERE o <> '' GROUP BY o, d, p`;
const BY_ORDER = `SELECT * FROM (${BY_PLACE}) QUALIFY row_number() OVER (PARTITION BY o ORDER BY d, total DESC, p) = 1`;
const ORDERS = `SELECT d, p, count(*) AS count FROM (${BY_ORDER}) GROUP BY ALL`;
const LOOSE = `SELECT d, p, sum(n) AS count FROM parts WHERE o = '' GROUP BY ALL`;
/** What a customer orders, or what one buys on one day. */
const BOUGHT = `SELECT c, d, p, s FROM parts WHERE c <> '' QUALIFY row_number() OVER (PARTITION BY c, o, CASE WHEN o = '' THEN d END ORDER BY d, s DESC, p) = 1`;
const FRESH = `SELECT d, p, count(*) AS count FROM (SELECT * FROM (${BOUGHT}) QUALIFY row_number() OVER (PARTITION BY c ORDER BY d, s DESC, p) = 1) GROUP BY ALL`;
const NEIGHBOURS = `SELECT d, p, lag(d) OVER w AS before, lead(d) OVER w AS after FROM (${BOUGHT}) WINDOW w AS (PARTITION BY c ORDER BY d, s, p DESC)`;

/** From a day until the next purchase, or until a year is over. */
function stays(from: string): string {
  return `SELECT d, p, least(coalesce(after, DATE '9999-12-31'), CAST(${from} + INTERVAL 1 YEAR AS DATE)) AS until FROM (${NEIGHBOURS}) WHERE ${from} IS NOT NULL`;
}

const [STAYS, STAYS_AGAIN] = [stays('d'), stays('before')];
const steps = (day: string, rows: string) => `SELECT ${day} AS d, p, count(*) AS count FROM (${rows}) WHERE until > d GROUP BY ALL`;
const [COME, GO, COME_AGAIN, GO_AGAIN] = [steps('d', STAYS), steps('until', STAYS), steps('d', STAYS_AGAIN), steps('until', STAYS_AGAIN)];
