import type { Span } from '../record-reader.ts';

/** A line of a text without quotes, cut into cells; the next line overwrites it. */
export interface PlainLine {
  /** The cells of the columns that are asked for; a missing one is empty. */
  readonly cells: readonly Span[];
  /** How many cells it has. */
  readonly width: number;
  /** Where it begins in the file. */
  readonly offset: number;
  /** All of it, without its end. */
  whole(): string;
}

const NONE: Uint8Array = new Uint8Array();
const [QUOTE, RETURN, BREAK] = [0x22, 0x0d, 0x0a];
const BREAKS = Uint8Array.of(BREAK);
const NOT_PLAIN = -1;

/**
 * Shows the lines of a UTF-8 text that are not blank, with the cells of some columns (rising). False where the text turns out to
 * have a quote, or lines that end in a way of their own: then rows are more than lines, and what was shown is void.
 */
export function eachPlainLine(
  chunks: Iterable<Uint8Array>,
  delimiter: string,
  columns: readonly number[],
  see: (line: PlainLine) => void,
): boolean {
  const line = emptyLine(columns.length);
  const cut = cutterOf(line, Buffer.from(delimiter), columns);
  /** Gives where the last line begins that is not whole. */
  const take = (bytes: Uint8Array, from: number, offset: number): number => {
    put(line, bytes);
    for (let start = from; start < bytes.length; ) {
      const end = cut(bytes, start);
      if (end === NOT_PLAIN) return NOT_PLAIN;
      if (end === bytes.length) return start;
      line.start = start;
      line.end = bytes[end - 1] === RETURN && end > start ? end - 1 : end;
      line.offset = offset + start;
      if (line.end > start) see(line);
      start = end + 1;
    }
    return bytes.length;
  };
  let [rest, offset] = [NONE, 0];
  for (const chunk of chunks) {
    let from = offset === 0 && rest.length === 0 && hasMark(chunk) ? 3 : 0;
    if (rest.length > 0) {
      from = chunk.indexOf(BREAK) + 1;
      const joined = Buffer.concat([rest, from === 0 ? chunk : chunk.subarray(0, from)]);
      if (from > 0 && take(joined, 0, offset - rest.length) === NOT_PLAIN) return false;
      rest = from === 0 ? joined : NONE;
    }
    if (rest.length === 0) {
      const taken = take(chunk, from, offset);
      if (taken === NOT_PLAIN) return false;
      rest = Uint8Array.from(chunk.subarray(taken));
    }
    offset += chunk.length;
  }
  return rest.at(-1) !== RETURN && take(Buffer.concat([rest, BREAKS]), 0, offset - rest.length) !== NOT_PLAIN;
}

interface Line extends PlainLine {
  bytes: Uint8Array;
  start: number;
  end: number;
  offset: number;
  width: number;
  readonly cells: readonly Writable[];
}

type Writable = { -readonly [Key in keyof Span]: Span[Key] };

function emptyLine(cells: number): Line {
  const line: Line = {
    bytes: NONE,
    start: 0,
    end: 0,
    offset: 0,
    width: 0,
    cells: Array.from({ length: cells }, () => ({ bytes: NONE, from: 0, to: 0 })),
    whole: () => new TextDecoder().decode(line.bytes.subarray(line.start, line.end)),
  };
  return line;
}

function put(line: Line, bytes: Uint8Array): void {
  line.bytes = bytes;
  for (const cell of line.cells) cell.bytes = bytes;
}

/**
 * Notes where the cells of the line are that begins at a place, and gives where its break is: the end of the piece where it is not
 * there, less than none where the line is not plain. Most bytes are letters and digits, larger than all that is looked for.
 */
function cutterOf(line: Line, cut: Uint8Array, columns: readonly number[]): (bytes: Uint8Array, start: number) => number {
  const first = cut[0] ?? 0;
  const largest = Math.max(first, QUOTE);
  const most = (columns.at(-1) ?? -1) + 1;
  const [starts, ends] = [new Int32Array(most), new Int32Array(most)];
  return (bytes, start) => {
    const { length } = bytes;
    let column = 0;
    let from = start;
    for (let at = start; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > largest) continue;
      if (byte === first && isCut(bytes, at, cut)) {
        if (column < most) {
          starts[column] = from;
          ends[column] = at;
        }
        column++;
        from = at + cut.length;
        at = from - 1;
      } else if (byte === BREAK) {
        if (column < most) {
          starts[column] = from;
          ends[column] = at > from && bytes[at - 1] === RETURN ? at - 1 : at;
        }
        line.width = column + 1;
        fill(line, columns, starts, ends);
        return at;
      } else if (byte === QUOTE || (byte === RETURN && at + 1 < length && bytes[at + 1] !== BREAK)) return NOT_PLAIN;
    }
    return length;
  };
}

/** A cell that the line does not have is empty. */
function fill({ cells, width }: Line, columns: readonly number[], starts: Int32Array, ends: Int32Array): void {
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    const column = columns[index] ?? 0;
    if (!cell) continue;
    cell.from = column < width ? (starts[column] ?? 0) : 0;
    cell.to = column < width ? (ends[column] ?? 0) : 0;
  }
}

function isCut(bytes: Uint8Array, at: number, cut: Uint8Array): boolean {
  for (let index = 1; index < cut.length; index++) if (bytes[at + index] !== cut[index]) return false;
  return true;
}

function hasMark(chunk: Uint8Array): boolean {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
}
