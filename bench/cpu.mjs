// CPU time of child processes: the one measure that a busy machine leaves alone.
import { spawnSync } from 'node:child_process';

// What a shell of ours exports must not count: extra certificates take 20 ms to load.
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env;

/** CPU seconds, user and system, of one run of node. Throws where it fails: what ends early takes little. */
export function cpuOf(args, cwd) {
  const script = 'times=$({ TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1; } 2>&1); status=$?; echo "$times"; exit $status';
  const { stdout, status } = spawnSync('bash', ['-c', script, 'bash', process.execPath, ...args], { cwd, env, encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(`it ended with ${status}: node ${args.join(' ')}`);
  const [user, system] = stdout.trim().split(/\s+/).map(Number);
  return user + system;
}

/** Medians of the CPU seconds of several runs of node, `rounds` times each, in turns. */
export function medianCpu(runs, rounds, cwd) {
  const times = runs.map(() => []);
  for (let round = 0; round < rounds; round++) runs.forEach((args, index) => void times[index].push(cpuOf(args, cwd)));
  return times.map((all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]);
}
