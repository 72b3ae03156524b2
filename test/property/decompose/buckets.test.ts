import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketsOf } from '../../../src/model/buckets.ts';
import { YEAR_PATTERNS } from '../../../src/model/calendar.ts';
import { addDays, day, dayOfNumber } from '../../../src/model/day.ts';
import { TIME_DIMENSIONS } from '../../../src/model/step.ts';
import { PLAIN_CALENDAR } from '../../support/plans.ts';

const calendar = fc.record({
  pattern: fc.constantFrom(...YEAR_PATTERNS),
  month: fc.integer({ min: 1, max: 12 }),
  weekStart: fc.constantFrom(1, 3, 6, 7) as fc.Arbitrary<1>,
});
const span = fc
  .tuple(fc.integer({ min: 18_000, max: 24_000 }), fc.integer({ min: 0, max: 800 }))
  .map(([first, length]) => ({ start: dayOfNumber(first), end: dayOfNumber(first + length) }));

describe('time buckets', () => {
  it('cover a span without hole or overlap, each with a key of its own', () => {
    fc.assert(
      fc.property(calendar, fc.constantFrom(...TIME_DIMENSIONS), span, ({ pattern, month, weekStart }, dimension, whole) => {
        const buckets = bucketsOf({ ...PLAIN_CALENDAR, pattern, weekStart, yearStart: { month, day: 1 } }, dimension, whole);
        expect(buckets[0]?.span.start).toBe(whole.start);
        expect(buckets.at(-1)?.span.end).toBe(whole.end);
        buckets
          .slice(1)
          .forEach((bucket, index) => void expect(bucket.span.start).toBe(addDays(buckets[index]?.span.end ?? whole.start, 1)));
        expect(new Set(buckets.map((bucket) => bucket.key)).size).toBe(buckets.length);
      }),
    );
  });

  it.each([
    ['week', '2026-01-01', '2026-01-11', ['2026-W01', '2026-W02']],
    ['week', '2026-12-28', '2027-01-04', ['2026-W53', '2027-W01']],
    ['half', '2026-01-01', '2026-12-31', ['2026-H1', '2026-H2']],
    ['month', '2028-02-01', '2028-02-29', ['2028-02']],
  ] as const)('%s from %s to %s', (dimension, start, end, keys) => {
    expect(bucketsOf(PLAIN_CALENDAR, dimension, { start: day(start), end: day(end) }).map((bucket) => bucket.key)).toEqual(keys);
  });
});
