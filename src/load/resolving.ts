import { addDays, type Day, laterDay } from '../model/day.ts';
import type { Problem } from '../model/finding.ts';
import type { Fraction } from '../model/fraction.ts';
import { times } from '../model/fraction.ts';
import type { PlanPath } from '../model/id.ts';
import type { Metric } from '../model/metric.ts';
import { parsePercent, parseQuantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import type { Tenures } from '../model/tenure.ts';
import { isMap } from './ordered.ts';
import { dayOf, text } from './scalars.ts';

/** What reading values needs beside them, and where their problems go. */
export interface Resolving {
  readonly currency: string;
  readonly period: Span;
  readonly rates: ReadonlyMap<string, ReadonlyMap<Day, Fraction>>;
  tell(problem: Problem): void;
  isFaulty(path: PlanPath): boolean;
}

const HUNDRED: Fraction = { n: 100n, d: 1n };

/** An amount in the plan's currency, or a plain number. Reports: ref/unknown-id for a currency without a rate. */
export function quantityAt(value: unknown, path: PlanPath, resolving: Resolving): Fraction | undefined {
  if (value === undefined) return undefined;
  const quantity = parseQuantity(String(value));
  if (!quantity) return undefined;
  const { currency } = quantity;
  if (currency === undefined || currency === resolving.currency) return quantity.value;
  const rate = rateOf(resolving.rates.get(currency), resolving.period.start);
  if (rate) return times(quantity.value, rate);
  resolving.tell({
    rule: 'ref/unknown-id',
    spot: { in: 'plan', path, at: 'value' },
    args: { id: currency, kind: 'rate', plan: resolving.currency },
  });
  return undefined;
}

/** The rate in force on the plan's first day: the last one up to it, else the first there is. */
function rateOf(rates: ReadonlyMap<Day, Fraction> | undefined, on: Day): Fraction | undefined {
  const days = [...(rates?.keys() ?? [])].sort();
  const inForce = days.findLast((each) => each <= on) ?? days[0];
  return inForce === undefined ? undefined : rates?.get(inForce);
}

/** A value of a metric in its unit; percents in points. Reports: schema/bad-percent, schema/bad-quantity where the form does not fit. */
export function valueAt(value: unknown, metric: Metric, path: PlanPath, resolving: Resolving): Fraction | undefined {
  if (value === undefined || value === null || resolving.isFaulty(['metrics', metric.id, 'unit'])) return undefined;
  const written = String(value);
  const percent = parsePercent(written);
  if (metric.unit === 'percent') {
    if (percent) return times(percent, HUNDRED);
    resolving.tell(wrong('schema/bad-percent', path, written, /^[-+]?\d+(\.\d+)?$/.test(written) ? `${written}%` : undefined));
    return undefined;
  }
  if (percent) {
    resolving.tell(wrong('schema/bad-quantity', path, written, undefined));
    return undefined;
  }
  return quantityAt(value, path, resolving);
}

function wrong(rule: string, path: PlanPath, value: string, suggestion: string | undefined): Problem {
  return { rule, spot: { in: 'plan', path, at: 'value' }, args: { value, suggestion, key: String(path.at(-1)) } };
}

/** Who answers for something. Reports: date/owner-gap for a hole or an overlap in the days of `span`. */
export function tenuresAt(value: unknown, path: PlanPath, span: Span, resolving: Resolving): Tenures | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) return [{ who: String(value), from: undefined, to: undefined }];
  const tenures = value.flatMap((entry) => {
    const who = isMap(entry) ? text(entry.who) : undefined;
    return isMap(entry) && who !== undefined ? [{ who, from: dayOf(entry.from), to: dayOf(entry.to) }] : [];
  });
  const isWhole =
    tenures.length === value.length &&
    value.every((_, index) => !resolving.isFaulty([...path, index, 'from']) && !resolving.isFaulty([...path, index, 'to']));
  if (isWhole) tellGaps(tenures, path, span, resolving);
  return tenures.length > 0 ? tenures : undefined;
}

function tellGaps(tenures: Tenures, path: PlanPath, span: Span, resolving: Resolving): void {
  let free: Day | undefined = span.start;
  tenures.forEach(({ from, to }, index) => {
    const start = from ?? span.start;
    const at: PlanPath = [...path, index, from === undefined ? 'who' : 'from'];
    if (free === undefined || start < free) {
      if (index > 0) tellGap('overlap', start, free === undefined ? (to ?? span.end) : addDays(free, -1), at, resolving);
    } else if (start > free) tellGap('gap', free, addDays(start, -1), at, resolving);
    free = to === undefined ? undefined : addDays(to, 1);
  });
  if (free !== undefined && free <= span.end) tellGap('gap', free, span.end, [...path, tenures.length - 1, 'to'], resolving);
}

function tellGap(is: 'gap' | 'overlap', from: Day, to: Day, path: PlanPath, resolving: Resolving): void {
  resolving.tell({ rule: 'date/owner-gap', spot: { in: 'plan', path, at: 'value' }, args: { is, from, to: laterDay(from, to) } });
}
