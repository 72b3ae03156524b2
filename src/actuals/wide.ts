import type { Day } from '../model/day.ts';
import { foldLabel } from '../model/fold-label.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import { headerUnit } from './header-unit.ts';
import { finderOf } from './labels.ts';
import { periodHeader } from './period-header.ts';
import { generic } from './presets/generic.ts';
import { presetFor } from './presets/index.ts';

/** A table that has a column for each period, or for each metric: which columns those are, and what each stands for. */
export interface Wide {
  readonly field: 'date' | 'metric';
  readonly keys: ReadonlyMap<number, string>;
  /** What all headers of periods say that one in their cells is: `(万元)`; empty: nothing. */
  readonly unit: string;
}

/** Whether a table is wide. One that says where its dates and amounts are, or that a system exported, is not. */
export function wideOf(columns: readonly string[], source: Source, plan: Plan): Wide | undefined {
  if (presetFor(source.preset, columns) !== generic) return undefined;
  return widePeriods(columns, source, plan) ?? wideMetrics(columns, source, plan);
}

function widePeriods(columns: readonly string[], source: Source, plan: Plan): Wide | undefined {
  if (source.columns.has('date') || columns.some((header) => isCalled(header, 'date'))) return undefined;
  const keys = new Map<number, Day>();
  for (const [index, header] of columns.entries()) {
    const day = periodHeader(header, source.formats.date, plan.calendar, plan.period);
    if (day) keys.set(index, day);
  }
  const units = new Set([...keys.keys()].map((index) => unitOf(columns[index] ?? '')));
  const [unit = ''] = units;
  return keys.size >= 2 && units.size === 1 ? { field: 'date', keys, unit } : undefined;
}

function wideMetrics(columns: readonly string[], source: Source, plan: Plan): Wide | undefined {
  const isLong = source.columns.has('amount') || source.columns.has('value') || source.columns.has('metric');
  if (isLong || columns.some((header) => isCalled(header, 'metric') || isCalled(header, 'value'))) return undefined;
  const find = finderOf(plan.metrics, source.values.get('metric'));
  const keys = new Map<number, string>();
  for (const [index, header] of columns.entries()) {
    const { id } = find(header);
    if (id !== undefined && !OF_ROWS.has(foldLabel(header))) keys.set(index, id);
  }
  const isPlain = [...keys.keys()].every((index) => isCalled(columns[index] ?? '', 'amount') || isCalled(columns[index] ?? '', 'quantity'));
  return isPlain ? undefined : { field: 'metric', keys, unit: '' };
}

/** As the header of an amount would have it. */
function unitOf(header: string): string {
  const { name, scale, currency } = headerUnit(header, '');
  return scale || currency ? header.normalize('NFKC').trim().slice(name.length) : '';
}

/** What a file of rows says of each row, whatever metric has the name. */
const OF_ROWS = new Set(['profit', 'cost', 'gross profit', 'gross_profit', 'cycle_days', '利润', '成本', '毛利']);

function isCalled(header: string, field: 'date' | 'amount' | 'quantity' | 'metric' | 'value'): boolean {
  return [field, ...(generic.columns[field] ?? [])].some((name) => foldLabel(name) === foldLabel(header));
}
