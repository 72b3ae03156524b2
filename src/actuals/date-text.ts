import { readDateForm } from '../model/date-form.ts';
import { type Day, parseDay } from '../model/day.ts';

/** Forms that can mean one day only, most usual first. */
const PLAIN = ['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYY.MM.DD', 'YYYY年MM月DD日'];
/** The same with the month's English name. */
const NAMED = ['DD-MMM-YYYY', 'DD MMM YYYY', 'MMM DD, YYYY', 'DD-MMM-YY', 'DD MMM YY'];
const EITHER_WAY = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/;
const MONTH = /^((?:19|20)\d{2})(?:[-/.年](\d{1,2})月?(?:份)?|(\d{2}))$/;
const TIME_OF_DAY = /[ T]+(?:[上下]午 ?)?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AaPp][Mm])?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)? ?(Z|[+-]\d{2}:?(\d{2})?)$/;
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;

/**
 * The day of a cell, its time of day left aside; `ambiguous` where day and month could be either way round and the plan
 * does not say. An instant (ISO with offset, milliseconds since 1970) is the day that it is in `zone`; a number of five
 * digits is a date of Excel (46027 is 2026-01-04); a month (2026-01, 2026年1月, 202601) is its first day.
 */
export function dayOfText(text: string, form: string | undefined, zone: string): Day | 'ambiguous' | undefined {
  if (form === undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)) return parseDay(text);
  const whole = text.normalize('NFKC').trim();
  const instant = instantOf(whole);
  if (instant !== undefined) return dayOfInstant(instant, zone);
  const plain = withoutTime(whole);
  if (form !== undefined)
    return readDateForm(plain, form.replace(/[ T]*[Hh]{1,2}:.*$/, '')) ?? (form.startsWith('Y') ? undefined : parseDay(plain));
  for (const usual of PLAIN) {
    const day = readDateForm(plain, usual);
    if (day) return day;
  }
  for (const usual of /[A-Za-z]{3}/.test(plain) ? NAMED : []) {
    const day = readDateForm(plain, usual);
    if (day) return day;
  }
  const [, year, named, digits] = MONTH.exec(plain) ?? [];
  const month = named ?? digits;
  if (year !== undefined && month !== undefined) return parseDay(`${year}-${month.padStart(2, '0')}-01`);
  if (/^\d{8}$/.test(plain)) return readDateForm(`${plain.slice(0, 4)}-${plain.slice(4, 6)}-${plain.slice(6)}`, 'YYYY-MM-DD');
  if (/^-?\d{12,13}$/.test(plain)) return dayOfInstant(Number(plain), zone);
  if (/^\d{5}(\.\d+)?$/.test(plain)) return dayOfSerial(Math.floor(Number(plain)));
  return EITHER_WAY.test(plain) ? 'ambiguous' : undefined;
}

/** True for a cell that names a month and no day. */
export function isMonth(text: string, form: string | undefined): boolean {
  return form === undefined ? MONTH.test(text.normalize('NFKC').trim()) : !form.includes('D');
}

/**
 * The part of a date cell that the engine groups by: without its time of day, or, where it says how far from UTC that is,
 * cut to five minutes, which no time zone's midnight falls within.
 */
export function withoutTime(text: string): string {
  if (text.length <= 10) return text;
  if (INSTANT.test(text))
    return text.replace(
      /(:\d)([0-9])(:\d{2}(\.\d+)?)?( ?(Z|[+-][\d:]+))$/,
      (_, tens, ones, _s, _f, offset) => `${tens}${ones < '5' ? 0 : 5}${offset}`,
    );
  return text.replace(TIME_OF_DAY, '');
}

/** Milliseconds since 1970 of a time that says how far from UTC it is; undefined for other texts. */
export function instantOf(text: string): number | undefined {
  return INSTANT.test(text) ? Date.parse(parseable(text)) : undefined;
}

/** JavaScript reads `+08:00`, not `+08` or `+0800`. */
function parseable(text: string): string {
  return text.replace(/ (?=\d{2}:)/, 'T').replace(/ ?([+-]\d{2}):?(\d{2})?$/, (_, hours, minutes) => `${hours}:${minutes ?? '00'}`);
}

function dayOfSerial(serial: number): Day | undefined {
  return serial < FIRST_SERIAL || serial > LAST_SERIAL
    ? undefined
    : parseDay(new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10));
}

const CLOCKS = new Map<string, Intl.DateTimeFormat>();

/** Undefined for a zone that is none. */
function dayOfInstant(time: number, zone: string): Day | undefined {
  if (Number.isNaN(time)) return undefined;
  const clock = CLOCKS.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  CLOCKS.set(zone, clock);
  return parseDay(clock.format(time));
}
