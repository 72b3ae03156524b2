import { createRequire } from 'node:module';
import { widthOf } from '../../src/formats/width.ts';

// Tables are drawn as the build draws them (scripts/build.mjs): the library measures with a width function that takes a hundred
// times as long as ours, and at every line shortens the whole column for a debugging message. The tests waited for little else.
const require = createRequire(import.meta.url);
const ofTables = createRequire(require.resolve('cli-table3'));
const name = ofTables.resolve('string-width');
ofTables('string-width');
const loaded = ofTables.cache[name];
if (loaded) loaded.exports = widthOf;

const utils: { truncate: Truncate } = ofTables('./src/utils');
const { truncate } = utils;
/** Lines are shortened one at a time; many at once only for that message. */
utils.truncate = (text, ...how) => (text.includes('\n') ? '' : truncate(text, ...how));

type Truncate = (text: string, length: number, mark?: string) => string;
