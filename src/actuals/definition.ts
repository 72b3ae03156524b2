import { createHash } from 'node:crypto';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import { measuredMetrics } from './needed.ts';

/** SHA-256, hex, of all that a plan says about what a source's rows mean: another one asks for another snapshot. */
export function definitionOf(source: Source, plan: Plan): string {
  const { connect, preset, columns, values, where, lost, joins, formats, scale } = source;
  const names = (home: ReadonlyMap<string, { readonly name?: string; readonly aliases?: readonly string[]; readonly match?: unknown }>) =>
    [...home].map(([id, { name, aliases, match }]) => [id, name, aliases, match]);
  const said = [
    connect && [connect.engine, connect.table, connect.by, connect.urlVariables.length],
    [preset, columns, values, where, lost, joins, formats, scale],
    [plan.segments, plan.products, plan.channels, plan.members].map(names),
    [measuredMetrics(plan), plan.currency, plan.rates, plan.timezone, plan.period],
  ];
  return createHash('sha256').update(JSON.stringify(said, plain)).digest('hex');
}

function plain(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Map ? [...value] : value;
}
