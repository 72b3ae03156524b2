import fc from 'fast-check';

/** Time zones that the pure levels run in, each with seeds of its own. */
const ZONES = 2;

// A failure prints its seed; FC_SEED=<seed> runs every property from it again.
if (process.env.FC_SEED) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FC_SEED) });

/** Cases of a property whose file runs in every time zone: `count` in all of them together, PROPERTY_TIMES as many on request. */
export function sharedRuns(count: number): { readonly numRuns: number } {
  return { numRuns: Math.ceil((count * Number(process.env.PROPERTY_TIMES ?? 1)) / ZONES) };
}
