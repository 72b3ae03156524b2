// One plan with twelve mistakes, and the same plan without them, given to salesplan and to the linters that people use for YAML:
// mistakes found, places that are exact, noise, time, memory. The peers are installed from npm and Debian at the versions below,
// outside of the repository. Run: node bench/peers.mjs [runs] (after npm run build; apt-get install yamllint
// python3-jsonschema python3-regex).
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SCHEMA, TOOLS } from './peers/tools.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const runs = Number(process.argv[2] ?? 5);
const PACKAGES = ['ajv-cli@5.0.0', 'v8r@5.1.0', '@stoplight/spectral-cli@6.16.3', '@redocly/cli@2.77.0'];

/** Each mistake with the lines and columns of its key and its value, either of which is exact, and its pointer. */
const MISTAKES = [
  { what: 'a day that does not exist', at: ['8:5', '8:11'], pointer: '/research/survey/date' },
  { what: 'text for a number', at: ['9:5', '9:13'], pointer: '/research/survey/sample' },
  { what: 'an owner nobody knows', at: ['20:5', '20:12'], pointer: '/segments/south/owner' },
  { what: 'a list price below unit cost', at: ['37:7', '37:13', '38:7', '38:18'], pointer: '/strategy/price/x1/list' },
  { what: 'managers in a circle', at: ['46:25', '46:34', '47:27', '47:36'], pointer: '/team/members/lina/manager' },
  { what: 'shares of 95 %', at: ['57:9', '58:11'], pointer: '/goals/revenue/decompose/0/shares' },
  { what: 'an amount that is none', at: ['64:9', '64:17'], pointer: '/goals/revenue/milestones/half/target' },
  { what: 'a goal without a metric', at: ['65:3', '66:5'], pointer: '/goals/customers/metric' },
  { what: 'a misspelt key', at: ['69:5', '69:15'], pointer: '/goals/customers/rationle' },
  { what: 'a deadline after the period', at: ['70:5', '70:15'], pointer: '/goals/customers/deadline' },
  { what: 'a misspelt word', at: ['78:5', '78:13'], pointer: '/actions/hire/status' },
  { what: 'no duration', at: ['80:13', '80:20'], pointer: '/improvement/reviews/every' },
];

const METER = `import resource, subprocess, sys, time
start = time.time()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print((time.time() - start) * 1000, (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024)`;

const BARE = new Map();

// PEERS_FOLDER keeps what is installed for the next run.
const kept = process.env.PEERS_FOLDER;
const work = kept ?? mkdtempSync(join(tmpdir(), 'salesplan-peers-'));
try {
  compare();
} finally {
  if (kept === undefined) rmSync(work, { recursive: true });
}

function compare() {
  writeFileSync(join(work, 'package.json'), '{ "private": true }');
  if (!existsSync(join(work, 'node_modules'))) install();
  for (const name of ['sound', 'mistakes']) prepare(name);
  const rules = {
    plan: { given: '$', severity: 'error', ...Object.fromEntries([['then', { function: 'schema', functionOptions: options() }]]) },
  };
  writeFileSync(join(work, 'ruleset.json'), JSON.stringify({ rules }));
  console.log(
    '| tool | mistakes found, of 12 | exact place | noise | wall ms | CPU ms | peak MiB | over its bare runtime |\n|---|---|---|---|---|---|---|---|',
  );
  for (const peer of TOOLS) console.log(rowOf(peer));
}

function install() {
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES], { cwd: work, stdio: 'ignore' });
}

/** Most read an unquoted day as a date object, which no schema allows; for those the days are quoted. */
function prepare(name) {
  const text = readFileSync(join(here, 'peers', `${name}.yaml`), 'utf8');
  writeFileSync(join(work, `${name}.yaml`), text);
  writeFileSync(join(work, `${name}-quoted.yaml`), text.replaceAll(/\d{4}-\d{2}-\d{2}/g, '"$&"'));
}

/** Spectral compiles patterns without Unicode's classes: ids in ASCII are enough here. */
function options() {
  const text = readFileSync(SCHEMA, 'utf8').replaceAll(/\\\\p\{[LN]\}(?:\\\\p\{[LMN]\})*/g, 'A-Za-z0-9');
  return { schema: JSON.parse(text), allErrors: true, dialect: 'draft2020-12' };
}

function rowOf({ name, commands }) {
  const [found, exact, extra] = judge(findingsOf(commands, 'mistakes'));
  const alarms = findingsOf(commands, 'sound').length;
  const { wall, cpu, peak, own } = cost(commands);
  return `| ${name} | ${found} | ${exact} | ${extra + alarms} | ${wall} | ${cpu} | ${peak} | ${own} |`;
}

/** Mistakes found, those at an exact place, and findings beyond one a mistake. */
function judge(findings) {
  const left = new Set(MISTAKES);
  let exact = 0;
  let extra = 0;
  for (const finding of findings) {
    const mistake = MISTAKES.find(({ at, pointer }) => at.includes(finding.at) || pointer === finding.pointer);
    if (!mistake || !left.delete(mistake)) extra++;
    else if (mistake.at.includes(finding.at)) exact++;
  }
  return [MISTAKES.length - left.size, exact, extra];
}

function findingsOf(commands, plan) {
  return commands.flatMap(({ args, read }) => {
    const [command, ...rest] = args(plan);
    const { stdout, stderr } = spawnSync(command, rest, { cwd: work, encoding: 'utf8' });
    return read(stdout, stderr);
  });
}

/** The least of several runs, the commands of one peer one after the other; memory also beyond what its runtime takes to do nothing. */
function cost(commands) {
  const all = commands.map(({ args }) => measured(args('mistakes')));
  const sum = (key) => Math.round(all.reduce((total, each) => total + each[key], 0));
  const own = all.map(({ peak }, index) => peak - idle(commands[index].args('mistakes')[0]));
  return {
    wall: sum('wall'),
    cpu: sum('cpu'),
    peak: Math.round(Math.max(...all.map(({ peak }) => peak))),
    own: Math.round(Math.max(...own)),
  };
}

function measured(command) {
  const rows = Array.from({ length: runs }, () =>
    spawnSync('/usr/bin/python3', ['-c', METER, ...command], { cwd: work, encoding: 'utf8' })
      .stdout.split(' ')
      .map(Number),
  );
  const [wall, cpu, peak] = [0, 1, 2].map((column) => Math.min(...rows.map((row) => row[column])));
  return { wall, cpu, peak };
}

/** Peak of a command's runtime that does nothing, measured in the same run. */
function idle(program) {
  const command = program === process.execPath ? [program, '-e', '0'] : ['/usr/bin/python3', '-c', 'pass'];
  if (!BARE.has(command[0])) BARE.set(command[0], measured(command).peak);
  return BARE.get(command[0]);
}
