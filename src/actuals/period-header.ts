import type { Calendar } from '../model/calendar.ts';
import { readDateForm } from '../model/date-form.ts';
import { type Day, yearOf } from '../model/day.ts';
import { parsePeriod } from '../model/period.ts';
import type { Span } from '../model/span.ts';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/**
 * The first day of the period that a header names: `2026-01`, `2026/1`, `2026年1月`, `Jan 2026`, `2026-Q1`, `2026年1季度`, a day;
 * without a year (`1月`, `Jan`, `Q1`) in the year in which the plan starts. Undefined: it names none.
 */
export function periodHeader(header: string, form: string | undefined, calendar: Calendar, plan: Span): Day | undefined {
  const plain = header.normalize('NFKC').trim();
  const declared = form === undefined ? undefined : readDateForm(plain, form);
  if (declared) return declared;
  const name = periodName(plain, yearOf(plan.start));
  return name === undefined ? undefined : parsePeriod(name, calendar)?.start;
}

/** In the plan format's own words. */
function periodName(plain: string, year: number): string | undefined {
  const [, monthYear, month] = /^(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*月?(?:份)?$/.exec(plain) ?? [];
  if (month !== undefined && (monthYear !== undefined || /月/.test(plain))) return `${monthYear ?? year}-${twoDigits(month)}`;
  const [, quarterYear, quarter] = /^(?:(\d{4})\s*[-/.年]?\s*)?(?:Q([1-4])|第?([1-4一二三四])季度?)$/i.exec(plain.replace(/第/, '')) ?? [];
  const digit = quarter ?? chineseQuarter(plain);
  if (digit !== undefined && /Q|季/i.test(plain)) return `${quarterYear ?? year}-Q${digit}`;
  const named = /^([A-Za-z]{3,9})\.?[-\s/]*(\d{4}|\d{2})?$/.exec(plain);
  const index = MONTHS.findIndex((month) => [month, month.slice(0, 3)].includes((named?.[1] ?? '').toLowerCase()));
  if (named && index >= 0) return `${yearIn(named[2], year)}-${twoDigits(String(index + 1))}`;
  return /^(\d{4}-\d{2}-\d{2}|\d{4}-W\d{2}|FY\d{4}|\d{4}-H[12])$/.test(plain) ? plain : undefined;
}

function chineseQuarter(plain: string): string | undefined {
  const [, digit = ''] = /([1-4一二三四])季/.exec(plain) ?? [];
  const at = '一二三四'.indexOf(digit);
  return digit === '' ? undefined : at >= 0 ? String(at + 1) : digit;
}

function yearIn(written: string | undefined, year: number): string {
  if (written === undefined) return String(year);
  return written.length === 2 ? `20${written}` : written;
}

function twoDigits(number: string): string {
  return number.padStart(2, '0');
}
