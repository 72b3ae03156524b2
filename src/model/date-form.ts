import { type Day, parseDay } from './day.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const PATTERNS = new Map<string, RegExp>();

/**
 * Reads a date of a stated form: `DD-MM-YYYY`, `M/D/YY`, `MMM-YY`, `YYYY年M月D日`. `YYYY`, `YY`, `MMM` (English), `MM`, `M`,
 * `DD`, `D` stand for numbers and names, all else for itself; without a day it is the first. `Apr-18` under `MMM-YY` is
 * 2018-04-01. Undefined when the text is of another form or no such day exists.
 */
export function readDateForm(text: string, form: string): Day | undefined {
  const found = patternOf(form).exec(text)?.groups;
  if (!found) return undefined;
  const year = found.year?.length === 2 ? `20${found.year}` : found.year;
  const month = found.name === undefined ? Number(found.month) : MONTHS.indexOf(found.name.slice(0, 3).toLowerCase()) + 1;
  return parseDay(`${year}-${twoDigits(month)}-${twoDigits(Number(found.day ?? 1))}`);
}

function patternOf(form: string): RegExp {
  const known = PATTERNS.get(form);
  if (known) return known;
  const source = form.replace(/YYYY|YY|MMMM?|MM?|DD?|[^YMD]+/g, (part) => {
    if (part === 'YYYY') return '(?<year>\\d{4})';
    if (part === 'YY') return '(?<year>\\d{2})';
    if (part.startsWith('MMM')) return '(?<name>[A-Za-z]{3,9})';
    if (part.startsWith('M')) return '(?<month>\\d{1,2})';
    if (part.startsWith('D')) return '(?<day>\\d{1,2})';
    return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  const pattern = new RegExp(`^${source}$`, 'u');
  PATTERNS.set(form, pattern);
  return pattern;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
