import { describe, expect, it } from 'vitest';
import { type PinChanges, writePins } from '../../../src/edit/write-pins.ts';

const NONE: PinChanges = { add: [], change: [], remove: [] };
const PIN = { at: { segment: 'east', month: '2026-01' }, target: '1200.50', note: 'as agreed' };
const BLOCK = `# the plan
goals:
  revenue:
    target: 12M   # of all
    owner: 'lina'
    pins:
      # a launch
      - {at: {segment: east, month: 2026-11}, target: 9M, note: launch}   # double 11
      - at: {segment: west}
        target: 1_000
        note: >-
          long
          note
      # the last

  other: {target: 5}
`;

describe('pins are written', () => {
  it.each([
    [
      'after the last of a block list',
      BLOCK,
      { ...NONE, add: [PIN] },
      ['          note\n', '          note\n      - {at: {segment: east, month: 2026-01}, target: 1200.50, note: "as agreed"}\n'],
    ],
    ['as a new target in place', BLOCK, { ...NONE, change: [{ at: { segment: 'west' }, target: '7' }] }, ['1_000', '7']],
    [
      'by taking one out with its lines',
      BLOCK,
      { ...NONE, remove: [{ at: { segment: 'west' } }] },
      ['      - at: {segment: west}\n        target: 1_000\n        note: >-\n          long\n          note\n', ''],
    ],
    [
      'into a goal that has none',
      BLOCK.replace('revenue', 'one').replace('other: {target: 5}', 'revenue: {target: 5}'),
      { ...NONE, add: [PIN] },
      ['{target: 5}', '{target: 5, pins: [{at: {segment: east, month: 2026-01}, target: 1200.50, note: "as agreed"}]}'],
    ],
    [
      'at the end of a file without a last line break',
      'goals:\n  revenue:\n    target: 5',
      { ...NONE, add: [PIN] },
      ['target: 5', 'target: 5\n    pins:\n      - {at: {segment: east, month: 2026-01}, target: 1200.50, note: "as agreed"}\n'],
    ],
    [
      'into a list in brackets',
      'goals:\n  revenue:\n    pins: [{at: {segment: a}, target: 1}] # c\n',
      { ...NONE, add: [{ ...PIN, note: undefined }] },
      ['target: 1}]', 'target: 1}, {at: {segment: east, month: 2026-01}, target: 1200.50}]'],
    ],
    [
      'in place of one in brackets',
      'goals:\n  revenue:\n    pins: [{at: {segment: a}, target: 1}, {at: {segment: b}, target: 2}] # c\n',
      { add: [], change: [{ at: { segment: 'b' }, target: '3' }], remove: [{ at: { segment: 'a' } }] },
      ['{at: {segment: a}, target: 1}, {at: {segment: b}, target: 2}', '{at: {segment: b}, target: 3}'],
    ],
    [
      'with the line breaks of the file',
      'goals:\r\n  revenue:\r\n    target: 5\r\n',
      { ...NONE, add: [{ ...PIN, note: undefined }] },
      ['target: 5\r\n', 'target: 5\r\n    pins:\r\n      - {at: {segment: east, month: 2026-01}, target: 1200.50}\r\n'],
    ],
    [
      'under a key that has nothing yet',
      'goals:\n  revenue:\n    pins:\n    target: 5\n',
      { ...NONE, add: [{ ...PIN, note: undefined }] },
      ['pins:\n', 'pins:\n      - {at: {segment: east, month: 2026-01}, target: 1200.50}\n'],
    ],
  ] as const)('%s', (_, text, changes, [from, to]) => {
    expect(writePins(text, 'revenue', changes)).toBe(text.replace(from, () => to));
  });

  it('keeps ids that YAML would read as something else', () => {
    const changes = { ...NONE, add: [{ at: { segment: '1e5', owner: 'no', product: '华东' }, target: '1', note: undefined }] };
    expect(writePins('goals:\n  g:\n    target: 5\n', 'g', changes)).toContain('{segment: "1e5", owner: "no", product: 华东}');
  });

  it('never where the goal is not', () => {
    expect(writePins(BLOCK, 'profit', { ...NONE, add: [PIN] })).toBeUndefined();
    expect(writePins(BLOCK, 'revenue', { ...NONE, remove: [{ at: { segment: 'north' } }] })).toBeUndefined();
  });
});
