#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const built = join(__dirname, '..', 'dist');
if (existsSync(join(built, 'start.cjs'))) {
  require('../dist/start.cjs').start(built);
} else {
  process.stderr.write('salesplan: it is not built yet. Run: npm run build\n');
  process.exitCode = 2;
}
