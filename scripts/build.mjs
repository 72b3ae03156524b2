// Bundles the program: one CommonJS file for the command line, one more for each `import('…')`, so that a command loads
// only what it uses. CommonJS starts faster than modules on Node 20; esbuild splits modules only, hence the plugin.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const out = join(root, 'dist');

rmSync(out, { recursive: true, force: true });
mkdirSync(out);

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  external: ['@duckdb/node-bindings*'],
  define: { SALESPLAN_VERSION: JSON.stringify(version), 'import.meta.url': '__filename' },
  supported: { 'dynamic-import': false },
  logLevel: 'warning',
  minify: process.env.READABLE === undefined,
  keepNames: false,
};

const lazyChunks = {
  name: 'lazy-chunks',
  setup(context) {
    context.onResolve({ filter: /^\./ }, (found) => {
      if (found.kind !== 'dynamic-import') return undefined;
      const file = resolve(found.resolveDir, found.path);
      waiting.push(file);
      return { path: `./${chunkName(file)}`, external: true };
    });
  },
};

/** The command line starts no other programs: commander is spared loading what would. */
const noChildren = {
  name: 'no-children',
  setup(context) {
    context.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'none', namespace: 'none' } : undefined,
    );
    context.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'module.exports = {}' }));
  },
};

/** Colour is decided by the program itself: chalk is spared looking at the terminal. */
const noTerminalLook = {
  name: 'no-terminal-look',
  setup(context) {
    context.onResolve({ filter: /supports-color/ }, ({ importer }) =>
      importer.includes('chalk') ? { path: 'colour', namespace: 'colour' } : undefined,
    );
    context.onLoad({ filter: /.*/, namespace: 'colour' }, () => ({ contents: 'export default { stdout: false, stderr: false };' }));
  },
};

/** Tables measure text with the width function that the rest of the program has. */
const oneWidth = {
  name: 'one-width',
  setup(context) {
    context.onResolve({ filter: /^string-width$/ }, () => ({ path: 'width', namespace: 'width' }));
    const contents = "module.exports = require('./src/formats/width.ts').widthOf;";
    context.onLoad({ filter: /.*/, namespace: 'width' }, () => ({ contents, resolveDir: root }));
    // Colours come with the text.
    context.onResolve({ filter: /^@colors\/colors/ }, () => ({ path: 'colours', namespace: 'colours' }));
    context.onLoad({ filter: /.*/, namespace: 'colours' }, () => ({ contents: 'module.exports = {}' }));
  },
};

/** cli-table3 shortens every cell at every line for a debugging message that nobody asks for. */
const noTableDebugging = {
  name: 'no-table-debugging',
  setup(context) {
    context.onLoad({ filter: /cli-table3[\\/]src[\\/]cell\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace('utils.truncate(this.content, 10, this.truncate)', "''"),
      loader: 'js',
    }));
  },
};

/** What rules say of themselves is for these; other commands load them without it. */
const TELLING = ['src/cli/explain-rule.ts', 'src/cli/serve-editor.ts', 'src/formats/findings/sarif.ts'];

/** Rules are loaded without their samples, and mostly without what they say of themselves: half of their text. */
const lightRules = {
  name: 'light-rules',
  setup(context) {
    const [entry] = context.initialOptions.entryPoints;
    if (entry.endsWith(TELLING[0])) return;
    const left = TELLING.some((file) => entry.endsWith(file)) ? 'failing|passing' : 'failing|passing|explanation';
    const parts = new RegExp(`^ {2}(${left}): \\{[\\s\\S]*?^ {2}\\},\n`, 'gm');
    context.onLoad({ filter: /src[\\/]rules[\\/][a-z]+[\\/][a-z0-9-]+\.ts$/ }, ({ path }) => {
      return { contents: readFileSync(path, 'utf8').replace(parts, ''), loader: 'ts' };
    });
  },
};

const done = new Set();
const waiting = [join(root, 'src/cli/start.ts')];
for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
  if (done.has(entry)) continue;
  done.add(entry);
  await bundle(entry);
}
writeFileSync(join(out, 'package.json'), '{ "type": "commonjs" }\n');
await buildLibrary();
fillCodeCache();
console.log(`built ${done.size} chunks in dist/`);

/** Runs what people run most, on a day with findings and on one without, so that V8's code cache holds the functions that it needs. */
function fillCodeCache() {
  const example = join(root, 'examples', 'electronics');
  const runs = [
    ['--help'],
    ['gap', example, '--as-of', '2026-06-28'],
    ['decompose', example],
    ['actual', 'status', example],
    ['report', example, '--as-of', '2026-06-28'],
    ['check', example, '--as-of', '2026-12-31'],
    ['check', example, '--as-of', '2026-06-28'],
  ];
  for (const args of runs) {
    spawnSync(process.execPath, [join(root, 'bin', 'salesplan.js'), ...args], {
      env: { ...process.env, SALESPLAN_WRITE_CACHE: '1' },
      stdio: 'ignore',
    });
  }
}

async function bundle(entry) {
  const file = chunkName(entry);
  const { metafile } = await build({
    ...common,
    entryPoints: [entry],
    outfile: join(out, file),
    format: 'cjs',
    metafile: true,
    charset: 'ascii',
    banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
    footer: { js: '})' },
    plugins: [lazyChunks, noChildren, noTerminalLook, oneWidth, noTableDebugging, lightRules],
  });
  escapeAll(join(out, file));
  mkdirSync(join(out, 'meta'), { recursive: true });
  writeFileSync(join(out, 'meta', `${file}.json`), JSON.stringify({ inputs: Object.keys(metafile.inputs) }));
}

/** esbuild leaves letters beyond ASCII in regular expressions as they are; the files are read as ASCII. */
function escapeAll(file) {
  const escaped = readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  writeFileSync(file, escaped);
}

function chunkName(file) {
  const name = relative(join(root, 'src'), file).replace(/\.ts$/, '').replaceAll(/[\\/]/g, '-');
  return `${name === 'cli-start' ? 'start' : name}.cjs`;
}

async function buildLibrary() {
  await build({
    ...common,
    entryPoints: [join(root, 'src/index.ts')],
    outfile: join(out, 'index.mjs'),
    format: 'esm',
    supported: {},
    define: { SALESPLAN_VERSION: JSON.stringify(version) },
  });
}
