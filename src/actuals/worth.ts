import type { Day } from '../model/day.ts';
import { type Fraction, NOUGHT, ONE, times } from '../model/fraction.ts';
import { startOfMonthCalled } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import type { Binding } from './bind.ts';
import { byKind } from './by-kind.ts';
import { dayOfText, isMonth } from './date-text.ts';
import type { Measured, Rows } from './roll-source.ts';

export type DayReader = (text: string) => Day | 'ambiguous' | undefined;

/** Reads the dates of a source's files; the same texts come again and again. */
export function dayReader({ formats }: Source, plan: Plan, { preset }: Binding): DayReader {
  const zone = preset?.zone ?? plan.timezone;
  const known = new Map<string, ReturnType<DayReader>>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before;
    const read = dayOfText(text, formats.date, zone);
    const isCalled = plan.calendar.pattern !== 'gregorian' && isMonth(text, formats.date) && read !== undefined && read !== 'ambiguous';
    const day = isCalled ? startOfMonthCalled(read, plan.calendar) : read;
    known.set(text, day);
    return day;
  };
}

/** What rows are worth in the plan's currency on their day; nothing where that can't be told: two currencies are never added up. */
export function worthOf(source: Source, plan: Plan, binding: Binding): (rows: Rows) => Fraction {
  const dayOf = dayReader(source, plan, binding);
  const currencyOf = currencyReader(binding);
  return (rows) => {
    const { amount } = rows.measures();
    if (amount?.is !== 'total') return NOUGHT;
    const currency = currencyOf(rows, amount);
    if (isOwn(currency, plan)) return amount.value;
    const day = dayOf(rows.label('date') ?? '');
    const rate = day === undefined || day === 'ambiguous' ? undefined : rateOf(currency, day, plan);
    return rate ? times(amount.value, rate) : NOUGHT;
  };
}

/** Tells the currency of amounts: by the column of currencies, else by the amount itself, else by its header. */
export function currencyReader({ currency }: Binding): (rows: Rows, amount: Measured | undefined) => string {
  const labelOf = byKind((rows) => rows.label('currency')?.trim() ?? '');
  return (rows, amount) => labelOf(rows) || ((amount?.is === 'total' ? amount.currency : undefined) ?? currency ?? '');
}

/** How much of the plan's currency one unit is on a day: the last rate up to it. Undefined: unknown. */
export function rateOf(label: string, day: Day, plan: Plan): Fraction | undefined {
  if (isOwn(label, plan)) return ONE;
  const rates = plan.rates.get(codeOf(label));
  const since = [...(rates?.keys() ?? [])].sort().findLast((each) => each <= day);
  return since === undefined ? undefined : rates?.get(since);
}

function isOwn(label: string, plan: Plan): boolean {
  if (label === '' || label === plan.currency) return true;
  const code = codeOf(label);
  return code === '' || code === plan.currency;
}

function codeOf(label: string): string {
  return CURRENCY_NAMES[label.trim()] ?? label.trim().toUpperCase();
}

/** As Chinese systems label them. */
const CURRENCY_NAMES: Readonly<Record<string, string>> = {
  人民币: 'CNY',
  RMB: 'CNY',
  美元: 'USD',
  欧元: 'EUR',
  港币: 'HKD',
  港元: 'HKD',
  日元: 'JPY',
  英镑: 'GBP',
};
