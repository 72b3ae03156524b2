import { CsvError, parse } from 'csv-parse/sync';
import { hasTooMany, type Row } from '../joined-rows.ts';
import type { EngineFile } from './engine.ts';

/**
 * The rows of a text with quotes in it, as RFC 4180 has them. Undefined where a quote stands anywhere else, or a row has too
 * many cells: what to make of that is for the embedded engine.
 */
export function quotedRows(text: string, { delimiter, columnCount }: EngineFile, hasHeader: boolean): readonly Row[] | undefined {
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      recordDelimiter: ['\n', '\r\n'],
      relaxColumnCount: true,
      skipEmptyLines: true,
    });
    const below = hasHeader ? rows.slice(1) : rows;
    return below.some((cells) => hasTooMany(cells, columnCount)) ? undefined : below;
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
