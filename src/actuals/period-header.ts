import type { Calendar } from '../model/calendar.ts';
import { readDateForm } from '../model/date-form.ts';
import { type Day, laterDay, yearOf } from '../model/day.ts';
import { parsePeriod, startOfMonthCalled } from '../model/period.ts';
import type { Span } from '../model/span.ts';
import { headerUnit } from './header-unit.ts';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/**
 * The first day of the period that a header names: `2026-01`, `2026/1`, `2026年1月`, `Jan 2026`, `2026-Q1`, `2026年1季度`, a day;
 * without a year (`1月`, `Jan`, `Q1`) that of the plan. Undefined: it names none.
 */
export function periodHeader(header: string, form: string | undefined, calendar: Calendar, plan: Span): Day | undefined {
  const plain = withoutAmount(header);
  const declared = form === undefined ? undefined : readDateForm(plain, form);
  if (declared) return form?.includes('D') ? declared : startOfMonthCalled(declared, calendar);
  const year = yearOf(plan.start);
  const [own, next] = [year, year + 1].map((each) => spanCalled(plain, each, calendar));
  return (own && next && !overlaps(own, plan) && overlaps(next, plan) ? next : own)?.start;
}

function spanCalled(plain: string, year: number, calendar: Calendar): Span | undefined {
  const name = periodName(plain, year);
  const span = name === undefined ? undefined : parsePeriod(name, calendar);
  if (!span || !/^\d{4}-\d{2}$/.test(name ?? '')) return span;
  const start = startOfMonthCalled(span.start, calendar);
  return { start, end: laterDay(start, span.end) };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** `1月(万元)` and `2026年1月销售额` are their months; `1月(目标)` is another thing. */
function withoutAmount(header: string): string {
  const { name, scale, currency } = headerUnit(header, '');
  const plain = scale || currency ? name : header.normalize('NFKC').trim();
  return plain.replace(/\s*(?:销售额|销售金额|销售收入|成交金额|金额|收入|业绩|revenue|sales|amount)$/i, '');
}

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** In the plan format's own words. */
function periodName(plain: string, year: number): string | undefined {
  const [, monthYear, month] = /^(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*月?(?:份)?$/.exec(plain) ?? [];
  if (month !== undefined && (monthYear !== undefined || /月/.test(plain))) return `${monthYear ?? year}-${twoDigits(month)}`;
  const [, quarterYear, quarter] = /^(?:(\d{4})\s*[-/.年]?\s*)?(?:Q([1-4])|第?([1-4一二三四])季度?)$/i.exec(plain.replace(/第/, '')) ?? [];
  const digit = quarter ?? chineseQuarter(plain);
  if (digit !== undefined && /Q|季/i.test(plain)) return `${quarterYear ?? year}-Q${digit}`;
  const chinese = CHINESE.indexOf(/^([一二三四五六七八九十]+)月(?:份)?$/.exec(plain)?.[1] ?? '');
  if (chinese >= 0) return `${year}-${twoDigits(String(chinese + 1))}`;
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
