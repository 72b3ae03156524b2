import type { Day } from '../model/day.ts';
import type { Exclusion } from '../model/fact.ts';
import { type Fraction, minus, NOUGHT, times } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import type { Binding, ColumnRef } from './bind.ts';
import { byKind } from './by-kind.ts';
import { datesOf } from './deal-dates.ts';
import type { Accepted, Clock, Complaint, Judgement } from './judgement.ts';
import { filterOf, finderOf } from './labels.ts';
import { placerOf } from './place-rows.ts';
import type { Measured, Measures, Rows } from './roll-source.ts';
import { type TotalFinder, totalFinder } from './totals.ts';
import { currencyReader, type DayReader, dayReader, rateOf } from './worth.ts';

/** Decides about rows of one layout: left out, rejected, or placed in the plan. */
export function judgeOf(source: Source, plan: Plan, binding: Binding, clock: Clock): (rows: Rows) => Judgement {
  const place = placerOf(source, plan, binding);
  const whyExcluded = exclusionOf(binding, totalFinder(source, plan, binding));
  const dayOf = dayReader(source, plan, binding);
  const dated = datesOf(binding, plan, source, dayOf, clock);
  const accept = accepterOf(source, plan, binding, dayOf, 'date');
  const acceptLost = accepterOf(source, plan, binding, dayOf, binding.fields.has('lost') ? 'lost' : 'date');
  return (rows) => {
    const as = whyExcluded(rows);
    if (as === 'lost') {
      const accepted = acceptLost(rows);
      return { is: 'excluded', as, lost: 'rule' in accepted ? undefined : place(rows, accepted, undefined).placed, complaints: [] };
    }
    if (as !== undefined) return { is: 'excluded', as, lost: undefined, complaints: as === 'where' ? dated.ofOpen(rows) : [] };
    const accepted = accept(rows);
    if ('rule' in accepted) return { is: 'rejected', complaint: accepted };
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

/** Tells why rows can't be used, or what they count. */
function accepterOf(
  source: Source,
  plan: Plan,
  binding: Binding,
  dayOf: DayReader,
  dateField: 'date' | 'lost',
): (rows: Rows) => Complaint | Accepted {
  const { fields } = binding;
  const metricOf = byKind(metricFinder(source, plan, binding));
  const currencyOf = currencyReader(binding);
  return (rows) => {
    const measures = rows.measures();
    const { amount, quantity } = measures;
    const text = rows.label(dateField) ?? null;
    const day = text === null ? undefined : dayOf(text);
    if (day === undefined || day === 'ambiguous') return badDate(text, day, fields.get(dateField));
    const odd = oddIn(measures);
    if (odd) return { rule: 'data/bad-number', args: { value: odd.text }, ref: odd.ref, text: odd.text };
    if (amount?.is === 'empty' || (!amount && quantity?.is === 'empty'))
      return { rule: 'data/no-amount', args: {}, ref: fields.get('amount') ?? fields.get('value') ?? fields.get('quantity'), text: null };
    const metric = metricOf(rows);
    if (metric && 'rule' in metric) return metric;
    const currency = currencyOf(rows, amount);
    const rate = rateOf(currency, day, plan);
    if (!rate) {
      const ref = fields.get('currency') ?? fields.get('amount');
      return { rule: 'data/currency', args: { label: currency }, ref, text: rows.label('currency') ?? null };
    }
    const value = amount?.is === 'total' ? times(amount.value, rate) : NOUGHT;
    const count = quantity?.is === 'total' ? quantity.value : undefined;
    return { day, metric: metric?.id, amount: value, quantity: count, cost: costOf(measures, value, rate) };
  };
}

function badDate(text: string | null, day: Day | 'ambiguous' | undefined, ref: ColumnRef | undefined): Complaint {
  return { rule: 'data/bad-date', args: { value: text ?? '', isAmbiguous: day === 'ambiguous' ? 'yes' : undefined }, ref, text };
}

function oddIn({ amount, quantity, cost, profit }: Measures): Extract<Measured, { is: 'odd' }> | undefined {
  if (amount?.is === 'odd') return amount;
  if (quantity?.is === 'odd') return quantity;
  if (cost?.is === 'odd') return cost;
  return profit?.is === 'odd' ? profit : undefined;
}

/** The metric that rows name; undefined where they name none. */
function metricFinder(source: Source, plan: Plan, { fields }: Binding): (rows: Rows) => { readonly id: Id } | Complaint | undefined {
  const find = finderOf(plan.metrics, source.values.get('metric'));
  return (rows) => {
    const label = rows.label('metric');
    if (label === undefined) return undefined;
    const { id } = find(label ?? '');
    return id === undefined
      ? { rule: 'data/unknown-metric', args: { label: label ?? '' }, ref: fields.get('metric'), text: label }
      : { id };
  };
}

function costOf({ cost, profit }: Measures, amount: Fraction, rate: Fraction): Fraction | undefined {
  if (cost?.is === 'total') return times(cost.value, rate);
  return profit?.is === 'total' ? minus(amount, times(profit.value, rate)) : undefined;
}
