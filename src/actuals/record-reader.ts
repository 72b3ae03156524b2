/** UTF-8 bytes as characters up to U+00FF: texts are compared without being decoded. */
export type Bytes = string;

/** A column to be read. */
export interface ScannedColumn {
  readonly column: number;
  /** Records may be passed over that have something else there. */
  readonly among?: { readonly texts: ReadonlySet<Bytes>; readonly longest: number } | undefined;
}

/** A record in a piece of a delimited text. */
export interface FoundRecord {
  /** Where its line break is. */
  readonly end: number;
  /** Line breaks in its cells. */
  readonly breaks: number;
  readonly isBlank: boolean;
  /** How many cells it has. */
  readonly width: number;
  /** Its cells can be among those that are looked for; a cell longer than `longest` always can. */
  couldBe(): boolean;
  cells(): readonly Bytes[];
  /** Where the cells of the columns stand, without being taken out. */
  readonly spans: readonly Span[];
  whole(): Bytes;
}

/** Bytes in a piece of a file. */
export interface Span {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** What no engine reads as one record: then a quote was no quote. */
const LONGEST = 4 << 20;
const NONE: Buffer = Buffer.alloc(0);
const [QUOTE, RETURN, BREAK] = [0x22, 0x0d, 0x0a];

/** Reads the record that begins at a place of a piece; undefined: it is not there to its end. The next answer overwrites the last one. */
export function recordReader(
  delimiter: string,
  columns: readonly ScannedColumn[],
): (bytes: Buffer, start: number, isLast: boolean) => FoundRecord | undefined {
  const layout: Layout = { cut: Buffer.from(delimiter), columns: columns.map(({ column }) => column) };
  const record = {
    bytes: NONE,
    start: 0,
    end: 0,
    breaks: 0,
    width: 0,
    spans: columns.map(() => ({ bytes: NONE, from: 0, to: 0 })),
    isBlank: false,
  };
  const hashes = columns.map(({ among }) => among && new Set([...among.texts].map((text) => hashOf(Buffer.from(text, 'latin1')))));
  const found = Object.assign(record, {
    couldBe: () =>
      record.spans.every(({ from, to }, at) => {
        const known = hashes[at];
        if (!known || to - from > (columns[at]?.among?.longest ?? 0) || record.bytes[from] === QUOTE) return true;
        return known.has(hashOf(record.bytes, from, to));
      }),
    whole: () => record.bytes.toString('latin1', record.start, record.end),
    cells: () => record.spans.map(({ from, to }) => unquoted(record.bytes.toString('latin1', from, to))),
  });
  return (bytes, start, isLast) => {
    const isWhole = isLast || bytes.length - start > LONGEST;
    record.start = start;
    if (record.bytes !== bytes) {
      record.bytes = bytes;
      for (const span of record.spans) span.bytes = bytes;
    }
    if (!cutRecord(record, layout, true) && (!isWhole || !cutRecord(record, layout, false))) return undefined;
    if (record.end === bytes.length && !isWhole) return undefined;
    const length = record.end - start;
    record.isBlank = length === 0 || (length === 1 && bytes[start] === RETURN);
    return found;
  };
}

interface Layout {
  readonly cut: Uint8Array;
  readonly columns: readonly number[];
}

interface CutRecord {
  bytes: Buffer;
  start: number;
  end: number;
  breaks: number;
  width: number;
  readonly spans: readonly { bytes: Buffer; from: number; to: number }[];
}

/** Notes where the cells are and where the record ends; false where a quote is not closed. One loop over the bytes, for speed. */
function cutRecord(record: CutRecord, { cut, columns }: Layout, hasQuotes: boolean): boolean {
  const { bytes, spans } = record;
  const first = cut[0];
  let [at, next] = [record.start, 0];
  record.breaks = 0;
  for (let column = 0; ; column++) {
    const from = at;
    if (hasQuotes && bytes[at] === QUOTE) at = behindQuotes(record, at);
    if (at < 0) return false;
    while (at < bytes.length && bytes[at] !== BREAK && (bytes[at] !== first || !isCut(bytes, at, cut))) at++;
    const isEnd = at >= bytes.length || bytes[at] === BREAK;
    const span = spans[next];
    if (span && columns[next] === column) {
      span.from = from;
      span.to = isEnd && at > from && bytes[at - 1] === RETURN ? at - 1 : at;
      next++;
    }
    record.width = column + 1;
    if (isEnd) break;
    at += cut.length;
  }
  for (let span = spans[next]; span; span = spans[++next]) [span.from, span.to] = [at, at];
  record.end = at;
  return true;
}

function isCut(bytes: Uint8Array, at: number, cut: Uint8Array): boolean {
  return cut.length === 1 || cut.every((byte, index) => bytes[at + index] === byte);
}

/** Behind the quote that closes the one at a place; negative where none does. */
function behindQuotes(record: CutRecord, open: number): number {
  const { bytes } = record;
  for (let at = open + 1; at < bytes.length; at++) {
    if (bytes[at] === BREAK) record.breaks++;
    if (bytes[at] === QUOTE && bytes[++at] !== QUOTE) return at;
  }
  return -1;
}

/** The UTF-8 bytes of a text. */
export function bytesOf(text: string): Bytes {
  return isAscii(text) ? text : Buffer.from(text).toString('latin1');
}

/** The text of UTF-8 bytes. */
export function textOf(bytes: Bytes): string {
  return isAscii(bytes) ? bytes : Buffer.from(bytes, 'latin1').toString();
}

function isAscii(text: string): boolean {
  return !/[\x80-\uffff]/.test(text);
}

function unquoted(cell: Bytes): Bytes {
  const [, inside, behind = ''] = /^"((?:[^"]|"")*)"(.*)$/s.exec(cell) ?? [];
  return inside === undefined ? cell : inside.replaceAll('""', '"') + behind;
}

/** FNV-1a, short enough to be compared without being allocated. */
function hashOf(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 2;
}
