// Start-up of the built program: CPU time against bare `node -e 0` in the same run, interleaved, medians. Prints the ratios and
// fails when one is over its budget. Run: npm run bench (after npm run build).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { medianCpu } from './cpu.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'bin', 'salesplan.js');
const folder = mkdtempSync(join(tmpdir(), 'salesplan-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const small = join(folder, 'salesplan.yaml');
writeFileSync(small, fortyLines());
const example = join(root, 'examples', 'electronics');

const CASES = [
  { name: 'node -e 0', args: ['-e', '0'], most: 1 },
  { name: '--help', args: [bin, '--help'], most: 1.4 },
  { name: 'check, 40 lines', args: [bin, 'check', small, '--as-of', '2026-01-15'], most: 2.4 },
  { name: 'check, full example', args: [bin, 'check', example, '--as-of', '2026-06-28'], most: 3.0 },
  { name: 'report, full example from CSV', args: [bin, 'report', example, '--as-of', '2026-06-28'], most: 6 },
];
const RUNS = Number(process.argv[2] ?? 21);

const medians = medianCpu(
  CASES.map(({ args }) => args),
  RUNS,
);
let isOver = false;
for (const [index, { name, most }] of CASES.entries()) {
  const ratio = medians[index] / medians[0];
  if (ratio > most) isOver = true;
  console.log(`${name.padEnd(32)} ${(medians[index] * 1000).toFixed(0).padStart(5)} ms CPU  ${ratio.toFixed(2)} x  (budget ${most} x)`);
}
process.exitCode = isOver ? 1 : 0;

function fortyLines() {
  const segments = ['east', 'south', 'north', 'west'];
  return `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
${segments.map((id) => `  ${id}:\n    name: ${id}\n    owner: lina\n    criteria: {geographic: {region: ${id}}}\n    needs: [value]`).join('\n')}
team:
  roles:
    rep: {name: Rep, capacity: 12M}
  members:
    wang: {name: Wang}
    lina: {name: Lina, role: rep, manager: wang}
    zhao: {name: Zhao, role: rep, manager: wang}
goals:
  revenue:
    name: Revenue of 12M in 2026
    metric: revenue
    target: 12M
    owner: wang
    decompose:
      - {by: segment, shares: {east: 30%, south: 30%, north: 20%, west: 20%}}
      - {by: quarter, shares: [20%, 24%, 22%, 34%]}
      - {by: month, shares: working-days}
    milestones:
      half: {deadline: 2026-06-30, target: 5M}
actions:
  hire:
    name: Hire a rep
    owner: wang
    deadline: 2026-03-31
    status: planned
`;
}
