// The same roll-up in real databases: how the work of the busiest node falls with a second one, and what the client does.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { Client } from 'pg';
import { clickhouseProgram, postgresFolder, startClickhouse, startPostgres } from '../scripts/servers.mjs';
import { planOf } from './orders.mjs';

const bin = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'salesplan.js');
const COLUMNS = 'ordered DATE, region TEXT, seller TEXT, amount DECIMAL(18, 2)';

export async function shards(bench) {
  if (postgresFolder()) await engine('postgres', await startPostgres(2), fillPostgres, 1_000_000, bench);
  else console.log('PostgreSQL: skipped, not installed');
  if (clickhouseProgram()) await engine('clickhouse', await startClickhouse(2), fillClickhouse, 10_000_000, bench);
  else console.log('ClickHouse: skipped, not installed');
}

/**
 * A node that has all rows against one that has half of them, and the client's own work at a tenth of the rows. Both nodes are
 * asked each time: where they share a core, one of them alone would have it easier, which has nothing to do with its rows.
 */
async function engine(name, nodes, fill, rows, { measured, folder, judge }) {
  for (const node of nodes) {
    await fill(node.url, 'tenth', rows / 10);
    await fill(node.url, 'half', rows / 2);
    await fill(node.url, 'whole', rows);
  }
  const env = Object.fromEntries(nodes.map(({ url }, index) => [`DB${index}`, url]));
  const run = async (table) => {
    const plan = join(folder, `${name}-${table}`);
    mkdirSync(plan, { recursive: true });
    const urls = nodes.map((_, index) => `{env: DB${index}}`);
    writeFileSync(join(plan, 'salesplan.yaml'), planOf(`connect: {engine: ${name}, url: [${urls.join(', ')}]}\n    table: ${table}`));
    const before = nodes.map(({ pid }) => ticksOf(pid));
    const client = measured([bin, 'sync', '--format', 'json'], plan, env);
    // A server counts the work of a session when it is over.
    await setTimeout(200);
    return { client: client.cpu, busiest: Math.max(...nodes.map(({ pid }, index) => ticksOf(pid) - before[index])) };
  };
  await run('tenth');
  const all = [];
  for (let turn = 0; turn < 3; turn++) for (const table of ['whole', 'half', 'tenth']) all.push({ table, ...(await run(table)) });
  const [one, two, few] = ['whole', 'half', 'tenth'].map((table) => meansOf(all.filter((each) => each.table === table)));
  judge(
    `${name}: busiest of two nodes / one`,
    two.busiest / one.busiest,
    0.6,
    `${two.busiest.toFixed(0)} / ${one.busiest.toFixed(0)} ticks of 10 ms`,
  );
  judge(`${name}: client CPU, rows x 10`, one.client / few.client, 1.6, `${one.client.toFixed(2)} s / ${few.client.toFixed(2)} s`);
  await Promise.all(nodes.map((node) => node.stop()));
}

function meansOf(runs) {
  const mean = (what) => runs.reduce((sum, each) => sum + each[what], 0) / runs.length;
  return { client: mean('client'), busiest: mean('busiest') };
}

/** Clock ticks of a process and of the children that it has waited for. */
function ticksOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
}

async function fillPostgres(url, table, rows) {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE TABLE ${table} (${COLUMNS}) WITH (autovacuum_enabled = false)`);
  await client.query(
    `INSERT INTO ${table} SELECT DATE '2025-01-01' + g % 365, (ARRAY['华东','华南','华北','西南','华中'])[1 + g % 5], 'owner' || lpad((g % 30)::text, 3, '0'), (g % 100000) / 100.0 FROM generate_series(1, ${rows}) AS g`,
  );
  // What a first reader of fresh rows does for those after it.
  await client.query(`VACUUM ANALYZE ${table}`);
  await client.end();
}

async function fillClickhouse(url, table, rows) {
  const client = createClient({ url, request_timeout: 300_000, log: { level: ClickHouseLogLevel.OFF } });
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
