import { isUtf8 } from 'node:buffer';
import type { DataFiles } from '../model/files.ts';
import type { Source } from '../model/source.ts';
import type { Digest } from './digest.ts';
import { fileProblem, type PathProblem } from './file-problem.ts';
import { type Layout, layoutOf } from './header.ts';
import { presetFor } from './presets/index.ts';
import { type FileKind, isGz, kindOf } from './readers/kind.ts';
import type { BrokenRow } from './readers/table.ts';
import { type Encoding, markOf } from './text.ts';
import { below, titleLines } from './title-lines.ts';
import { withoutHalfRow, withoutOpenQuote, withoutRowsInCells } from './whole-records.ts';

/** A data file that an engine can read: UTF-8 on the disk, its columns known. */
export interface PreparedFile extends Layout {
  /** As the planner calls it. */
  readonly name: string;
  readonly path: string;
  /** Of the UTF-8 text: the file itself, or what it was turned into. */
  readonly absolute: string;
  readonly bytes: number;
  /** What tells the file as it lies there from others: of its contents, or a mere number where no stamp is shown. */
  readonly hash: string;
  /** An engine reads it as it is; delimited text is what else is there. */
  readonly isParquet?: boolean;
  /** Records that are no rows, and that engines do not meet. */
  readonly broken?: readonly BrokenRow[];
  /** Sheets of a workbook that have rows too. */
  readonly unread?: readonly string[];
  /** Lines of the file above its text: titles. */
  readonly linesAbove?: number;
  /** Where rows and cells stand in the file itself, where the text was made from it. */
  readonly origin?: Origin;
}

/** From the text that was made of a file back to the file. */
export interface Origin {
  /** Of a record of the text, counted from 1, its header too. */
  lineOf(record: number): number;
  /** Columns of the file are columns of a sheet. */
  readonly hasCells: boolean;
}

/** What a source says of the form of its files. */
export type Form = Pick<Source, 'encoding' | 'preset'> & {
  readonly delimiter: string | undefined;
  readonly hasHeader: boolean;
  readonly sheet: string | undefined;
};

export type Prepared = { readonly is: 'file'; readonly file: PreparedFile } | { readonly is: 'problem'; readonly problem: PathProblem };

/** Enough of a file to hold its header. */
const START = 65_536;

/** The world that a file is prepared in. */
export interface Preparing {
  readonly files: DataFiles;
  readonly display: (path: string) => string;
  readonly mayLeaveFolder: boolean;
  /** Names of all values in the records of a source's JSON files: they are one table. */
  readonly jsonColumns: readonly string[];
  readonly parquetColumns: (absolute: string) => Promise<readonly string[]>;
  readonly newDigest: () => Digest;
}

/** Looks at a data file once: encoding, hash, header. Reports (without a place): data/missing-file, data/outside-folder, data/unreadable-file, data/wrong-encoding, data/empty-file, data/bad-row. */
export async function prepareFile(path: string, form: Form, preparing: Preparing): Promise<Prepared> {
  const { files, display, mayLeaveFolder } = preparing;
  const refused = fileProblem(files, path, mayLeaveFolder);
  if (refused) return { is: 'problem', problem: refused };
  const kind: FileKind | undefined = kindOf(path);
  if (kind === undefined) return { is: 'problem', problem: { rule: 'data/unreadable-file', args: { file: path, reason: 'format' } } };
  if (kind !== 'delimited' || isGz(path)) return (await import('./prepare-other.ts')).prepareOther(path, kind, form, preparing);
  return prepareDelimited(path, display(path), files.absolute(path), form, preparing);
}

/** Delimited text that lies at `absolute`, in whatever encoding. */
export async function prepareDelimited(
  path: string,
  name: string,
  absolute: string,
  form: Form,
  { files, newDigest }: Pick<Preparing, 'files' | 'newDigest'>,
): Promise<Prepared> {
  const look = lookAt(() => files.scan(absolute), form.encoding, newDigest());
  if (look.encoding === undefined) {
    const args = { file: path, declared: form.encoding, looksLike: look.looksLike };
    return { is: 'problem', problem: { rule: 'data/wrong-encoding', args } };
  }
  if (look.isEmpty) return { is: 'problem', problem: { rule: 'data/empty-file', args: { file: path } } };
  const mustRewrite = look.encoding !== 'utf-8' || (look.hasMark && !form.hasHeader) || look.endsInReturns;
  const readable = mustRewrite
    ? files.writeTemporary(`${look.hash.slice(0, 16)}.csv`, inUtf8(files.scan(absolute), look.encoding, look.endsInReturns))
    : absolute;
  const start = beginning(files.chunks(readable));
  if (WEB_PAGE.test(start)) return { is: 'problem', problem: { rule: 'data/unreadable-file', args: { file: path, reason: 'web-page' } } };
  const above = titleLines(start, form.delimiter, form.hasHeader);
  const text = above === 0 ? readable : files.writeTemporary(`${look.hash.slice(0, 16)}.rows.csv`, below(above, files.scan(readable)));
  const layout = await layoutOf(above === 0 ? start : start.split('\n').slice(above).join('\n'), form.delimiter, form.hasHeader);
  if (!layout) return { is: 'problem', problem: { rule: 'data/bad-row', args: { file: path, reason: 'unquoted-value' } } };
  const file: PreparedFile = { name, path, absolute: text, bytes: look.bytes, hash: look.hash, ...layout, linesAbove: above };
  const closed = look.hasOddQuotes ? await withoutOpenQuote(file, files) : file;
  const whole = look.hasLongCells ? await withoutRowsInCells(closed, files) : closed;
  const isDone = whole !== file || presetFor(form.preset, layout.columns).hasFooter;
  return { is: 'file', file: isDone ? whole : withoutHalfRow(file, files) };
}

/** What a browser saves when an export asks to log in first. */
const WEB_PAGE = /^\s*<(?:!doctype html|html|head|body|table)[\s>]/i;

const QUOTE = 0x22;

interface Look {
  readonly encoding: Encoding | undefined;
  readonly looksLike: string | undefined;
  readonly hasMark: boolean;
  /** Its lines end as those of old Macintosh programs do. */
  readonly endsInReturns: boolean;
  readonly isEmpty: boolean;
  /** One of its quotes may have no other. */
  readonly hasOddQuotes: boolean;
  /** Between two of its quotes lie several lines. */
  readonly hasLongCells: boolean;
  readonly bytes: number;
  readonly hash: string;
}

/** One pass over the bytes; a second one only where they are no UTF-8. */
function lookAt(chunks: () => Iterable<Uint8Array>, declared: Source['encoding'], digest: Digest): Look {
  const seen = readThrough(chunks(), digest);
  const encoding = choose(declared, seen, (wide) => !seen.hasNul && canDecode(chunks(), wide));
  const { mark, isPlain, endsInReturns, isEmpty, hasOddQuotes, hasLongCells, bytes, hash } = seen;
  const looksLike =
    encoding !== undefined
      ? undefined
      : mark?.startsWith('utf-16')
        ? 'UTF-16'
        : isPlain
          ? 'UTF-8'
          : canDecode(chunks(), 'gb18030')
            ? 'GB18030 (GBK)'
            : undefined;
  return { encoding, looksLike, hasMark: mark !== undefined, endsInReturns, isEmpty, hasOddQuotes, hasLongCells, bytes, hash };
}

interface Seen {
  readonly mark: Encoding | undefined;
  /** It is UTF-8. */
  readonly isPlain: boolean;
  readonly hasNul: boolean;
  readonly endsInReturns: boolean;
  readonly isEmpty: boolean;
  readonly hasOddQuotes: boolean;
  readonly hasLongCells: boolean;
  readonly bytes: number;
  readonly hash: string;
}

function readThrough(chunks: Iterable<Uint8Array>, digest: Digest): Seen {
  let mark: Encoding | undefined;
  let bytes = 0;
  const quotes = { count: 0, breaks: 0, isLong: false };
  let [isFirst, isPlain, isEmpty, hasNul] = [true, true, true, false];
  let [hasFeed, hasReturn] = [false, false];
  let rest: Uint8Array = new Uint8Array();
  for (const chunk of chunks) {
    digest.add(chunk);
    bytes += chunk.length;
    if (isFirst) mark = markOf(chunk);
    isFirst = false;
    if (chunk.includes(QUOTE)) countQuotes(chunk, quotes);
    else if (quotes.count % 2 === 1) quotes.isLong = true;
    hasNul ||= chunk.includes(0);
    hasFeed ||= chunk.includes(0x0a);
    hasReturn ||= !hasFeed && chunk.includes(0x0d);
    isEmpty &&= chunk.every((byte) => byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf);
    if (!isPlain) continue;
    const start = rest.length > 0 ? startOf(chunk) : 0;
    const end = wholeEnd(chunk);
    isPlain = isUtf8(Buffer.concat([rest, chunk.subarray(0, start)])) && isUtf8(chunk.subarray(start, end));
    rest = Uint8Array.from(chunk.subarray(end));
  }
  const endsInReturns = hasReturn && !hasFeed;
  // In UTF-16 other characters have the byte of a quote too.
  const hasOddQuotes = quotes.count % 2 === 1 || (hasNul && quotes.count > 0);
  const hasLongCells = quotes.isLong || (hasNul && quotes.count > 0);
  isPlain &&= rest.length === 0 && !hasNul;
  return { mark, isPlain, hasNul, endsInReturns, isEmpty, hasOddQuotes, hasLongCells, bytes, hash: digest.text() };
}

/** Counts quotes, and the line breaks behind each that opens a cell. */
function countQuotes(bytes: Uint8Array, quotes: { count: number; breaks: number; isLong: boolean }): void {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      quotes.count++;
      quotes.breaks = 0;
    } else if (byte === 0x0a && ++quotes.breaks === FEW_BREAKS && quotes.count % 2 === 1) quotes.isLong = true;
  }
}

/** With fewer no whole lines lie between two quotes that could be rows. */
const FEW_BREAKS = 4;

function choose(
  declared: Source['encoding'],
  { mark, isPlain, hasNul }: Seen,
  isWide: (encoding: 'gb18030' | 'big5') => boolean,
): Encoding | undefined {
  switch (declared) {
    case 'auto':
      if (mark?.startsWith('utf-16')) return mark;
      return isPlain ? 'utf-8' : isWide('gb18030') ? 'gb18030' : undefined;
    case 'utf-8':
      return isPlain ? 'utf-8' : undefined;
    case 'utf-16':
      // Without a mark, half the bytes of its line breaks and delimiters tell it.
      return mark === 'utf-16be' ? mark : mark === 'utf-16le' || (mark === undefined && hasNul) ? 'utf-16le' : undefined;
    case 'gb18030':
    case 'big5':
      return mark === undefined && isWide(declared) ? declared : undefined;
  }
}

/** Decoding large pieces takes five times as long: each needs memory of its own for what it may become. */
const DECODED_AT_ONCE = 65_536;

function* inPieces(chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += DECODED_AT_ONCE) yield chunk.subarray(at, at + DECODED_AT_ONCE);
  }
}

function canDecode(chunks: Iterable<Uint8Array>, encoding: 'gb18030' | 'big5'): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (const piece of inPieces(chunks)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** Where the first character begins after what a piece has of the one before. */
function startOf(chunk: Uint8Array): number {
  const most = Math.min(4, chunk.length);
  for (let at = 0; at < most; at++) if (((chunk[at] ?? 0) & 0xc0) !== 0x80) return at;
  return most;
}

/** Where the last whole character of a piece ends: UTF-8 characters have at most four bytes. */
function wholeEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function* inUtf8(chunks: Iterable<Uint8Array>, encoding: Encoding, endsInReturns: boolean): Iterable<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const even = (text: string) => encoder.encode(endsInReturns ? text.replaceAll('\r', '\n') : text);
  for (const piece of inPieces(chunks)) yield even(decoder.decode(piece, { stream: true }));
  yield even(decoder.decode());
}

function beginning(chunks: Iterable<Uint8Array>): string {
  const [first = new Uint8Array()] = chunks;
  return new TextDecoder().decode(first.subarray(0, START), { stream: true });
}
