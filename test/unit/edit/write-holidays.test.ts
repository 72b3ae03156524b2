import { describe, expect, it } from 'vitest';
import { writeHolidays } from '../../../src/edit/write-holidays.ts';

const NOTE = 'XX 2026: official (list 1.0)';
const DAYS = [
  {
    key: 'holidays',
    days: [
      ['2026-01-01', "New Year's Day"],
      ['2026-12-25', '1. Weihnachtstag'],
    ],
  },
  { key: 'extra_working_days', days: [['2026-10-10', '国庆节调休']] },
] as const;

function written(text: string) {
  return writeHolidays(text, NOTE, DAYS);
}

describe('holidays in a plan’s text', () => {
  it('stand in a calendar of their own after the period where there is none', () => {
    expect(written('name: A\nperiod: {start: 2026-01-01, end: 2026-12-31} # the year\n\ngoals: {}\n')).toBe(`name: A
period: {start: 2026-01-01, end: 2026-12-31} # the year
calendar:
  holidays:
    # XX 2026: official (list 1.0)
    2026-01-01: New Year's Day
    2026-12-25: "1. Weihnachtstag"
  extra_working_days:
    # XX 2026: official (list 1.0)
    2026-10-10: 国庆节调休

goals: {}
`);
  });

  it('follow the days that are there, with every comment kept', () => {
    const text = `calendar: # ours
  week_start: monday
  holidays:
    # local
    2026-03-03: Founding day # theirs
  # years
  year_start: 01-01
goals: {}
`;
    expect(written(text)).toBe(`calendar: # ours
  week_start: monday
  holidays:
    # local
    2026-03-03: Founding day # theirs
    # XX 2026: official (list 1.0)
    2026-01-01: New Year's Day
    2026-12-25: "1. Weihnachtstag"
  # years
  year_start: 01-01
  extra_working_days:
    # XX 2026: official (list 1.0)
    2026-10-10: 国庆节调休
goals: {}
`);
  });

  it('go into maps in one line, with the comment above', () => {
    expect(written('calendar: {week_start: monday, holidays: {2026-03-03: x}}\ngoals: {}\n')).toBe(
      `# XX 2026: official (list 1.0)\ncalendar: {week_start: monday, holidays: {2026-03-03: x, 2026-01-01: New Year's Day, 2026-12-25: "1. Weihnachtstag"}, extra_working_days: {2026-10-10: 国庆节调休}}\ngoals: {}\n`,
    );
    expect(written('calendar: {}\n')).toContain('calendar: {holidays: {2026-01-01');
  });

  it('keep the line breaks of the file', () => {
    const text = 'name: A\r\ncalendar:\r\n  week_start: monday\r\n';
    expect(written(text)?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('are refused where the calendar is an alias', () => {
    expect(written('x: &x {week_start: monday}\ncalendar: *x\n')).toBeUndefined();
  });
});
