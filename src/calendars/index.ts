import { chinaOf } from './china.ts';
import type { CalendarQuestion, ImportedCalendar } from './imported.ts';
import { countriesIn, regionsOf, worldOf } from './world.ts';

export type { CalendarQuestion, ImportedCalendar, ImportedDay } from './imported.ts';
export { countriesIn, regionsOf } from './world.ts';

/** The holidays of a country in a year: as announced where a package holds that, else as its rules reckon them. Undefined: no such place. */
export function calendarOf(question: CalendarQuestion): ImportedCalendar | undefined {
  return (question.country === 'CN' ? chinaOf(question) : undefined) ?? worldOf(question);
}

/** What to choose from where a country or region is unknown. */
export function choicesFor({ country, language }: CalendarQuestion): readonly string[] {
  const countries = countriesIn(language);
  if (!(country in countries)) return Object.keys(countries);
  return Object.entries(regionsOf(country, language)).map(([code, name]) => `${code} ${name}`);
}
