// Roll-up of order rows: CPU and peak of memory of the whole program against the bare typed DuckDB query in the same run,
// interleaved, medians. Run: node bench/rollup.mjs [1m] [10m] [100m] [gb18030] [hledger] [side] [shards] (after npm run build).
// Without a word it does 1m, gb18030 and side. Data goes to a temporary folder and is deleted.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { planOf, writeOrders } from './orders.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const bin = join(root, 'bin', 'salesplan.js');
const folder = mkdtempSync(join(tmpdir(), 'salesplan-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const asked = process.argv.slice(2);
const wants = (name) => (asked.length === 0 ? ['1m', 'gb18030', 'side'] : asked).includes(name);
const bare = join(folder, 'bare.cjs');
await build({
  entryPoints: [join(here, 'bare.mjs')],
  outfile: bare,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['@duckdb/node-bindings*'],
  logLevel: 'error',
});
let isOver = false;

const perMillion = new Map();
if (wants('1m')) await compare('1m', 1_000_000, 1, 5, 1.25);
if (wants('10m')) await compare('10m', 10_000_000, 1, 3, 1.15, 300);
// Memory is what counts here: the bare query's own fixed costs are nothing any more, reading each file once before is.
if (wants('100m')) await compare('100m', 10_000_000, 10, 1, 1.4, 512 * 1.1);
grows('1m', '10m');
grows('10m', '100m');
if (wants('gb18030')) await gb18030();
if (wants('hledger')) await hledger();
if (wants('side')) await side();
if (wants('shards')) await (await import('./shards.mjs')).shards({ measured, folder, judge });
process.exitCode = isOver ? 1 : 0;

/** The program and the bare query on the same files. */
async function compare(name, count, files, runs, most, mostPeak) {
  const plan = await planIn(name, count, files);
  const sums = { bare: [], program: [] };
  for (let run = 0; run < runs; run++) {
    sums.bare.push(measured([bare, join(plan, 'orders*.csv')], plan));
    sums.program.push(measured([bin, 'actual', 'status', '--format', 'json'], plan));
  }
  const [query, program] = [median(sums.bare), median(sums.program)];
  perMillion.set(name, program.cpu);
  judge(`${name}: roll-up / bare query`, program.cpu / query.cpu, most, `${program.cpu.toFixed(2)} s / ${query.cpu.toFixed(2)} s CPU`);
  if (mostPeak) judge(`${name}: peak, MB`, program.peak, mostPeak, `bare ${query.peak.toFixed(0)}`);
  if (name !== '1m') rmSync(plan, { recursive: true, force: true });
}

function grows(small, large) {
  if (perMillion.has(small) && perMillion.has(large))
    judge(`${large} / ${small}: CPU`, perMillion.get(large) / perMillion.get(small), 12, '');
}

/** The same rows in the encoding that Chinese Excel writes. */
async function gb18030() {
  const plan = await planIn('1m', 1_000_000, 1);
  const other = join(folder, 'gb18030');
  mkdirSync(other);
  writeFileSync(join(other, 'salesplan.yaml'), readFileSync(join(plan, 'salesplan.yaml')));
  const done = spawnSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030', '-o', join(other, 'orders.csv'), join(plan, 'orders0.csv')], {
    encoding: 'utf8',
  });
  if (done.status !== 0) return console.log(`gb18030: skipped, ${done.stderr || 'iconv is not installed'}`);
  const sums = { utf8: [], wide: [] };
  for (let run = 0; run < 5; run++) {
    sums.utf8.push(measured([bin, 'actual', 'status', '--format', 'json'], plan));
    sums.wide.push(measured([bin, 'actual', 'status', '--format', 'json'], other));
  }
  judge('GB18030 / UTF-8, 1m', median(sums.wide).cpu / median(sums.utf8).cpu, 1.8, '');
}

/** Plan against actual at 50,000 orders; an order is two postings there. */
async function hledger() {
  if (spawnSync('hledger', ['--version']).error) return console.log('hledger: skipped, not installed (apt install hledger)');
  const plan = await planIn('50k', 50_000, 1);
  const [, ...rows] = readFileSync(join(plan, 'orders0.csv'), 'utf8').trim().split('\n');
  const entries = rows.map((row) => {
    const [id, day, , , seller, , , , , amount] = row.split(',');
    return `${day} ${id}\n    assets:receivable  CNY ${amount}\n    income:${seller}\n`;
  });
  const budget = Array.from({ length: 30 }, (_, index) => `    income:owner${String(index).padStart(3, '0')}  CNY -100000000\n`);
  writeFileSync(
    join(plan, 'orders.journal'),
    `~ monthly from 2025-01-01 to 2026-01-01\n${budget.join('')}    assets:receivable\n\n${entries.join('\n')}`,
  );
  const sums = { hledger: [], program: [] };
  for (let run = 0; run < 9; run++) {
    sums.hledger.push(cpuOf(['hledger', '-f', join(plan, 'orders.journal'), 'balance', '--budget', '-M'], plan));
    sums.program.push(cpuOf([process.execPath, bin, 'gap', '--as-of', '2025-12-31', '--format', 'json'], plan));
  }
  const [other, own] = [sums.hledger, sums.program].map((all) => all.sort((a, b) => a - b)[4]);
  judge(
    'own / hledger balance --budget, 50,000 orders',
    own / other,
    0.1,
    `${own.toFixed(2)} s / ${other.toFixed(2)} s CPU: ${(other / own).toFixed(1)} x faster`,
  );
}

/** What people do without it: Miller, and a loop over csv-parse. */
async function side() {
  const plan = await planIn('1m', 1_000_000, 1);
  const file = join(plan, 'orders0.csv');
  const own = cpuOf([process.execPath, bin, 'actual', 'status', '--format', 'json'], plan);
  const loop = join(folder, 'loop.mjs');
  writeFileSync(
    loop,
    `import { createReadStream } from 'node:fs';
import { parse } from ${JSON.stringify(join(root, 'node_modules/csv-parse/lib/index.js'))};
const sums = new Map();
for await (const row of createReadStream(${JSON.stringify(file)}).pipe(parse({ columns: true }))) {
  const key = row.ordered + row.region + row.seller;
  sums.set(key, (sums.get(key) ?? 0) + Number(row.amount));
}
console.log(sums.size);
`,
  );
  const others = [
    ['csv-parse loop', [process.execPath, loop]],
    ['Miller', ['mlr', '--icsv', '--ojson', 'stats1', '-a', 'sum,count', '-f', 'amount', '-g', 'ordered,region,seller', file]],
  ];
  for (const [name, args] of others) {
    if (spawnSync(args[0], ['--version']).error) console.log(`${name}: skipped, not installed`);
    else judge(`own / ${name}, 1m`, own / cpuOf(args, plan), 1, `${own.toFixed(2)} s CPU`);
  }
}

async function planIn(name, count, files) {
  const plan = join(folder, name);
  if (existsSync(plan)) return plan;
  mkdirSync(plan);
  for (let index = 0; index < files; index++) await writeOrders(join(plan, `orders${index}.csv`), count, index * count);
  writeFileSync(join(plan, 'salesplan.yaml'), planOf('from: orders*.csv'));
  return plan;
}

/** CPU seconds (all threads) and peak in MB of a Node process. */
function measured(args, cwd, env = {}) {
  const usage = join(folder, 'usage.json');
  const ran = spawnSync(process.execPath, ['--require', join(here, 'usage.cjs'), ...args], {
    cwd,
    env: { ...process.env, ...env, BENCH_USAGE: usage, NODE_PATH: join(root, 'node_modules') },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (ran.status !== 0) throw new Error(`${args.join(' ')}: ${ran.stderr}`);
  return JSON.parse(readFileSync(usage, 'utf8'));
}

/** CPU seconds, user and system, of any program. */
function cpuOf(args, cwd) {
  const script = 'times=$({ TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1; } 2>&1); echo "$times"';
  const { stdout } = spawnSync('bash', ['-c', script, 'bash', ...args], { cwd, encoding: 'utf8' });
  const [user, system] = stdout.trim().split(/\s+/).map(Number);
  return user + system;
}

function median(all) {
  return all.sort((a, b) => a.cpu - b.cpu)[Math.floor(all.length / 2)];
}

function judge(name, value, most, note) {
  if (value > most) isOver = true;
  console.log(`${name.padEnd(48)} ${value.toFixed(2).padStart(8)}  (at most ${most.toFixed(2)})${value > most ? '  OVER' : ''}  ${note}`);
}
