// Makes order rows: the same for the same count, twelve columns, about 128 bytes each, as companies export them.
// They are of a year that is over: rows that are dated after today are looked for again, line by line, to be told.
import { DuckDBInstance } from '@duckdb/node-api';

export const REGIONS = ['华东', '华南', '华北', '西南', '华中'];
export const OWNERS = 30;

/** Every value is a hash of the row's number and of the column's; each seller has one region. */
const COLUMNS = `
  'SO' || lpad(CAST(i AS VARCHAR), 10, '0') AS order_id,
  CAST(DATE '2025-01-01' + CAST(hash(i, 1) % 365 AS INTEGER) AS DATE) AS ordered,
  'C' || lpad(CAST(hash(i, 2) % 50000 AS VARCHAR), 6, '0') AS customer,
  ['华东', '华南', '华北', '西南', '华中'][1 + CAST(hash(i, 3) % 5 AS BIGINT)] AS region,
  'owner' || lpad(CAST(hash(i, 3) % 5 + 5 * (hash(i, 4) % ${OWNERS / 5}) AS VARCHAR), 3, '0') AS seller,
  'P' || lpad(CAST(CAST(hash(i, 5) % 300 AS BIGINT) AS VARCHAR), 4, '0') AS product,
  ['online', 'store', 'partner', 'direct'][1 + CAST(hash(i, 6) % 4 AS BIGINT)] AS channel,
  1 + CAST(hash(i, 7) % 9 AS BIGINT) AS quantity,
  CAST((100 + CAST(hash(i, 8) % 99900 AS BIGINT)) / 100.0 AS DECIMAL(18, 2)) AS price,
  CAST((100 + CAST(hash(i, 9) % 9999900 AS BIGINT)) / 100.0 AS DECIMAL(18, 2)) AS amount,
  CASE WHEN CAST(hash(i, 10) % 20 AS BIGINT) = 0 THEN 'cancelled' ELSE 'completed' END AS status,
  'note ' || CAST(CAST(hash(i, 11) % 1000000000000 AS BIGINT) AS VARCHAR) || ' for this order' AS note`;

/** Writes rows `from` to `from + count` as CSV, with other names of columns at will. */
export async function writeOrders(path, count, from = 0) {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '512MB' });
  const connection = await instance.connect();
  await connection.run(`COPY (SELECT ${COLUMNS} FROM range(${from}, ${from + count}) AS rows(i)) TO '${path}' (HEADER, DELIMITER ',')`);
  connection.closeSync();
  instance.closeSync();
}

/** The plan over them: by region, owner and month, without the cancelled ones. */
export function planOf(source) {
  const members = Array.from({ length: OWNERS }, (_, index) => `owner${String(index).padStart(3, '0')}`);
  return `salesplan: 1
name: Orders
currency: CNY
period: {start: 2025-01-01, end: 2025-12-31}
segments:
${REGIONS.map((region, index) => `  r${index}: {name: ${region}, match: {region: ${region}}}`).join('\n')}
team:
  members:
${members.map((id) => `    ${id}: {name: ${id}}`).join('\n')}
goals:
  revenue:
    metric: revenue
    target: 600B
    owner: owner000
    decompose:
      - {by: segment, shares: {${REGIONS.map((_, index) => `r${index}: 20%`).join(', ')}}}
      - {by: month}
actuals:
  orders:
    ${source}
    columns: {date: ordered, amount: amount, owner: seller}
`;
}
