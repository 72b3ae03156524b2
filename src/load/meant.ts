import { parseDay } from '../model/day.ts';
import { parseDuration } from '../model/duration.ts';
import { parsePeriod } from '../model/period.ts';
import { parsePercent, parseQuantity } from '../model/quantity.ts';

/** The spelling that a planner most likely meant; `isCertain: 'yes'` where it can mean nothing else. */
export interface Meant {
  readonly suggestion?: string;
  readonly isCertain?: 'yes';
}

const NOTHING: Meant = {};
/** Years of the calendar decide where a fiscal quarter lies, never whether it exists. */
const PLAIN = { yearStart: { month: 1, day: 1 }, pattern: 'gregorian', weekStart: 1 } as const;

/**
 * Spaces, full-width digits and half-set commas can't be misread; that a currency's sign may go, or that `m` is a million, is
 * only likely.
 */
export function meantQuantity(written: string): Meant {
  const plain = halfWidth(written).trim();
  if (plain.endsWith('%')) return meantPercent(written);
  const bare = closed(plain.replace(/^\./, '0.'));
  const code = CODES[plain[0] ?? ''] ?? '';
  const unsigned = closed(inUnits(plain.replace(/^[¥￥$€£] ?|(?<=[\dkKMB万亿]) ?元$/g, '')) + code);
  const isOne = (text: string) => parseQuantity(text) !== undefined;
  return (
    certain(written, bare, isOne) ??
    (unsigned !== undefined && unsigned !== written && isOne(unsigned) ? { suggestion: unsigned } : NOTHING)
  );
}

/** What a sign that can't be the plan's money everywhere says: `$5k` is `5k USD`. */
const CODES: Readonly<Record<string, string>> = { $: ' USD', '€': ' EUR', '£': ' GBP' };

/** Units of other habits: `12 Mio`, `12mn`, `1200w`, `3bn`, `1.2億`, and dots between thousands. */
const UNIT_HABITS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d) ?(?:m|mm|mn|mio\.?|mill\.?|millions?)$/i, 'M'],
  [/(?<=\d) ?(?:bn|mrd\.?|billions?)$/i, 'B'],
  [/(?<=\d) ?(?:tsd\.?|thousand|千)$/i, 'k'],
  [/(?<=\d) ?(?:w|萬)$/i, '万'],
  [/(?<=\d) ?億$/, '亿'],
  [/(?<=\d) ?百万$/, 'M'],
];

function inUnits(text: string): string {
  const isDotted = /^\d{1,3}(?:\.\d{3}){2,}$/.test(text);
  const habit = UNIT_HABITS.find(([form]) => form.test(text));
  return isDotted ? text.replaceAll('.', '') : habit ? text.replace(habit[0], habit[1]) : text;
}

/** Without the blanks and commas inside; undefined where they do not stand between thousands, so that `1 20` is not 120. */
function closed(text: string): string | undefined {
  const isGrouped = !/\d[\s,]+\d/.test(text) || /^[-+]?\d{1,3}(?:([\s,])\d{3})(?:\1\d{3})*(?!\d)/.test(text);
  return isGrouped ? text.replace(/\s+(?![A-Z]{3}$)/g, '').replace(/,(?=\d{3}(?!\d))/g, '') : undefined;
}

/** `45 %` and `45％` are 45%; a bare number above one, or nought, is most likely a percent, one up to 1 may be a share. */
export function meantPercent(written: string): Meant {
  const plain = halfWidth(written).replace(/\s/g, '');
  const found = certain(written, plain, (text) => parsePercent(text) !== undefined);
  if (found) return found;
  const isPoints = Math.abs(Number(plain)) > 1 || Number(plain) === 0;
  return /^[-+]?\d+(\.\d+)?$/.test(plain) && isPoints ? { suggestion: `${plain}%` } : NOTHING;
}

/** Year first is certain (`2026/3/31`, `20260331`, `2026年3月31日`), day and month only where one of them can't be the other. */
export function meantDay(written: string): Meant {
  const plain = halfWidth(written).trim();
  if (RANGE.test(plain)) return meantRange(plain, written);
  const found =
    /^(?<year>\d{4})(?:[-/. ](?<month>\d{1,2})[-/. ](?<day>\d{1,2})|年 ?(?<m>\d{1,2}) ?月 ?(?<d>\d{1,2}) ?日?|(?<mm>\d{2})(?<dd>\d{2}))$/.exec(
      plain,
    )?.groups ??
    dayAndMonth(plain) ??
    dayOfNamedMonth(plain);
  if (!found) return meantPeriod(plain, written);
  const [month, day] = [found.month ?? found.m ?? found.mm ?? '', found.day ?? found.d ?? found.dd ?? ''];
  const meant = `${found.year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return certain(written, meant, (text) => parseDay(text) !== undefined) ?? NOTHING;
}

/** Two days with what people write between them. */
const RANGE = /\d日?(?:\.\.| ?(?:–|~|至|到) ?| (?:-|to) )(?=\d)/;

/** Both ends as they are meant. */
function meantRange(plain: string, written: string): Meant {
  const ends = plain
    .replace(RANGE, (between) => `${between.replace(/[^\d日]+$/, '')}..`)
    .split('..')
    .map((end) => (parseDay(end) ? end : (meantDay(end).suggestion ?? '')));
  const [from, to, ...more] = ends.map(parseDay);
  return from && to && from <= to && more.length === 0 ? (certain(written, `${from}..${to}`, () => true) ?? NOTHING) : NOTHING;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Sep 27, 2026`, `27 September 2026`, `27-Sep-2026`. */
function dayOfNamedMonth(text: string): { year: string; month: string; day: string; [more: string]: string | undefined } | undefined {
  const [, name = '', day = '', year = ''] =
    /^([a-z]{3,9})\.?[ -](\d{1,2}),?[ -](\d{4})$/i.exec(text.replace(/^(\d{1,2})([ -])([a-z]+\.?)/i, '$3$2$1')) ?? [];
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month > 0 ? { year, month: String(month), day } : undefined;
}

/** The day on which a year starts: `4/1`, `4-1`, `4月1日`. */
export function meantYearStart(written: string): Meant {
  const [, month = '', day = ''] = /^(\d{1,2}) ?[-/.月] ?(\d{1,2})日?$/.exec(halfWidth(written).trim()) ?? [];
  const meant = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDay(`2000-${meant}`) ? { suggestion: meant } : NOTHING;
}

/** `31/3/2026` and `3/31/2026`; `3/4/2026` may be either and is not read. */
function dayAndMonth(text: string): { year: string; month: string; day: string; [more: string]: string | undefined } | undefined {
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (Number(first) > 12) return { year, month: second, day: first };
  return Number(second) > 12 ? { year, month: first, day: second } : undefined;
}

/** `2026Q1`, `2026-q1`, `2026-W6`, `2026-3`, `2026/03`, `2026年3月`, `Q1 2026`. */
function meantPeriod(plain: string, written: string): Meant {
  const turned = plain.replace(/^([QHqh][1-4])[- /]?(\d{4})$/, '$2-$1');
  const meant = turned
    .replace(/^(\d{4})年 ?(\d{1,2}) ?月$/, '$1-$2')
    .replace(/^(\d{4})[/. ](\d{1,2})$/, '$1-$2')
    .replace(/^((?:FY)?\d{4})[-/. ]?([QHWMqhwm]\d{1,2})$/, (_, year: string, part: string) => `${year}-${part.toUpperCase()}`)
    .replace(/-([WM]?)(\d)$/, '-$10$2');
  const isOne = (text: string) => parsePeriod(text, PLAIN) !== undefined;
  return certain(written, meant, isOne) ?? weekOf(meant, isOne);
}

/** `2026-38` is no month, but a week. */
function weekOf(text: string, isOne: (text: string) => boolean): Meant {
  const week = text.replace(/^(\d{4})-(\d\d)$/, '$1-W$2');
  return week !== text && isOne(week) ? { suggestion: week } : NOTHING;
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:hours?|hrs?|h|小时|个小时)$/i, 'hours'],
  [/^(?:days?|d|天|日)$/i, 'days'],
  [/^(?:workdays?|work days?|working days?|business days?|工作日|个工作日)$/i, 'workdays'],
  [/^(?:weeks?|w|周|星期|个星期)$/i, 'weeks'],
  [/^(?:months?|mo|月|个月)$/i, 'months'],
  [/^(?:quarters?|季度|个季度)$/i, 'quarters'],
  [/^(?:years?|yrs?|y|年)$/i, 'years'],
];

export function meantDuration(written: string): Meant {
  const [, count = '', unit = ''] = /^(\d+)[\s-]*(\D+)$/.exec(halfWidth(written).trim()) ?? [];
  const name = UNITS.find(([form]) => form.test(unit.trim()))?.[1];
  if (name === undefined) return NOTHING;
  const meant = `${count} ${Number(count) === 1 ? name.slice(0, -1) : name}`;
  return certain(written, meant, (text) => parseDuration(text) !== undefined) ?? NOTHING;
}

function certain(written: string, meant: string | undefined, isOne: (text: string) => boolean): Meant | undefined {
  return meant !== undefined && meant !== written && isOne(meant) ? { suggestion: meant, isCertain: 'yes' } : undefined;
}

/** Full-width digits and signs as an input method writes them. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
}
