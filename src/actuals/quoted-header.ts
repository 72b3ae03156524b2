import { CsvError, parse } from 'csv-parse/sync';

/** The first record of a text with quotes in it; undefined when it breaks off inside one. */
export function quotedHeader(start: string, delimiter: string): readonly string[] | undefined {
  try {
    const records: string[][] = parse(start, { bom: true, delimiter, to: 1, relaxColumnCount: true, skipEmptyLines: true });
    return records[0];
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
