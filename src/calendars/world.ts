import Holidays, { type HolidaysTypes } from 'date-holidays';
import { addDays, parseDay } from '../model/day.ts';
import type { CalendarQuestion, ImportedCalendar, ImportedDay } from './imported.ts';

/** Version of the package that reckons the holidays of the world's countries by their rules. */
export const DATE_HOLIDAYS = '3.37.0';

/** The countries that there are: code → name. */
export function countriesIn(language: string): Readonly<Record<string, string>> {
  return new Holidays().getCountries(language);
}

/** The regions of a country: code → name. */
export function regionsOf(country: string, language: string): Readonly<Record<string, string>> {
  return new Holidays().getStates(country, language) ?? {};
}

/** A country's public holidays by its rules; half days are left out. Undefined for a country or region that is none. */
export function worldOf({ country, region, year, language }: CalendarQuestion): ImportedCalendar | undefined {
  const [, part] = (region ?? '').split('-').length > 1 ? (region ?? '').split('-') : [undefined, region];
  if (!(country in countriesIn(language)) || (part !== undefined && !(part in regionsOf(country, language)))) return undefined;
  const reckoned = part === undefined ? new Holidays(country) : new Holidays(country, part);
  const isAnnounced = country === 'CN';
  const found = reckoned
    .getHolidays(year, language)
    .filter(({ type, date, rule }) => type === 'public' && date.slice(11, 19) === '00:00:00' && !(isAnnounced && FOR_SOME.test(rule)));
  const holidays = inOrder(found.flatMap((holiday) => daysOf(holiday, isAnnounced)).filter(({ day }) => day.startsWith(String(year))));
  const authority = isAnnounced ? 'estimated' : 'by-rule';
  return { country, region: part, year, source: `date-holidays ${DATE_HOLIDAYS}`, authority, holidays, extraWorkingDays: [] };
}

function daysOf({ date, start, end, name, rule }: HolidaysTypes.Holiday, isAnnounced: boolean): readonly ImportedDay[] {
  const first = parseDay(date.slice(0, 10));
  const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  const isEstimated = isAnnounced || RECKONED.test(rule);
  return first ? Array.from({ length: count }, (_, index) => ({ day: addDays(first, index), name, isEstimated })) : [];
}

/** China's days off for women, youths, children and soldiers only. */
const FOR_SOME = /^(03-08|05-04|06-01|08-01)/;

/** Rules that follow a moon, an equinox or another calendar: seen or announced, they may differ by a day. */
const RECKONED =
  /chinese|vietnamese|korean|bengali|hebrew|islamic|equinox|solstice|Muharram|Safar|Rabi|Jumada|Rajab|Shaban|Ramadan|Shawwal|Dhu/i;

/** One name a day, the first. */
function inOrder(days: readonly ImportedDay[]): readonly ImportedDay[] {
  const byDay = new Map<string, ImportedDay>();
  for (const each of days) if (!byDay.has(each.day)) byDay.set(each.day, each);
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
