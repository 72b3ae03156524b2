import { type Statement, tableName } from './engines/dialect.ts';
import {
  type AskedTable,
  binder,
  conditionsOf,
  dayOf,
  grouped,
  keysOf,
  labelOf,
  nameOf,
  periodKey,
  sumOf,
  type TableRollUp,
} from './table-sql.ts';

/** What orders and customers are counted by: the roll-up that their rows are of, and the columns that tell them apart. */
export interface Counting {
  readonly rollUp: TableRollUp & { readonly day: NonNullable<TableRollUp['day']> };
  readonly order: number | undefined;
  readonly customer: number | undefined;
}

/** Orders with a number, each on its first day at its largest part: `day, raw…, classed…, orders`. */
export function ordersStatement(asked: AskedTable, counting: Counting): Statement {
  const { dialect } = asked;
  const { text, keys, values } = partsOf(asked, counting, counting.order, undefined);
  const first = dialect.firstOfEach(text, ['o'], ['d', 's DESC', ...keys], ['d', ...keys]);
  return counted(asked, counting, keys, first, values);
}

/** Rows without a number of an order: each is one. */
export function looseStatement(asked: AskedTable, { rollUp, order }: Counting): Statement {
  const { dialect } = asked;
  const { bind, values } = binder();
  const day = periodKey(asked, dayOf(asked, rollUp.day.column), rollUp.day);
  const keys = [day, ...keysOf(asked, rollUp, bind)];
  const conditions = [...conditionsOf(asked, rollUp, bind), ...counts(asked, rollUp), `${labelOf(asked, order ?? 0)} = ''`];
  return {
    text: `SELECT ${[...keys, dialect.text('COUNT(*)')].join(', ')} FROM ${tableName(asked.table, dialect)} WHERE ${conditions.join(' AND ')}${grouped(keys)}`,
    values,
  };
}

/** Records of which there are several rows: `records, rows, key` of the first of them. */
export function repeatedStatement(asked: AskedTable, rollUp: TableRollUp, id: number): Statement {
  const { dialect } = asked;
  const { bind, values } = binder();
  const key = labelOf(asked, id);
  const where = [...conditionsOf(asked, rollUp, bind), `${key} <> ''`].join(' AND ');
  const several = `SELECT ${key} AS o, COUNT(*) AS n FROM ${tableName(asked.table, dialect)} WHERE ${where} GROUP BY ${key} HAVING COUNT(*) > 1`;
  return { text: `SELECT ${dialect.text('COUNT(*)')}, ${dialect.text('SUM(n)')}, MIN(o) FROM (${several}) AS r`, values };
}

/** Customers on the day of their first order, at the largest of that day: `day, raw…, classed…, customers`. */
export function newCustomersStatement(asked: AskedTable, counting: Counting): Statement {
  const { text, keys, values } = purchasesOf(asked, counting);
  const first = asked.dialect.firstOfEach(text, ['c'], ['d', 's DESC', ...keys], ['d', ...keys]);
  return counted(asked, counting, keys, first, values);
}

/** How customers come and go, as steps of a level: `day, raw…, classed…, customers`, of those who buy and of those who buy again. */
export interface Steps {
  readonly come: Statement;
  readonly go: Statement;
  readonly comeAgain: Statement;
  readonly goAgain: Statement;
}

export function stepStatements(asked: AskedTable, counting: Counting): Steps {
  const { dialect } = asked;
  const { text, keys, values } = purchasesOf(asked, counting);
  const rows = dialect.withNeighbours(text, keys);
  const until = (day: string) => `CASE WHEN day_after < ${dialect.yearAfter(day)} THEN day_after ELSE ${dialect.yearAfter(day)} END`;
  const steps = (day: string, stay: string): Statement => {
    const selected = [dialect.text(day), ...keys];
    const where = `WHERE ${stay} > d`;
    return {
      text: `SELECT ${[...selected, dialect.text('COUNT(*)')].join(', ')} FROM (${rows}) AS e ${where} GROUP BY ${selected.join(', ')}`,
      values,
    };
  };
  const [buys, again] = [until('d'), until('day_before')];
  return { come: steps('d', buys), go: steps(buys, buys), comeAgain: steps('d', again), goAgain: steps(again, again) };
}

/** A query with columns `o`, `c`, `d`, `s` and keys, and what it binds. */
interface Parts {
  readonly text: string;
  readonly keys: readonly string[];
  readonly values: Statement['values'];
}

/** Orders of customers, or what one buys on one day. */
function purchasesOf(asked: AskedTable, counting: Counting): Parts {
  const parts = partsOf(asked, counting, counting.order, counting.customer);
  const ones = `CASE WHEN o = '' THEN ${asked.dialect.text('d')} ELSE '' END`;
  const dated = `SELECT ${['o', 'c', 'd', ...parts.keys, 's', `${ones} AS od`].join(', ')} FROM (${parts.text}) AS p`;
  return {
    ...parts,
    text: asked.dialect.firstOfEach(dated, ['c', 'o', 'od'], ['d', 's DESC', ...parts.keys], ['c', 'd', ...parts.keys, 's']),
  };
}

/** Rows of one order (or customer) that lie at one place on one day, added up. */
function partsOf(asked: AskedTable, { rollUp }: Counting, order: number | undefined, customer: number | undefined): Parts {
  const { dialect } = asked;
  const { bind, values } = binder();
  const keys = keysOf(asked, rollUp, bind);
  const day = dayOf(asked, rollUp.day.column);
  const [o, c] = [order, customer].map((column) => (column === undefined ? "''" : labelOf(asked, column)));
  const [amount] = rollUp.sums;
  const sum = amount === undefined ? 'COUNT(*)' : sumOf(asked, amount);
  const named = [`${o} AS o`, `${c} AS c`, `${day} AS d`, ...keys.map((key, index) => `${key} AS k${index}`), `${sum} AS s`];
  const conditions = [...conditionsOf(asked, rollUp, bind), ...counts(asked, rollUp), `${customer === undefined ? o : c} <> ''`];
  const by = grouped([o ?? '', c ?? '', day, ...keys]);
  const text = `SELECT ${named.join(', ')} FROM ${tableName(asked.table, dialect)} WHERE ${conditions.join(' AND ')}${by}`;
  return { text, keys: keys.map((_, index) => `k${index}`), values };
}

/** Only rows with a day and an amount count. */
function counts(asked: AskedTable, { day, sums }: Counting['rollUp']): readonly string[] {
  const [amount] = sums;
  return [day.column, ...(amount === undefined ? [] : [amount])].map((column) => `${nameOf(asked, column)} IS NOT NULL`);
}

function counted(asked: AskedTable, { rollUp }: Counting, keys: readonly string[], rows: string, values: Statement['values']): Statement {
  const selected = [periodKey(asked, 'd', rollUp.day), ...keys];
  return { text: `SELECT ${[...selected, asked.dialect.text('COUNT(*)')].join(', ')} FROM (${rows}) AS f${grouped(selected)}`, values };
}
