import { presetFor } from '../presets/index.ts';
import { flatRecord } from './flat-record.ts';
import { jsonRecords } from './json-records.ts';
import type { BrokenRow, Table, TableRow } from './table.ts';

/** The names of all values in a JSON file's records, in the order in which they turn up. */
export function jsonColumns(chunks: Iterable<Uint8Array>): ReadonlySet<string> {
  const columns = new Set<string>();
  for (const { text, isWhole } of jsonRecords(chunks)) {
    for (const name of (isWhole ? flatRecord(text) : undefined)?.keys() ?? []) columns.add(name);
  }
  return columns;
}

/** The records of a JSON file as rows. `broken` receives the records that are none, each time the rows are read. */
export function jsonTable(
  chunks: () => Iterable<Uint8Array>,
  columns: readonly string[],
  preset: string | undefined,
  broken: BrokenRow[],
): Table {
  const utc = new Set(presetFor(preset, columns).utc ?? []);
  return {
    columns,
    rows: function* (): Iterable<TableRow> {
      for (const { text, line, isWhole } of jsonRecords(chunks())) {
        const record = isWhole ? flatRecord(text) : undefined;
        if (record) yield { line, cells: columns.map((name) => cellOf(record.get(name) ?? '', utc.has(name))) };
        else broken.push({ line, reason: isWhole ? 'no-json' : 'truncated' });
      }
    },
  };
}

/** Some systems write times of UTC without saying so. */
function cellOf(text: string, isUtc: boolean): string {
  return isUtc && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?$/.test(text) ? `${text.replace(' ', 'T')}Z` : text;
}
