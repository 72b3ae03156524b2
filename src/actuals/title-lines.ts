import { likelyDelimiter } from './delimiter.ts';

/** A header stands within so many lines. */
const MOST = 20;

/**
 * How many lines stand above the header of delimited text: blank ones, `sep=;` for Excel, titles that fill one cell at most.
 * Without a header, blank ones only.
 */
export function titleLines(start: string, delimiter: string | undefined, hasHeader: boolean): number {
  const lines = start.split('\n', MOST).map((line) => line.replace(/^\ufeff/, '').replace(/\r$/, ''));
  const first = lines.findIndex((line) => isHeader(line, delimiter));
  const blank = lines.findIndex((line) => line.trim() !== '');
  return Math.max(0, hasHeader && first >= 0 ? first : blank);
}

/** Two cells or more; a quote that goes on in the next line is left to those who can read it. */
function isHeader(line: string, delimiter: string | undefined): boolean {
  const bare = line.replace(/"[^"]*"/g, 'x');
  if (bare.includes('"')) return true;
  return !/^sep=.$/i.test(line) && bare.split(delimiter ?? likelyDelimiter(line)).filter((cell) => cell.trim() !== '').length >= 2;
}

/** What stands below so many lines. */
export function* below(lines: number, chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  let left = lines;
  for (const chunk of chunks) {
    let at = 0;
    for (; left > 0 && at < chunk.length; left--) {
      const end = chunk.indexOf(0x0a, at);
      if (end < 0) break;
      at = end + 1;
    }
    if (left === 0) yield chunk.subarray(at);
  }
}
