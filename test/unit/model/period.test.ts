import { expect, it } from 'vitest';
import { parsePeriod } from '../../../src/model/period.ts';
import { PLAIN_CALENDAR } from '../../support/plans.ts';

const RETAIL = { ...PLAIN_CALENDAR, yearStart: { month: 2, day: 1 }, pattern: '4-4-5' } as const;
const SUNDAYS = { ...PLAIN_CALENDAR, weekStart: 7 } as const;

it.each([
  ['a quarter of a week pattern', RETAIL, 'FY2026-Q1', '2025-02-03', '2025-05-04'],
  ['a month of a week pattern', RETAIL, 'FY2026-M12', '2025-12-29', '2026-02-01'],
  ['a year of a week pattern', RETAIL, 'FY2026', '2025-02-03', '2026-02-01'],
  ['a calendar month beside a week pattern', RETAIL, '2025-12', '2025-12-01', '2025-12-31'],
  ['a week from Sunday', SUNDAYS, '2026-W12', '2026-03-22', '2026-03-28'],
  ['a week that only weeks from Monday have', SUNDAYS, '2026-W53', '2027-01-03', '2027-01-09'],
])('%s is cut as goals are', (_, calendar, name, start, end) => {
  expect(parsePeriod(name, calendar)).toEqual({ start, end });
});

it.each(['9999-W52', '2025-W53', '2026-W00', '2026-Q5', '2026-13', 'FY0000'])('%s names no days', (name) => {
  expect(parsePeriod(name, PLAIN_CALENDAR)).toBeUndefined();
});
