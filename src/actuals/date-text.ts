import { readDateForm } from '../model/date-form.ts';
import type { Day } from '../model/day.ts';

/** Forms that can mean one day only, most usual first. */
const PLAIN = ['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYY.MM.DD', 'YYYY年MM月DD日'];
const EITHER_WAY = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/;
const TIME_OF_DAY = /[ T]+\d{1,2}:\d{2}.*$/;

/** The day of a cell, its time of day left aside; `ambiguous` where day and month could be either way round and the plan does not say. */
export function dayOfText(text: string, form: string | undefined): Day | 'ambiguous' | undefined {
  const plain = withoutTime(text.normalize('NFKC').trim());
  if (form !== undefined) return readDateForm(plain, form.replace(/[ T]*[Hh]{1,2}:.*$/, ''));
  for (const usual of PLAIN) {
    const day = readDateForm(plain, usual);
    if (day) return day;
  }
  if (/^\d{8}$/.test(plain)) return readDateForm(`${plain.slice(0, 4)}-${plain.slice(4, 6)}-${plain.slice(6)}`, 'YYYY-MM-DD');
  return EITHER_WAY.test(plain) ? 'ambiguous' : undefined;
}

/** The part of a date cell that the engine groups by. */
export function withoutTime(text: string): string {
  return text.length <= 10 ? text : text.replace(TIME_OF_DAY, '');
}
