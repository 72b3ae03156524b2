import { decimalText } from '../model/fraction.ts';
import type { Batch, Field, Records, Values } from '../model/report.ts';
import { chunksOf, type RowPieces, remembering } from './batches.ts';
import type { Format } from './format.ts';

/** One JSON object a line for each of the report's records; its data in one line where it has none. */
export const jsonl: Format = {
  id: 'jsonl',
  render: ({ data, records, stream }) => {
    if (stream) return [...chunksOf(stream, '', addPieces)].join('');
    return records ? linesOf(records) : `${JSON.stringify(data)}\n`;
  },
  chunks: (stream) => chunksOf(stream, '', addPieces),
};

function linesOf({ objects }: Records): string {
  const lines: string[] = [];
  for (const object of objects) lines.push(`${JSON.stringify(object)}\n`);
  return lines.join('');
}

function addPieces(batch: Batch, add: RowPieces): void {
  addObject(batch.fields(), add);
  add('\n');
}

function addObject(fields: readonly Field[], add: RowPieces): void {
  let mark = '{';
  for (const field of fields) {
    add(`${mark}"${field.name}":`);
    mark = ',';
    addValue(field, add);
  }
  add(fields.length === 0 ? '{}' : '}');
}

function addValue(field: Field, add: RowPieces): void {
  if ('values' in field) addValues(field.values, add);
  else if ('fields' in field) addObject(field.fields, add);
  else add(JSON.stringify(field.object));
}

const inJson = remembering((value: string | number | boolean | null) => JSON.stringify(value));
const insideQuotes = remembering((key: string) => JSON.stringify(key).slice(1, -1));

function addValues(values: Values, add: RowPieces): void {
  switch (values.is) {
    case 'all':
      add(JSON.stringify(values.value));
      return;
    case 'each':
      add(inJson(values.values));
      return;
    case 'amounts':
      add(values.values.map((quanta) => (quanta === undefined ? 'null' : `"${decimalText(quanta, values.decimals)}"`)));
      return;
    case 'ids':
      add(JSON.stringify(`${values.under}/`).slice(0, -1));
      add(insideQuotes(values.keys));
      add('"');
  }
}
