import { unreachable } from '../model/brand.ts';
import { currencyDecimals } from '../model/currency.ts';
import { times } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { Language } from '../model/language.ts';
import {
  type Better,
  COUNTS,
  METRIC_KINDS,
  METRIC_UNITS,
  type Measure,
  type Metric,
  type MetricKind,
  type MetricUnit,
  SUMS,
} from '../model/metric.ts';
import { parseQuantity } from '../model/quantity.ts';
import { BUILT_IN_METRICS, CHINESE_NAMES } from './built-in-metrics.ts';
import { entriesOf, isMap } from './ordered.ts';
import { oneOf, percentOf, text } from './scalars.ts';

/** The built-in metrics and the plan's own, the plan's words first. */
export function resolveMetrics(value: unknown, currency: string, language: Language | undefined): ReadonlyMap<Id, Metric> {
  const own = new Map(entriesOf(value));
  const ids = new Set([...BUILT_IN_METRICS.keys(), ...own.keys()]);
  const taken = new Set([...own.values()].map((each) => (isMap(each) ? text(each.name) : undefined)));
  const usual = (id: Id) => (language === 'zh' && !taken.has(CHINESE_NAMES[id]) ? CHINESE_NAMES[id] : undefined);
  const metrics = new Map([...ids].map((id) => [id, metricOf(id, own.get(id), currency, usual(id))]));
  return new Map([...metrics].map(([id, metric]) => [id, withLevels(metric, metrics)]));
}

/** A ratio of two levels divides those of one day. */
function withLevels(metric: Metric, metrics: ReadonlyMap<Id, Metric>): Metric {
  const { measure } = metric;
  if (measure.is !== 'ratio') return metric;
  const areLevels = [measure.of, measure.to].every((id) => metrics.get(id)?.kind === 'stock');
  return areLevels ? { ...metric, measure: { ...measure, areLevels } } : metric;
}

/** `usual`: what people call it, where the plan does not say and calls nothing else so. */
function metricOf(id: Id, value: unknown, currency: string, usual: string | undefined): Metric {
  const written = isMap(value) ? value : {};
  const builtIn = BUILT_IN_METRICS.get(id);
  const unit = oneOf(written.unit, METRIC_UNITS) ?? builtIn?.unit ?? 'count';
  const kind = oneOf(written.kind, METRIC_KINDS) ?? builtIn?.kind ?? 'flow';
  return {
    id,
    name: text(written.name) ?? usual ?? id,
    unit,
    kind,
    better: betterOf(written.better),
    measure: measureOf(written.measure) ?? builtIn?.measure ?? { is: 'none' },
    decimals: decimalsOf(unit, kind, currency),
  };
}

/** Days that are counted are whole; an average of days is not. */
function decimalsOf(unit: MetricUnit, kind: MetricKind, currency: string): number {
  switch (unit) {
    case 'money':
      return currencyDecimals(currency);
    case 'percent':
    case 'score':
      return 2;
    case 'days':
      return kind === 'ratio' ? 2 : 0;
    case 'count':
      return 0;
    default:
      return unreachable(unit);
  }
}

function betterOf(value: unknown): Better {
  if (!isMap(value)) return { is: oneOf(value, ['higher', 'lower', 'above', 'below'] as const) ?? 'higher' };
  const [from, to] = Array.isArray(value.range) ? value.range.map(bound) : [];
  return from && to ? { is: 'range', from, to } : { is: 'higher' };
}

/** Percents count in points, as values of a percent metric do. */
function bound(value: unknown) {
  const percent = percentOf(value);
  return percent ? times(percent, { n: 100n, d: 1n }) : parseQuantity(String(value))?.value;
}

function measureOf(value: unknown): Measure | undefined {
  if (!isMap(value)) return undefined;
  const sum = oneOf(value.sum, SUMS);
  if (sum) return { is: 'sum', of: sum };
  const count = oneOf(value.count, COUNTS);
  if (count) return { is: 'count', of: count };
  const ratio = isMap(value.ratio) ? value.ratio : undefined;
  const [of, to] = [text(ratio?.of), text(ratio?.to)];
  return of !== undefined && to !== undefined ? { is: 'ratio', of, to } : undefined;
}
