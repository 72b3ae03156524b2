import type { Id } from '../model/id.ts';
import { type Connection, GRAINS, type Join, PULL_SYSTEM_IDS, type Pull, type Source, WAREHOUSE_ENGINES } from '../model/source.ts';
import { entriesOf, isMap } from './ordered.ts';
import { decimalOf, mapOf, matchOf, numberOf, oneOf, text, texts } from './scalars.ts';

/** `actuals:` or `pipeline:`: where numbers come from. */
export function resolveSources(value: unknown, section: 'actuals' | 'pipeline'): ReadonlyMap<Id, Source> {
  return mapOf(value, (id, entry) => (isMap(entry) ? sourceOf(id, entry, section) : undefined));
}

function sourceOf(id: Id, entry: Readonly<Record<string, unknown>>, section: string): Source {
  const formats = isMap(entry.formats) ? entry.formats : {};
  return {
    id,
    path: [section, id],
    from: texts(entry.from),
    connect: connectionOf(entry),
    pull: pullOf(entry.pull),
    preset: text(entry.preset),
    columns: mapOf(entry.columns, (_, column) => (typeof column === 'number' ? column : text(column))),
    values: mapOf(entry.values, (_, labels) => mapOf(labels, (_label, own) => text(own))),
    where: matchOf(entry.where) ?? new Map(),
    lost: matchOf(entry.lost) ?? new Map(),
    encoding: oneOf(entry.encoding, ['auto', 'utf-8', 'utf-16', 'gb18030', 'big5'] as const) ?? 'auto',
    joins: (Array.isArray(entry.join) ? entry.join : []).flatMap(joinOf),
    formats: {
      date: text(formats.date),
      delimiter: text(formats.delimiter),
      decimal: oneOf(formats.decimal, ['.', ','] as const),
      header: formats.header !== false,
      sheet: text(formats.sheet),
    },
    scale: entry.scale === undefined ? undefined : decimalOf(entry.scale),
  };
}

/** `on: column` is the same header in both files. */
function joinOf(value: unknown): readonly Join[] {
  const file = isMap(value) ? text(value.file) : undefined;
  if (!isMap(value) || file === undefined) return [];
  const sides = new Map(entriesOf(value.on));
  const [left, right] = isMap(value.on) ? [text(sides.get('left')), text(sides.get('right'))] : [text(value.on), text(value.on)];
  return left !== undefined && right !== undefined ? [{ file, left, right }] : [];
}

function connectionOf({ connect, table }: Readonly<Record<string, unknown>>): Connection | undefined {
  const engine = isMap(connect) ? oneOf(connect.engine, WAREHOUSE_ENGINES) : undefined;
  if (!isMap(connect) || engine === undefined) return undefined;
  const urls = Array.isArray(connect.url) ? connect.url : [connect.url];
  return {
    engine,
    urlVariables: urls.flatMap((url) => (isMap(url) ? (text(url.env) ?? []) : [])),
    table: text(table) ?? '',
    by: oneOf(connect.by, GRAINS) ?? 'day',
    timeoutSeconds: numberOf(connect.timeout_seconds) ?? 300,
  };
}

const CALLS_A_MINUTE = 100;

function pullOf(value: unknown): Pull | undefined {
  if (!isMap(value)) return undefined;
  const system = oneOf(value.system, PULL_SYSTEM_IDS);
  const object = text(value.object);
  if (system === undefined || object === undefined) return undefined;
  const perMinute = numberOf(value.per_minute) ?? CALLS_A_MINUTE;
  return { system, object, fields: texts(value.fields ?? []), dataCenter: text(value.data_center) ?? 'com', perMinute };
}
