import { parse } from 'csv-parse/sync';
import type { DataFiles } from '../model/files.ts';
import type { PreparedFile } from './prepare.ts';
import { delimitedText } from './readers/table.ts';
import type { Wide } from './wide.ts';

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number; readonly records: number };
}

/** Lays a wide table out as long rows: one for each cell that is not empty, which stands where its row stood. */
export function longRows(file: PreparedFile, { field, keys, unit }: Wide, files: DataFiles): PreparedFile {
  const [, ...records] = parse(Buffer.concat([...files.chunks(file.absolute)]), {
    bom: true,
    delimiter: file.delimiter,
    info: true,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
  }) as unknown as readonly Parsed[];
  const kept = file.columns.flatMap((_, index) => (keys.has(index) ? [] : [index]));
  const columns = [...kept.map((index) => file.columns[index] ?? ''), field, field === 'date' ? `amount${unit}` : 'value'];
  const lines: number[] = [];
  const rows = function* () {
    for (const { record, info } of records) {
      const line = file.origin ? file.origin.lineOf(info.records) : info.lines - breaksIn(record) + (file.linesAbove ?? 0);
      for (const [index, key] of keys) {
        const cell = record[index] ?? '';
        if (!NOT_SET.test(cell)) yield { line, cells: [...kept.map((at) => record[at] ?? ''), key, cell] };
      }
    }
  };
  const absolute = files.writeTemporary(`${file.hash.slice(0, 16)}.long.csv`, delimitedText({ columns, rows }, true, lines));
  const bytes = [...files.chunks(absolute)].reduce((sum, chunk) => sum + chunk.length, 0);
  const origin = { lineOf: (record: number) => lines[record - 2] ?? record, hasCells: false };
  return { ...file, absolute, bytes, delimiter: ',', columns, origin };
}

/** Empty, or a dash: nobody gave a number, which is not zero. */
const NOT_SET = /^\s*[-–—－]?\s*$/;

function breaksIn(record: readonly string[]): number {
  return record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
}
