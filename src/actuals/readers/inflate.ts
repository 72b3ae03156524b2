import { Gunzip, Unzip, UnzipInflate } from 'fflate';

/** Small pieces in, so that a piece that swells a thousandfold stays small. */
const PIECE = 65_536;

/** A packed file that is broken off, or no such file at all. */
export class BadArchive extends Error {
  readonly reason: 'not-packed' | 'truncated' | 'too-large';

  constructor(reason: BadArchive['reason']) {
    super(reason);
    this.name = 'BadArchive';
    this.reason = reason;
  }
}

/** Chunks that are loaded later have a class of their own: the name tells. */
export function isBadArchive(error: unknown): error is BadArchive {
  return error instanceof Error && error.name === 'BadArchive';
}

/** The bytes that a gzip file holds. Throws BadArchive. */
export function* gunzipped(chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  let out: Uint8Array[] = [];
  const gunzip = new Gunzip((chunk) => void out.push(chunk));
  let isFirst = true;
  for (const piece of piecesOf(chunks)) {
    if (isFirst && !(piece[0] === 0x1f && piece[1] === 0x8b)) throw new BadArchive('not-packed');
    isFirst = false;
    guarded(() => gunzip.push(piece));
    yield* out;
    out = [];
  }
  guarded(() => gunzip.push(new Uint8Array(), true));
  yield* out;
}

/** The bytes of one entry of a zip file, none where it has no such entry. Throws BadArchive. */
export function* zipEntry(chunks: Iterable<Uint8Array>, name: string, most: number): Iterable<Uint8Array> {
  let out: Uint8Array[] = [];
  let [isFound, isWhole, bytes] = [false, false, 0];
  const unzip = new Unzip((file) => {
    if (file.name !== name || isFound) return;
    isFound = true;
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error;
      bytes += chunk.length;
      isWhole ||= isLast;
      out.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (const piece of piecesOf(chunks)) {
    guarded(() => unzip.push(piece));
    if (bytes > most) throw new BadArchive('too-large');
    yield* out;
    out = [];
    if (isWhole) return;
  }
  if (isFound) throw new BadArchive('truncated');
}

function guarded(push: () => void): void {
  try {
    push();
  } catch {
    throw new BadArchive('truncated');
  }
}

function* piecesOf(chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE);
  }
}
