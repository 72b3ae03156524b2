import { describe, expect, it } from 'vitest';
import { windowNamed } from '../../../src/analyses/index.ts';
import { bucketsOf } from '../../../src/model/buckets.ts';
import { day } from '../../../src/model/day.ts';
import { PLAIN_CALENDAR } from '../../support/plans.ts';

const RETAIL = { ...PLAIN_CALENDAR, yearStart: { month: 2, day: 1 }, pattern: '4-4-5' } as const;
const FISCAL = { ...PLAIN_CALENDAR, yearStart: { month: 4, day: 1 } };
const SUNDAYS = { ...PLAIN_CALENDAR, weekStart: 7 } as const;

describe('the window that a name means', () => {
  it.each([
    ['a month of a week pattern', RETAIL, 'FY2027-M03', '2026-03-30', '2026-05-03'],
    ['a quarter of a week pattern', RETAIL, 'FY2027-Q1', '2026-02-02', '2026-05-03'],
    ['a year of a week pattern', RETAIL, 'FY2027', '2026-02-02', '2027-01-31'],
    ['a calendar month beside a week pattern', RETAIL, '2026-03', '2026-03-01', '2026-03-31'],
    ['a quarter of a week pattern from January', { ...RETAIL, yearStart: { month: 1, day: 1 } }, '2026-Q1', '2025-12-29', '2026-03-29'],
    ['a fiscal half', FISCAL, 'FY2027-H2', '2026-10-01', '2027-03-31'],
    ['a fiscal month', FISCAL, 'FY2027-M12', '2027-03-01', '2027-03-31'],
    ['a quarter', PLAIN_CALENDAR, '2026-Q1', '2026-01-01', '2026-03-31'],
    ['a week from Sunday', SUNDAYS, '2026-W12', '2026-03-22', '2026-03-28'],
    ['a week from Monday', PLAIN_CALENDAR, '2026-W53', '2026-12-28', '2027-01-03'],
  ] as const)('%s', (_, calendar, name, start, end) => {
    expect(windowNamed(name, calendar)).toMatchObject({ label: name, span: { start, end } });
  });

  it.each([
    ['a quarter that can be of two years', FISCAL, '2026-Q1'],
    ['a year that can be two', RETAIL, '2026'],
    ['a fifth quarter', PLAIN_CALENDAR, '2026-Q5'],
    ['a week that the year has not', PLAIN_CALENDAR, '2025-W53'],
    ['a year before all days', RETAIL, 'FY0000-Q1'],
  ] as const)('none: %s', (_, calendar, name) => {
    expect(windowNamed(name, calendar)).toBeUndefined();
  });

  it.each(['week', 'month', 'quarter', 'half'] as const)('is what goals are cut into by %s', (dimension) => {
    for (const calendar of [RETAIL, FISCAL, SUNDAYS]) {
      const buckets = bucketsOf(calendar, dimension, { start: day('2025-12-01'), end: day('2027-12-31') }).slice(1, -1);
      for (const { key, span } of buckets) expect([key, windowNamed(key, calendar)?.span]).toEqual([key, span]);
    }
  });
});
