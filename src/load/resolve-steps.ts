import { type Fraction, NOUGHT, ONE } from '../model/fraction.ts';
import type { Id, PlanPath } from '../model/id.ts';
import type { Metric } from '../model/metric.ts';
import { DIMENSIONS, type Dimension, EVERY_CHILD, type Part, REST, type Shares, type Step, type TargetTable } from '../model/step.ts';
import { entriesOf, isMap, type PlainMap } from './ordered.ts';
import { type Resolving, valueAt } from './resolving.ts';
import { dayOf, decimalOf, mapOf, numberOf, oneOf, percentOf, someTexts, text, texts } from './scalars.ts';

/** A goal's `decompose:`. */
export function resolveSteps(value: unknown, metric: Metric, path: PlanPath, resolving: Resolving): readonly Step[] {
  return (Array.isArray(value) ? value : []).flatMap((entry, index) => resolveStep(entry, metric, [...path, index], resolving) ?? []);
}

/** One step, or a goal's `bottom_up:`; undefined where it says nothing to split by. */
export function resolveStep(entry: unknown, metric: Metric, path: PlanPath, resolving: Resolving): Step | undefined {
  if (!isMap(entry)) return undefined;
  const [first, ...others] = texts(entry.by).flatMap((name) => oneOf<Dimension>(name, DIMENSIONS) ?? []);
  return first === undefined ? undefined : stepOf(entry, [first, ...others], metric, path, resolving);
}

function stepOf(entry: PlainMap, by: Step['by'], metric: Metric, path: PlanPath, resolving: Resolving): Step {
  const amounts = (key: 'min' | 'max'): ReadonlyMap<Id, Fraction> => {
    const written = isMap(entry[key]) ? entry[key] : entry[key] === undefined ? {} : { [EVERY_CHILD]: entry[key] };
    return mapOf(written, (id, value) => valueAt(value, metric, isMap(entry[key]) ? [...path, key, id] : [...path, key], resolving));
  };
  return {
    path,
    by,
    shares: sharesOf(entry, metric, path, resolving),
    combine: combinesOf(entry.combine),
    orderValue: orderValueOf(entry.order_value, metric, [...path, 'order_value'], resolving),
    overAssign: percentOf(entry.over_assign) ?? NOUGHT,
    among: someTexts(entry.among),
    owners: mapOf(entry.owners, (_, who) => text(who)),
    credit: mapOf(entry.credit, (_, shares) => (isMap(shares) ? mapOf(shares, (__, share) => percentOf(share)) : undefined)),
    min: amounts('min'),
    max: amounts('max'),
    round: valueAt(entry.round, metric, [...path, 'round'], resolving),
    transfers: (Array.isArray(entry.transfers) ? entry.transfers : []).flatMap(transferOf),
  };
}

/** An amount, `actuals`, or `{from: actuals, period: 2025}`. */
function orderValueOf(value: unknown, metric: Metric, path: PlanPath, resolving: Resolving): Step['orderValue'] {
  if (value === undefined) return undefined;
  if (value === 'actuals') return { is: 'actuals', period: undefined };
  if (isMap(value)) return { is: 'actuals', period: text(value.period) };
  const given = valueAt(value, metric, path, resolving);
  return given && { is: 'value', value: given };
}

/** `[01, 02]`, or several such groups. */
function combinesOf(value: unknown): Step['combine'] {
  if (!Array.isArray(value)) return [];
  const groups = value.every(Array.isArray) ? value : [value];
  return groups.map((group) => group.flatMap((month: unknown) => numberOf(month) ?? [])).filter((group) => group.length > 0);
}

function transferOf(value: unknown): Step['transfers'] {
  const from = isMap(value) ? dayOf(value.from) : undefined;
  if (!isMap(value) || !from) return [];
  const to = entriesOf(value).flatMap(([id, who]) => (id === 'from' ? [] : [[id, text(who) ?? ''] as const]));
  return [{ from, to: new Map(to) }];
}

function sharesOf(entry: PlainMap, metric: Metric, path: PlanPath, resolving: Resolving): Shares {
  if (isMap(entry.from)) return { is: 'table', table: tableOf(entry.from) };
  const { shares } = entry;
  const at = [...path, 'shares'];
  if (Array.isArray(shares))
    return { is: 'list', parts: shares.flatMap((part, index) => partOf(part, metric, [...at, index], resolving) ?? []) };
  if (isMap(shares)) return { is: 'map', parts: mapOf(shares, (id, part) => partOf(part, metric, [...at, id], resolving)) };
  return { is: oneOf(shares, ['even', 'working-days', 'history', 'capacity', 'potential'] as const) ?? 'even' };
}

function partOf(value: unknown, metric: Metric, path: PlanPath, resolving: Resolving): Part | undefined {
  if (value === REST) return { is: 'rest' };
  const share = percentOf(value);
  if (share) return { is: 'share', share };
  const amount = valueAt(value, metric, path, resolving);
  return amount && { is: 'amount', value: amount };
}

function tableOf(from: PlainMap): TargetTable {
  const formats = isMap(from.formats) ? from.formats : {};
  const columns = new Map(entriesOf(from.columns));
  const months = columns.get('months') ?? from.months;
  const monthsAt = columns.has('months') ? ['columns', 'months'] : ['months'];
  columns.delete('months');
  return {
    file: text(from.file) ?? '',
    columns: mapOf(Object.fromEntries(columns), (_, header) => text(header)),
    months: months === undefined ? undefined : monthsOf(months),
    monthsAt,
    scale: from.scale === undefined ? ONE : (decimalOf(from.scale) ?? ONE),
    formats: {
      month: text(formats.month),
      delimiter: text(formats.delimiter),
      decimal: text(formats.decimal),
      encoding: text(from.encoding),
    },
  };
}

/** `{2026-01: M01}`, or `M01..M12`: headers in the order of the goal's months. `Apr..Mar` stays one: the file says what lies between. */
function monthsOf(value: unknown): NonNullable<TargetTable['months']> {
  if (isMap(value)) return entriesOf(value).map(([bucket, column]) => ({ bucket, column: text(column) ?? '' }));
  const range = /^(.*?)(\d+)\.\.\1(\d+)$/.exec(String(value));
  if (!range) return [{ bucket: undefined, column: String(value) }];
  const [, prefix = '', first = '', last = ''] = range;
  const count = Math.min(Number(last) - Number(first) + 1, 1000);
  return Array.from({ length: Math.max(0, count) }, (_, index) => ({
    bucket: undefined,
    column: `${prefix}${String(Number(first) + index).padStart(first.length, '0')}`,
  }));
}
