/** What a record takes in whose quote is not closed where it should be. */
export interface Swallowed {
  /** The line on which it ends, from 1. */
  readonly last: number;
  /** Lines with something on them behind the one with the quote. */
  readonly further: number;
  /** The file ends before the quote does. */
  readonly isOpen: boolean;
}

const [QUOTE, BREAK] = [0x22, 0x0a];

/** How far the records reach that begin on these lines: from an opening quote to the one that closes it, and on to the end of that line. */
export function swallowedBy(lines: readonly number[], delimiter: string, chunks: Iterable<Uint8Array>): ReadonlyMap<number, Swallowed> {
  const found = new Map<number, Swallowed>();
  const sorted = [...new Set(lines)].sort((a, b) => a - b);
  const cut = delimiter.charCodeAt(delimiter.length - 1);
  let [line, next] = [1, 0];
  let record: Walk | undefined;
  const end = (isOpen: boolean, last: number) => {
    if (record) found.set(record.line, { last, further: record.further, isOpen });
    record = undefined;
  };
  for (const bytes of chunks) {
    for (let at = 0; at < bytes.length; ) {
      while (sorted[next] !== undefined && (sorted[next] ?? 0) < line) next++;
      if (!record && next === sorted.length) return found;
      if (!record && sorted[next] === line) record = walkFrom(sorted[next++] ?? line);
      if (!record) {
        const lineBreak = bytes.indexOf(BREAK, at);
        if (lineBreak < 0) break;
        [at, line] = [lineBreak + 1, line + 1];
        continue;
      }
      const byte = bytes[at++] ?? 0;
      const isEnd = step(record, byte, cut);
      if (isEnd) end(false, line);
      if (byte === BREAK) line++;
    }
  }
  if (record?.isFilled) record.further++;
  end(record?.state === 'quoted', line - (record?.isFilled ? 0 : 1));
  return found;
}

/** A record that takes in the rest of its file. */
export interface OpenQuote extends Swallowed {
  /** Where it begins, in bytes. */
  readonly offset: number;
  readonly line: number;
}

/** The record below the header whose quote is not closed up to the end of the file, which takes in further lines; undefined: there is none. */
export function openQuoteIn(delimiter: string, chunks: Iterable<Uint8Array>): OpenQuote | undefined {
  const cut = delimiter.charCodeAt(delimiter.length - 1);
  let [base, offset, line] = [0, 0, 1];
  let record = walkFrom(line);
  for (const bytes of chunks) {
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      const isEnd = step(record, byte, cut);
      if (byte === BREAK) line++;
      if (isEnd) [record, offset] = [walkFrom(line), base + at + 1];
    }
    base += bytes.length;
  }
  if (record.state !== 'quoted' || offset === 0) return undefined;
  const further = record.further + (record.isFilled ? 1 : 0);
  return further === 0 ? undefined : { offset, line: record.line, last: line - (record.isFilled ? 0 : 1), further, isOpen: true };
}

/** A record one of whose cells takes in lines that look like rows of the file. */
export interface RowsInCell extends Swallowed {
  readonly line: number;
}

/**
 * Records that a stray quote makes of several: their further lines have as many cells as the header. A note of several lines
 * has not; a table that somebody pasted into a note may.
 */
export function rowsInCells(delimiter: string, columns: number, chunks: Iterable<Uint8Array>): readonly RowsInCell[] {
  const cut = delimiter.charCodeAt(delimiter.length - 1);
  const found: RowsInCell[] = [];
  let [line, cuts, inner, alike] = [1, 0, 0, 0];
  let isInside = false;
  let record = walkFrom(line);
  for (const bytes of chunks) {
    for (const byte of bytes) {
      const isEnd = step(record, byte, cut);
      if (byte === cut) cuts++;
      if (byte !== BREAK) continue;
      if (isInside && !isEnd) inner++;
      if (isInside && !isEnd && cuts === columns - 1) alike++;
      if (isEnd && lookLikeRows(columns, inner, alike))
        found.push({ line: record.line, last: line, further: record.further, isOpen: false });
      line++;
      if (isEnd) [record, inner, alike] = [walkFrom(line), 0, 0];
      [isInside, cuts] = [!isEnd, 0];
    }
  }
  return found;
}

/** Few lines may be alike by chance: all of them must be. Of many, nearly all. */
function lookLikeRows(columns: number, inner: number, alike: number): boolean {
  return columns >= 3 && inner >= FEW_LINES && (inner < MANY_LINES ? alike === inner : alike * 10 >= inner * 9);
}

const [FEW_LINES, MANY_LINES] = [3, 20];

/** Takes the bytes of a record one by one; true with the line break that ends it. */
export function recordWalk(delimiter: string): (byte: number) => boolean {
  const walk = walkFrom(1);
  const cut = delimiter.charCodeAt(delimiter.length - 1);
  return (byte) => step(walk, byte, cut);
}

interface Walk {
  readonly line: number;
  state: 'start' | 'quoted' | 'quote' | 'plain';
  further: number;
  /** It is past its first line. */
  isBelow: boolean;
  /** The line at hand is one of the further ones and not blank. */
  isFilled: boolean;
}

function walkFrom(line: number): Walk {
  return { line, state: 'start', further: 0, isBelow: false, isFilled: false };
}

/** Takes one byte in; true where the record ends with it. */
function step(walk: Walk, byte: number, cut: number): boolean {
  if (byte === BREAK) {
    if (walk.isFilled) walk.further++;
    walk.isFilled = false;
    if (walk.state !== 'quoted') return true;
    walk.isBelow = true;
    return false;
  }
  if (walk.isBelow && byte > 0x20) walk.isFilled = true;
  walk.state = stateAfter(walk.state, byte, cut);
  return false;
}

/** Behind a quote that closes, only another quote opens the cell again. */
function stateAfter(state: Walk['state'], byte: number, cut: number): Walk['state'] {
  if (state === 'quoted') return byte === QUOTE ? 'quote' : 'quoted';
  if (byte === QUOTE && state !== 'plain') return 'quoted';
  return byte === cut ? 'start' : 'plain';
}
