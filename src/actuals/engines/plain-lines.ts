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
  const cut = cutterOf(line, delimiter.charCodeAt(0), columns);
  /** Gives where the last line begins that is not whole. */
  const take = (bytes: Uint8Array, from: number, offset: number): number => {
    const { length } = bytes;
    put(line, bytes);
    for (let start = from; start < length; ) {
      const end = cut(bytes, start);
      if (end === NOT_PLAIN) return NOT_PLAIN;
      if (end === length) return start;
      line.start = start;
      line.end = bytes[end - 1] === RETURN && end > start ? end - 1 : end;
      line.offset = offset + start;
      if (line.end > start) see(line);
      start = end + 1;
    }
    return length;
  };
  let [rest, offset] = [NONE, 0];
  for (const chunk of inPieces(chunks)) {
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

/** In short loops, so that V8 can go over to machine code when the next one begins. */
const PIECE = 1 << 15;

function* inPieces(chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  for (const chunk of chunks) for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE);
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
function cutterOf(line: Line, cut: number, columns: readonly number[]): (bytes: Uint8Array, start: number) => number {
  const { cells } = line;
  const largest = Math.max(cut, QUOTE);
  const first = columns[0] ?? -1;
  return (bytes, start) => {
    const { length } = bytes;
    let column = 0;
    let next = 0;
    let wanted = first;
    let from = start;
    for (let at = start; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > largest) continue;
      if (byte === cut) {
        if (column === wanted) {
          note(cells[next], from, at);
          next++;
          wanted = columns[next] ?? -1;
        }
        column++;
        from = at + 1;
      } else if (byte === BREAK) {
        const end = at > from && bytes[at - 1] === RETURN ? at - 1 : at;
        for (; next < cells.length; next++) note(cells[next], column === columns[next] ? from : end, end);
        line.width = column + 1;
        return at;
      } else if (byte === QUOTE || (byte === RETURN && at + 1 < length && bytes[at + 1] !== BREAK)) return NOT_PLAIN;
    }
    return length;
  };
}

function note(cell: Writable | undefined, from: number, to: number): void {
  if (!cell) return;
  cell.from = from;
  cell.to = to;
}

function hasMark(chunk: Uint8Array): boolean {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
}
