// `check` of a plan of 100,000 lines in many files: CPU time against parsing the same files with the package `yaml` alone, in
// the same run, and whether it grows with the lines. Run: node bench/large.mjs [rounds] (after npm run build).
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBigPlan } from './big-plan.mjs';
import { medianCpu } from './cpu.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'bin', 'salesplan.js');
const rounds = Number(process.argv[2] ?? 3);
const [MOST_OF_YAML, MOST_GROWTH] = [1.5, 11];

const work = mkdtempSync(join(tmpdir(), 'salesplan-large-'));
try {
  measure();
} finally {
  rmSync(work, { recursive: true });
}

function measure() {
  const plans = { small: planOf(10_000), large: planOf(100_000) };
  const flawed = join(work, 'flawed');
  cpSync(plans.large.folder, flawed, { recursive: true });
  for (const file of plans.large.files.filter((_, index) => index % 11 === 1)) spoil(join(flawed, file));
  const [bare, yaml, smallCheck, check, findings] = medianCpu(
    [['-e', '0'], parsing(plans.large), checking(plans.small.folder), checking(plans.large.folder), checking(flawed)],
    rounds,
    root,
  );
  console.log(`node -e 0                            ${seconds(bare)}`);
  console.log(`yaml alone, ${plans.large.lines} lines               ${seconds(yaml)}`);
  tell(`check, ${plans.large.lines} lines in ${plans.large.files.length} files`, check, check / yaml, MOST_OF_YAML, 'of yaml');
  tell('the same with mistakes in ten of them', findings, findings / yaml, MOST_OF_YAML, 'of yaml');
  tell(`check, ${plans.small.lines} lines`, smallCheck, (check - bare) / (smallCheck - bare), MOST_GROWTH, 'for ten times the lines');
}

function planOf(lines) {
  const folder = join(work, String(lines));
  const files = writeBigPlan(folder, lines);
  return { folder, files: [...files.keys()], lines: [...files.values()].reduce((sum, text) => sum + text.split('\n').length - 1, 0) };
}

/** A deadline on a Saturday, an amount with a letter too many, an owner nobody knows. */
function spoil(file) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text
      .replace('deadline: 2026-05-14', 'deadline: 2026-05-16')
      .replace('target: 20M', 'target: 20Mx')
      .replace(/owner: (b\d+)-rep-2/, 'owner: $1-repp-2'),
  );
}

function checking(folder) {
  return [bin, 'check', folder, '--as-of', '2026-01-15', '--format', 'compact'];
}

function parsing({ folder, files }) {
  const script = `const { parse } = require('yaml'); const { readFileSync } = require('node:fs');
for (const file of process.argv.slice(1)) parse(readFileSync(file, 'utf8'));`;
  return ['-e', script, ...files.map((file) => join(folder, file))];
}

function tell(name, cpu, ratio, most, of) {
  if (!(ratio <= most)) process.exitCode = 1;
  console.log(`${name.padEnd(36)} ${seconds(cpu)}  ${ratio.toFixed(2)} x ${of} (budget ${most} x)`);
}

function seconds(cpu) {
  return `${cpu.toFixed(2).padStart(6)} s CPU`;
}
