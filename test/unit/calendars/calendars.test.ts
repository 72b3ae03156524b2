import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHINESE_DAYS } from '../../../src/calendars/china.ts';
import { calendarOf } from '../../../src/calendars/index.ts';
import { DATE_HOLIDAYS } from '../../../src/calendars/world.ts';
import { ROOT } from '../../support/run.ts';

function daysOf(country: string, year: number, region?: string) {
  const found = calendarOf({ country, region, year, language: 'en' });
  return {
    authority: found?.authority,
    source: found?.source,
    days: found?.holidays.map((each) => `${each.day.slice(5)}${each.isEstimated ? '?' : ''}`),
  };
}

describe('imported calendars', () => {
  it('have China’s as the State Council announced it, with make-up days', () => {
    const { authority, source } = daysOf('CN', 2026);
    expect([authority, source]).toEqual(['official', `chinese-days ${CHINESE_DAYS}`]);
    const found = calendarOf({ country: 'CN', region: undefined, year: 2026, language: 'zh' });
    expect(found?.holidays).toHaveLength(33);
    expect(found?.extraWorkingDays.map(({ day, name }) => `${day} ${name}`)).toEqual([
      '2026-01-04 元旦调休',
      '2026-02-14 春节调休',
      '2026-02-28 春节调休',
      '2026-05-09 劳动节调休',
      '2026-09-20 国庆节调休',
      '2026-10-10 国庆节调休',
    ]);
  });

  it('mark what is not announced yet', () => {
    const { authority, days } = daysOf('CN', 2029);
    expect(authority).toBe('estimated');
    expect(days?.slice(0, 2)).toEqual(['01-01?', '02-12?']);
    expect(days).toContain('10-01?');
    expect(days).not.toContain('06-01?');
  });

  it.each([
    ['DE', undefined, ['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25', '12-26']],
    ['US', undefined, ['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '07-04', '09-07', '10-12', '11-11', '11-26', '12-25']],
    ['IN', undefined, ['01-26', '04-03', '04-14', '08-15', '10-02', '12-25']],
  ])('reckon %s by its rules', (country, region, expected) => {
    const { authority, days } = daysOf(country, 2026, region);
    expect([authority, days]).toEqual(['by-rule', expected]);
  });

  it('know the regions of a country, and no place that is none', () => {
    expect(daysOf('DE', 2026, 'BY').days).toContain('01-06');
    expect(daysOf('DE', 2026, 'XX').days).toBeUndefined();
    expect(daysOf('ZZ', 2026).days).toBeUndefined();
  });

  it('estimate what follows the moon', () => {
    expect(daysOf('ID', 2026).days?.some((each) => each.endsWith('?'))).toBe(true);
  });

  it.each([
    ['chinese-days', CHINESE_DAYS],
    ['date-holidays', DATE_HOLIDAYS],
  ])('name the version of %s that is installed', (name, version) => {
    expect(JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version).toBe(version);
  });
});
