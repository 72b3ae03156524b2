// Bundles the program: one CommonJS file for the command line, one more for each `import('…')`, so that a command loads
// only what it uses. CommonJS starts faster than modules on Node 20; esbuild splits modules only, hence the plugin.
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
  minify: true,
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

const done = new Set();
const waiting = [join(root, 'src/cli/start.ts')];
for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
  if (done.has(entry)) continue;
  done.add(entry);
  await bundle(entry);
}
writeFileSync(join(out, 'package.json'), '{ "type": "commonjs" }\n');
await buildLibrary();
console.log(`built ${done.size} chunks in dist/`);

async function bundle(entry) {
  const file = chunkName(entry);
  const { metafile } = await build({
    ...common,
    entryPoints: [entry],
    outfile: join(out, file),
    format: 'cjs',
    metafile: true,
    plugins: [lazyChunks, noChildren],
  });
  mkdirSync(join(out, 'meta'), { recursive: true });
  writeFileSync(join(out, 'meta', `${file}.json`), JSON.stringify({ inputs: Object.keys(metafile.inputs) }));
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
