import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { formatYaml } from '../../src/edit/format-yaml.ts';
import { sharedRuns } from '../support/runs.ts';

const word = fc.stringMatching(/^[a-z\u4e00-\u4e20][a-z0-9\u4e00-\u4e20-]{0,8}$/u);
const scalar = fc.oneof(
  word,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.string({ maxLength: 20 }),
  fc.constantFrom('1.2亿', '2026-03-31', '45%', '#5', '- x'),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4, withCrossShrink: true }, scalar, tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(word, tie('value'), { maxKeys: 5 }),
}));

/** A plan-like text: any values, in block or flow style, some lines with comments or blanks. */
const text = fc
  .tuple(fc.dictionary(word, value, { minKeys: 1, maxKeys: 5 }), fc.constantFrom('BLOCK', 'any'), fc.integer({ min: 1, max: 6 }), fc.nat())
  .map(([data, style, indent, seed]) => {
    const written = stringify(data, { indent, collectionStyle: style === 'BLOCK' ? 'block' : 'any', lineWidth: 0 });
    const isPlain = !/[|>]|"/.test(written);
    return isPlain
      ? written.replace(/^([a-z]\S*:.*)$/gm, (line) => (line.length % 3 === seed % 3 ? `# before\n${line}   # after` : line))
      : written;
  });

const RUNS = sharedRuns(20);

describe('formatting', () => {
  it('keeps what a text says and every comment, a second pass changes nothing, and few texts are left alone', async () => {
    let [tried, left] = [0, 0];
    await fc.assert(
      fc.asyncProperty(text, async (before) => {
        tried++;
        const after = await formatYaml(before);
        if (after === undefined) left++;
        if (after === undefined) return;
        expect(parse(after)).toEqual(parse(before));
        expect(after.match(/# (?:before|after)/g) ?? []).toEqual(before.match(/# (?:before|after)/g) ?? []);
        expect(await formatYaml(after)).toBe(after);
      }),
      RUNS,
    );
    expect(left).toBeLessThanOrEqual(tried / 10);
  });
});
