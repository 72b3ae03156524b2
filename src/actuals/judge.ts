import type { Exclusion } from '../model/fact.ts';
import { type Fraction, minus, NOUGHT, times } from '../model/fraction.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import type { Binding } from './bind.ts';
import { byKind } from './by-kind.ts';
import { datesOf } from './deal-dates.ts';
import type { Accepted, Clock, Complaint, Judgement } from './judgement.ts';
import { type Finder, filterOf, finderOf } from './labels.ts';
import { placerOf } from './place-rows.ts';
import { MEASURES, type Measures, type Rows } from './roll-source.ts';
import { type TotalFinder, totalFinder } from './totals.ts';
import { currencyOf, type DayReader, dayReader, rateOf } from './worth.ts';

/** Decides about rows of one layout: left out, rejected, or placed in the plan. */
export function judgeOf(source: Source, plan: Plan, binding: Binding, clock: Clock): (rows: Rows) => Judgement {
  const place = placerOf(source, plan, binding);
  const findMetric = finderOf(plan.metrics, source.values.get('metric'));
  const whyExcluded = exclusionOf(binding, totalFinder(source, plan, binding));
  const dayOf = dayReader(source, plan, binding);
  const dated = datesOf(binding, plan, source, dayOf, clock);
  return (rows) => {
    const as = whyExcluded(rows);
    if (as !== undefined && as !== 'lost')
      return { is: 'excluded', as, lost: undefined, complaints: as === 'where' ? dated.ofOpen(rows) : [] };
    const isLost = as === 'lost';
    const accepted = rejectionOf(rows, dayOf, plan, binding, findMetric, isLost && binding.fields.has('lost') ? 'lost' : 'date');
    if ('rule' in accepted) {
      return isLost ? { is: 'excluded', as, lost: undefined, complaints: [] } : { is: 'rejected', complaint: accepted };
    }
    if (isLost) return { is: 'excluded', as, lost: place(rows, accepted, undefined).placed, complaints: [] };
    const { cycle, complaints } = dated.ofWon(rows, accepted.day);
    const found = place(rows, accepted, cycle);
    return complaints.length === 0 ? found : { ...found, complaints: [...found.complaints, ...complaints] };
  };
}

/** Why rows do not count; undefined: they do. */
function exclusionOf({ where, kept, lost, preset, fields }: Binding, isTotal: TotalFinder): (rows: Rows) => Exclusion | undefined {
  const [isKept, passes, isLost] = [filterOf(kept), filterOf(where), lost && filterOf(lost)];
  const byLabels = byKind((rows): Exclusion | undefined => {
    if (isTotal.byLabels(rows)) return 'total';
    if (!isKept(rows.labelOf)) return 'voided';
    if (passes(rows.labelOf)) return undefined;
    return isLost?.(rows.labelOf) ? 'lost' : 'where';
  });
  return (rows) => {
    if (preset?.hasFooter && isFooter(rows, fields.has('date'))) return 'footer';
    return isTotal.byDate(rows) ? 'total' : byLabels(rows);
  };
}

/** Words below the rows stand alone in their line. */
function isFooter(rows: Rows, hasDate: boolean): boolean {
  const isAlone = rows.cells().filter(({ text }) => text !== null && text.trim() !== '').length <= 1;
  return hasDate && isAlone && (rows.label('date') ?? '') === '' && rows.measures().amount?.is !== 'total';
}

/** Why rows can't be used, or what they count. */
function rejectionOf(
  rows: Rows,
  dayOf: DayReader,
  plan: Plan,
  binding: Binding,
  findMetric: Finder,
  dateField: 'date' | 'lost',
): Complaint | Accepted {
  const measures = rows.measures();
  const { amount, quantity } = measures;
  const dateRef = binding.fields.get(dateField);
  const dateText = rows.label(dateField) ?? null;
  const day = dateText === null ? undefined : dayOf(dateText);
  if (day === undefined || day === 'ambiguous') {
    const args = { value: dateText ?? '', isAmbiguous: day === 'ambiguous' ? 'yes' : undefined };
    return { rule: 'data/bad-date', args, ref: dateRef, text: dateText };
  }
  for (const field of MEASURES) {
    const measured = measures[field];
    if (measured?.is === 'odd') return { rule: 'data/bad-number', args: { value: measured.text }, ref: measured.ref, text: measured.text };
  }
  if (amount?.is === 'empty' || (!amount && quantity?.is === 'empty')) {
    return {
      rule: 'data/no-amount',
      args: {},
      ref: binding.fields.get('amount') ?? binding.fields.get('value') ?? binding.fields.get('quantity'),
      text: null,
    };
  }
  const metric = rows.label('metric');
  const metricId = metric === undefined ? undefined : findMetric(metric ?? '').id;
  if (metric !== undefined && metricId === undefined) {
    return { rule: 'data/unknown-metric', args: { label: metric ?? '' }, ref: binding.fields.get('metric'), text: metric };
  }
  const currency = currencyOf(rows, amount, binding);
  const rate = rateOf(currency, day, plan);
  if (!rate) {
    const ref = binding.fields.get('currency') ?? binding.fields.get('amount');
    return { rule: 'data/currency', args: { label: currency }, ref, text: rows.label('currency') ?? null };
  }
  const value = amount?.is === 'total' ? times(amount.value, rate) : NOUGHT;
  const count = quantity?.is === 'total' ? quantity.value : undefined;
  return { day, metric: metricId, amount: value, quantity: count, cost: costOf(measures, value, rate) };
}

function costOf({ cost, profit }: Measures, amount: Fraction, rate: Fraction): Fraction | undefined {
  if (cost?.is === 'total') return times(cost.value, rate);
  return profit?.is === 'total' ? minus(amount, times(profit.value, rate)) : undefined;
}
