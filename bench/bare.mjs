// The bare query that the roll-up is measured against: typed columns, day x region x seller, one process of its own.
import { DuckDBInstance } from '@duckdb/node-api';

run();

async function run() {
  const [paths, memoryLimit = '512MB'] = process.argv.slice(2);
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: memoryLimit });
  const connection = await instance.connect();
  const types = {
    order_id: 'VARCHAR',
    ordered: 'DATE',
    customer: 'VARCHAR',
    region: 'VARCHAR',
    seller: 'VARCHAR',
    product: 'VARCHAR',
    channel: 'VARCHAR',
    quantity: 'INTEGER',
    price: 'DECIMAL(18, 2)',
    amount: 'DECIMAL(18, 2)',
    status: 'VARCHAR',
    note: 'VARCHAR',
  };
  const columns = Object.entries(types)
    .map(([name, type]) => `'${name}': '${type}'`)
    .join(', ');
  const rows = await connection.runAndReadAll(
    `SELECT ordered, region, seller, sum(amount), count(*) FROM read_csv('${paths}', header = true, columns = {${columns}}) GROUP BY ALL`,
  );
  const total = rows.getRowsJS().reduce((sum, row) => sum + Number(row[4]), 0);
  console.log(total);
}
