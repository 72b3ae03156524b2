import { likelyDelimiter } from './delimiter.ts';

/** How the rows of a delimited file are cut. */
export interface Layout {
  readonly delimiter: string;
  /** The names of the columns; numbers from 1 where the file has no header. */
  readonly columns: readonly string[];
}

/** Reads the first record of a file's beginning; undefined when it has none or breaks off inside a quote. */
export async function layoutOf(start: string, delimiter: string | undefined, hasHeader: boolean): Promise<Layout | undefined> {
  const cut = delimiter ?? likelyDelimiter(start);
  const first = await firstRecord(start, cut);
  if (!first) return undefined;
  return { delimiter: cut, columns: hasHeader ? first.map((name) => name.trim()) : first.map((_, index) => String(index + 1)) };
}

/** A line without quotes is a record as it stands; the parser is loaded for any other. */
async function firstRecord(start: string, delimiter: string): Promise<readonly string[] | undefined> {
  const [line = ''] = start.replace(/^\ufeff?(?:\r?\n)*/, '').split(/\r?\n/, 1);
  if (line !== '' && !line.includes('"')) return line.split(delimiter);
  return (await import('./quoted-header.ts')).quotedHeader(start, delimiter);
}
