import type { Day } from '../model/day.ts';

/** How far a list of holidays can be relied on. */
export const AUTHORITIES = ['official', 'by-rule', 'estimated'] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** One day that is not as its weekday says. */
export interface ImportedDay {
  readonly day: Day;
  readonly name: string;
  /** Its date rests on a reckoning (a moon, an equinox) or on what has not been announced. */
  readonly isEstimated: boolean;
}

/** The holidays of a country in a year, as plain dates. */
export interface ImportedCalendar {
  readonly country: string;
  readonly region: string | undefined;
  readonly year: number;
  /** Package and version that the dates come from. */
  readonly source: string;
  /** `official`: as the government announced them; `by-rule`: as the law reckons them; `estimated`: not announced yet. */
  readonly authority: Authority;
  readonly holidays: readonly ImportedDay[];
  /** Days that are worked although their weekday is free. */
  readonly extraWorkingDays: readonly ImportedDay[];
}

/** What is asked for. `language` is that of the names, where there is a choice. */
export interface CalendarQuestion {
  readonly country: string;
  readonly region: string | undefined;
  readonly year: number;
  readonly language: string;
}
