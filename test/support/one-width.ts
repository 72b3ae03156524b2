import { createRequire } from 'node:module';
import { widthOf } from '../../src/formats/width.ts';

// Tables measure text with the width function that the rest of the program has, as the build has it (scripts/build.mjs): the
// library's own takes a hundred times as long, and tables were most of what the tests waited for.
const require = createRequire(import.meta.url);
const ofTables = createRequire(require.resolve('cli-table3'));
const name = ofTables.resolve('string-width');
ofTables('string-width');
const loaded = ofTables.cache[name];
if (loaded) loaded.exports = widthOf;
