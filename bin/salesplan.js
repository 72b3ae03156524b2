#!/usr/bin/env node
// Starts the built program. Its files are compiled from V8's code cache where the build made one for this version of Node,
// which halves the time until the first line of output; a cache of another version is refused by V8 and left aside.
const { closeSync, existsSync, fstatSync, openSync, readSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// Optimising a function pays when it runs for long. Most commands are over before that, so V8 waits thirty times as long as usual.
setFlagsFromString('--interrupt-budget=2000000');
// Patterns are compiled once, not interpreted first.
setFlagsFromString('--no-regexp-tier-up');
// The heap is small: helpers of the garbage collector cost more than they save.
setFlagsFromString('--no-parallel-scavenge');
// New objects keep to the memory that was touched first; src/cli/longer-work.ts lifts both for longer work.
setFlagsFromString('--semi-space-growth-factor=1');

const built = join(__dirname, '..', 'dist');
const loaded = new Map();
const scripts = new Map();

function load(name) {
  const known = loaded.get(name);
  if (known) return known.exports;
  const file = join(built, name);
  const cache = `${file}.cache`;
  // The build writes ASCII, wrapped as a function.
  const source = readBytes(file).latin1Slice();
  const script = new Script(source, { filename: file, cachedData: existsSync(cache) ? readBytes(cache) : undefined });
  scripts.set(cache, script);
  const made = { exports: {} };
  loaded.set(name, made);
  const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
  script.runInThisContext().call(made.exports, made.exports, requireFrom, made, file, dirname(file));
  return made.exports;
}

// One buffer for all files: memory that was never touched costs more than what is read into it.
let buffer = Buffer.allocUnsafeSlow(1 << 20);

function readBytes(path) {
  const descriptor = openSync(path);
  const { size } = fstatSync(descriptor);
  if (size > buffer.length) buffer = Buffer.allocUnsafeSlow(size);
  let length = 0;
  for (let read = 1; read > 0 && length < size; length += read) read = readSync(descriptor, buffer, length, size - length, null);
  closeSync(descriptor);
  return buffer.subarray(0, length);
}

if (existsSync(join(built, 'start.cjs'))) {
  // Set by the build only: what this run has compiled is kept for the next.
  if (process.env.SALESPLAN_WRITE_CACHE) {
    process.on('exit', () => {
      for (const [cache, script] of scripts) writeFileSync(cache, script.createCachedData());
    });
  }
  load('start.cjs').start(built);
} else {
  process.stderr.write('salesplan: it is not built yet. Run: npm run build\n');
  process.exitCode = 2;
}
