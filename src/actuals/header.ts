import { CsvError, parse } from 'csv-parse/sync';
import { likelyDelimiter } from './target-table.ts';

/** How the rows of a delimited file are cut. */
export interface Layout {
  readonly delimiter: string;
  /** The names of the columns; numbers from 1 where the file has no header. */
  readonly columns: readonly string[];
}

/** Reads the first record of a file's beginning; undefined when it has none or breaks off inside a quote. */
export function layoutOf(start: string, delimiter: string | undefined, hasHeader: boolean): Layout | undefined {
  const cut = delimiter ?? likelyDelimiter(start);
  const first = firstRecord(start, cut);
  if (!first) return undefined;
  return { delimiter: cut, columns: hasHeader ? first.map((name) => name.trim()) : first.map((_, index) => String(index + 1)) };
}

function firstRecord(start: string, delimiter: string): readonly string[] | undefined {
  try {
    const records: string[][] = parse(start, { bom: true, delimiter, to: 1, relaxColumnCount: true, skipEmptyLines: true });
    return records[0];
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
