import { readDateForm } from '../model/date-form.ts';
import type { Day } from '../model/day.ts';

/** Tried in this order where the plan does not say how a table writes its months. */
const USUAL = [
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYY-MM',
  'YYYY/MM',
  'YYYY.MM',
  'YYYY年MM月',
  'MMM-YY',
  'MMM-YYYY',
  'MMM YYYY',
  'MMM YY',
  'YYYYMM',
];

/** The first day that a table's label means: `Apr-18` is 2018-04-01. Undefined when it is of another form. */
export function dayOfLabel(label: string, form: string | undefined): Day | undefined {
  const text = label.normalize('NFKC').trim();
  if (form !== undefined) return readDateForm(text, form);
  for (const usual of USUAL) {
    const day = readDateForm(text, usual);
    if (day) return day;
  }
  return undefined;
}
