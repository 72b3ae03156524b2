// Subgoals of a large organisation as rows: 10,000 owners × 20 segments × 12 months. CPU time, in ratios of what runs beside it.
//   node bench/stream.mjs [runs] [--memory]      --memory also prints ten times as many leaves
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'bin', 'salesplan.js');
const RUNS = Number(process.argv[2] ?? 3);
const [OWNERS, SEGMENTS] = [10_000, 20];
const folder = mkdtempSync(join(tmpdir(), 'salesplan-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const plan = write('plan.yaml', planOf(SEGMENTS, true));
const unsplit = write('unsplit.yaml', planOf(SEGMENTS, false));
const plain = write('plain.mjs', plainLoop());
const peak = write('peak.cjs', "process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS));\n");
let isOver = false;

await compareSplits();
const reading = median(() => cpuOf([bin, 'decompose', unsplit, '--format', 'csv']).cpu);
console.log(`${'reading the plan'.padEnd(44)} ${seconds(reading)}`);
for (const format of ['csv', 'jsonl']) compareRows(format);
if (process.argv.includes('--memory')) compareMemory();
process.exitCode = isOver ? 1 : 0;

/** The split itself: exact to the cent, and the same loop in floats rounded to the cent. */
async function compareSplits() {
  const bundled = join(folder, 'split.mjs');
  await build({ entryPoints: [join(root, 'src/decompose/split.ts')], bundle: true, format: 'esm', outfile: bundled, logLevel: 'error' });
  const { splitAmount, weigh } = await import(bundled);
  const days = [20, 16, 22, 21, 18, 21, 23, 21, 22, 17, 21, 23];
  const whole = days.reduce((a, b) => a + b);
  const weights = weigh(days.map((count) => ({ n: BigInt(count), d: 1n })));
  const shares = days.map((count) => count / whole);
  let sink = 0;
  const exact = () => {
    for (let at = 0; at < OWNERS * SEGMENTS; at++) sink += splitAmount(600_000_000 + at * 17, weights)[3];
  };
  const floats = () => {
    for (let at = 0; at < OWNERS * SEGMENTS; at++) sink += inFloats(6_000_000 + at * 0.17, shares)[3];
  };
  for (let warm = 0; warm < 3; warm++) [exact(), floats()];
  const ratios = Array.from({ length: 15 }, () => cpuIn(exact) / cpuIn(floats)).sort((a, b) => a - b);
  tell('exact split of 2.4 million leaves', cpuIn(exact), ratios[7], 1.5, 'floats');
  if (sink === 0) throw new Error('nothing was split');
}

function inFloats(total, shares) {
  const parts = new Array(shares.length);
  for (let index = 0; index < shares.length; index++) parts[index] = Math.round(total * shares[index] * 100) / 100;
  return parts;
}

/** The whole command beside a loop that formats and writes the same rows. */
function compareRows(format) {
  const ratios = [];
  let last = 0;
  for (let run = 0; run < RUNS; run++) {
    const loop = cpuOf([plain, format]).cpu;
    last = cpuOf([bin, 'decompose', plan, '--format', format]).cpu;
    ratios.push((last - reading) / loop);
  }
  ratios.sort((a, b) => a - b);
  tell(`2.4 million leaves as ${format}, without reading`, last - reading, ratios[ratios.length >> 1], 2.5, 'a plain loop');
}

function compareMemory() {
  const many = write('many.yaml', planOf(10 * SEGMENTS, true));
  for (const format of ['csv', 'jsonl']) {
    const small = cpuOf([bin, 'decompose', plan, '--format', format]).peak;
    const large = cpuOf([bin, 'decompose', many, '--format', format]).peak;
    tell(`24 million leaves as ${format}, ${large} MB`, undefined, large / small, 1.3, `2.4 million, ${small} MB`);
    if (large > 400) isOver = true;
  }
}

function tell(what, cpu, ratio, most, than) {
  if (ratio > most) isOver = true;
  console.log(`${what.padEnd(44)} ${cpu === undefined ? ''.padEnd(9) : seconds(cpu)}  ${ratio.toFixed(2)} x ${than} (budget ${most} x)`);
}

function seconds(cpu) {
  return `${cpu.toFixed(3).padStart(7)} s`;
}

function cpuIn(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function median(measure) {
  return Array.from({ length: RUNS }, measure).sort((a, b) => a - b)[RUNS >> 1];
}

/** CPU seconds and peak memory in MB of one child process whose output goes nowhere. */
function cpuOf(args) {
  const script = 'times=$({ TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>"$PEAK"; } 2>&1); echo "$times"; cat "$PEAK"';
  const env = { ...process.env, PEAK: join(folder, 'peak'), SALESPLAN_ASCII: '1' };
  const { stdout } = spawnSync('bash', ['-c', script, 'bash', process.execPath, '-r', peak, ...args], { env, encoding: 'utf8' });
  const [, user, system, , kilobytes] = /([\d.]+) ([\d.]+)\n(.*\n)*?peak (\d+)/.exec(stdout) ?? [];
  if (kilobytes === undefined) throw new Error(stdout);
  return { cpu: Number(user) + Number(system), peak: Math.round(Number(kilobytes) / 1024) };
}

function write(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function planOf(segments, isSplit) {
  const names = Array.from({ length: segments }, (_, index) => `seg-${index + 1}`);
  const people = Array.from({ length: OWNERS }, (_, index) => `rep-${index + 1}`);
  const steps = ['segment}', 'owner}', 'month, shares: working-days}'].map((step) => `      - {by: ${step}`);
  return `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
${names.map((id) => `  ${id}: {name: ${id}, owner: rep-1, criteria: {geographic: {region: ${id}}}, needs: [value]}`).join('\n')}
team:
  members:
${people.map((id) => `    ${id}: {name: ${id}}`).join('\n')}
goals:
  revenue:
    name: Revenue
    metric: revenue
    target: 1200000M
    owner: rep-1
${isSplit ? `    decompose:\n${steps.join('\n')}\n` : ''}`;
}

/** The same rows from nothing but loops: text put together and written, as a person would without a planner. */
function plainLoop() {
  return `import { writeSync } from 'node:fs';
const isCsv = process.argv[2] === 'csv';
const months = Array.from({ length: 12 }, (_, index) => \`2026-\${String(index + 1).padStart(2, '0')}\`);
let text = '';
for (let segment = 1; segment <= ${SEGMENTS}; segment++) {
  for (let owner = 1; owner <= ${OWNERS}; owner++) {
    const parent = \`revenue/seg-\${segment}/rep-\${owner}\`;
    for (let month = 0; month < 12; month++) {
      const key = months[month];
      const cents = 50_000_000 + ((segment * owner * month) % 999_999);
      const target = \`\${(cents - (cents % 100)) / 100}.\${String(cents % 100).padStart(2, '0')}\`;
      text += isCsv
        ? \`revenue,\${parent}/\${key},\${parent},3,true,seg-\${segment},rep-\${owner},\${key},\${target},rep-\${owner},member,\${key}-01,\${key}-30,false\\r\\n\`
        : JSON.stringify({ goal: 'revenue', id: \`\${parent}/\${key}\`, parent, depth: 3, leaf: true, path: { segment: \`seg-\${segment}\`, owner: \`rep-\${owner}\`, month: key }, target, owner: \`rep-\${owner}\`, ownerFrom: 'member', start: \`\${key}-01\`, deadline: \`\${key}-30\`, pinned: false }) + '\\n';
      if (text.length < 65_536) continue;
      writeSync(1, text);
      text = '';
    }
  }
}
writeSync(1, text);
`;
}
