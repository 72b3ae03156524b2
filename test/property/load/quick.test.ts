import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isValid } from '../../../src/load/is-valid.ts';
import { parseYaml } from '../../../src/load/parse-yaml.ts';
import { plainOf } from '../../../src/load/plain.ts';
import { quickValues } from '../../../src/load/quick-yaml.ts';
import { ROOT as SHAPE } from '../../../src/load/shape.ts';
import validate from '../../../src/load/validate.gen.cjs';
import { ROOT } from '../../support/run.ts';
import { sharedRuns } from '../../support/runs.ts';

// Two readers and two judges, one answer: whatever the quick ones accept, the thorough ones read the same and accept too.
const TEXTS = ['examples/electronics/salesplan.yaml', 'examples/starter/salesplan.yaml', 'test/golden/mistakes/salesplan.yaml'].map(
  (file) => readFileSync(join(ROOT, file), 'utf8'),
);
const SNIPPETS = [
  '',
  ' ',
  '\n',
  '\t',
  ': ',
  '- ',
  '#',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '&a ',
  '*a',
  '!!str ',
  '|\n',
  '>-\n',
  '? ',
  '---\n',
  '%',
  '~',
  'null',
  'true',
  '007',
  '0x1f',
  '1e3',
  '-',
  '<<: ',
  '：',
  '\u00a0',
  '2026-02-30',
  '45',
  '"1,200"',
  '.5',
  '+5',
];

const mutated = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.integer({ min: 0, max: 12 }),
        put: fc.constantFrom(...SNIPPETS),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ text, edits }) =>
    edits.reduce((now, { at, cut, put }) => {
      const start = Math.floor(at * now.length);
      return now.slice(0, start) + put + now.slice(start + cut);
    }, text),
  );

function readThoroughly(text: string) {
  const file = parseYaml(new TextEncoder().encode(text), 'salesplan.yaml', 'salesplan.yaml');
  const plain = plainOf(file);
  return { data: plain.data, problems: [...file.problems, ...plain.problems] };
}

describe('the quick reader', () => {
  it('reads the examples', () => {
    for (const text of TEXTS.slice(0, 2)) expect(quickValues(text)).toBeDefined();
  });

  it('reads what the thorough one reads, or leaves it to that one', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const quick = quickValues(text);
        if (!quick) return;
        const thorough = readThoroughly(text);
        expect(thorough.problems).toEqual([]);
        expect(JSON.stringify(quick.data)).toBe(JSON.stringify(thorough.data));
      }),
      sharedRuns(60),
    );
  });

  it('finds valid what the generated validator finds valid, and nothing else', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const { data } = readThoroughly(text);
        if (data !== undefined) expect(isValid(data, SHAPE)).toBe(validate(data));
      }),
      sharedRuns(60),
    );
  });
});
