import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatYaml } from '../src/edit/format-yaml.ts';
import { ROOT } from './support/run.ts';

const LONG = `${'y'.repeat(150)}z`;
const TEXT = 'a: |\n  k:\n    {\n      c: 1,\n    }\n';

describe('formatting a plan', () => {
  it.each<[string, string, string | undefined]>([
    ['indentation and blanks', 'a:\n    b:   1   \n\n\n\nc: 2', 'a:\n  b: 1\n\nc: 2\n'],
    ['blanks in brackets', 'a: { b: 1,c: [ 1,2 ] }\n', 'a: {b: 1, c: [1, 2]}\n'],
    ['comments', '# head\na: 1    # why\n#   foot\n', '# head\na: 1 # why\n#   foot\n'],
    ['anchors', 'a: &x {b: 1}\nc:   *x\n', 'a: &x {b: 1}\nc: *x\n'],
    ['a waiver', 'a:\n   # salesplan-ignore-next-line a/b -- why\n   b: 1\n', 'a:\n  # salesplan-ignore-next-line a/b -- why\n  b: 1\n'],
    ['the spelling of numbers', 'a:  120_000_000\nb:  1.10\n007:  0x1F\n', 'a: 120_000_000\nb: 1.10\n007: 0x1F\n'],
    ['a long map in brackets', `a: {b: ${LONG}, c: "x: y"}\n`, `a:\n  b: ${LONG}\n  c: "x: y"\n`],
    ['a long map in a list', `- {b: ${LONG}, c: [1, 2]}\r\n`, `- b: ${LONG}\r\n  c: [1, 2]\r\n`],
    [
      'text that looks like one',
      `${TEXT}b: {c: ${LONG}}\n`,
      `${TEXT}b: {c: ${LONG}}\n`.replace('{c', '\n  {\n    c').replace('z}', 'z,\n  }').replace('b: ', 'b:'),
    ],
    ['CRLF', 'a:  1\r\nb:  2\r\n', 'a: 1\r\nb: 2\r\n'],
    ['text that is no YAML', 'a: [1\n', undefined],
    ['a tab', 'a:\n\tb: 1\n', undefined],
  ])('%s', async (_, before, after) => {
    expect(await formatYaml(before)).toBe(after);
  });

  it.each(['electronics', 'starter', 'blank'])('keeps the %s example as it reads, and is done after one pass', async (name) => {
    const text = readFileSync(join(ROOT, 'examples', name, 'salesplan.yaml'), 'utf8');
    const once = await formatYaml(text);
    expect(once).toBeDefined();
    expect(await formatYaml(once ?? '')).toBe(once);
  });
});
