// The same roll-up in real databases: how the work of the busiest node falls with a second one, and what the client does.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@clickhouse/client';
import { Client } from 'pg';
import { clickhouseProgram, postgresFolder, startClickhouse, startPostgres } from '../scripts/servers.mjs';
import { planOf } from './orders.mjs';

const bin = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'salesplan.js');
const COLUMNS = 'ordered DATE, region TEXT, seller TEXT, amount DECIMAL(18, 2)';

export async function shards(bench) {
  if (postgresFolder()) await engine('postgres', await startPostgres(2), fillPostgres, 300_000, bench);
  else console.log('PostgreSQL: skipped, not installed');
  if (clickhouseProgram()) await engine('clickhouse', await startClickhouse(2), fillClickhouse, 3_000_000, bench);
  else console.log('ClickHouse: skipped, not installed');
}

/** All rows on one node against half of them on each of two; and the client's own work at a tenth of the rows. */
async function engine(name, nodes, fill, rows, { measured, folder, judge }) {
  for (const node of nodes) {
    await fill(node.url, 'tenth', rows / 10);
    await fill(node.url, 'half', rows / 2);
  }
  await fill(nodes[0].url, 'whole', rows);
  const env = Object.fromEntries(nodes.map(({ url }, index) => [`DB${index}`, url]));
  const run = (table, count) => {
    const plan = join(folder, `${name}-${table}-${count}`);
    mkdirSync(plan, { recursive: true });
    const urls = nodes.slice(0, count).map((_, index) => `{env: DB${index}}`);
    writeFileSync(join(plan, 'salesplan.yaml'), planOf(`connect: {engine: ${name}, url: [${urls.join(', ')}]}\n    table: ${table}`));
    const before = nodes.map(({ pid }) => ticksOf(pid));
    const client = measured([bin, 'sync', '--format', 'json'], plan, env);
    return { client: client.cpu, busiest: Math.max(...nodes.map(({ pid }, index) => ticksOf(pid) - before[index])) };
  };
  run('tenth', 1);
  const [one, two, few] = [run('whole', 1), run('half', 2), run('tenth', 1)];
  judge(`${name}: busiest of two nodes / one`, two.busiest / one.busiest, 0.6, `${two.busiest} / ${one.busiest} ticks`);
  judge(`${name}: client CPU, rows x 10`, one.client / few.client, 1.6, `${one.client.toFixed(2)} s / ${few.client.toFixed(2)} s`);
  await Promise.all(nodes.map((node) => node.stop()));
}

/** Clock ticks of a process and of the children that it has waited for. */
function ticksOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
}

async function fillPostgres(url, table, rows) {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE TABLE ${table} (${COLUMNS})`);
  await client.query(
    `INSERT INTO ${table} SELECT DATE '2025-01-01' + g % 365, (ARRAY['华东','华南','华北','西南','华中'])[1 + g % 5], 'owner' || lpad((g % 30)::text, 3, '0'), (g % 100000) / 100.0 FROM generate_series(1, ${rows}) AS g`,
  );
  await client.query(`ANALYZE ${table}`);
  await client.end();
}

async function fillClickhouse(url, table, rows) {
  const client = createClient({ url });
  await client.command({
    query: `CREATE TABLE ${table} (ordered Date, region String, seller String, amount Decimal(18, 2)) ENGINE = MergeTree ORDER BY ordered`,
  });
  await client.command({
    query:
      `INSERT INTO ${table} SELECT toDate('2025-01-01') + number % 365, ['华东','华南','华北','西南','华中'][1 + number % 5], concat('owner', leftPad(number % 30), toString(number % 30)), toDecimal64(number % 100000, 2) / 100 FROM numbers(${rows})`.replace(
        'leftPad(number % 30)',
        "if(number % 30 < 10, '00', '0')",
      ),
  });
  await client.close();
}
