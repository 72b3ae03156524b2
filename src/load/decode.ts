import type { Place } from '../model/finding.ts';

/** The text of a file, or where it stops being UTF-8 and what it looks like instead. */
export type Decoded =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'not-utf8'; readonly place: Place; readonly looksLike: string | undefined };

/** Strict UTF-8; a byte-order mark is not part of the text. */
export function decodeUtf8(bytes: Uint8Array, file: string): Decoded {
  try {
    return { is: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { is: 'not-utf8', place: placeOf(bytes, firstBadByte(bytes), file), looksLike: looksLike(bytes) };
  }
}

/** The length of the longest prefix that is UTF-8, by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8Start(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isUtf8Start(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function placeOf(bytes: Uint8Array, offset: number, file: string): Place {
  const before = new TextDecoder().decode(bytes.subarray(0, offset), { stream: true });
  const lines = before.split('\n');
  const column = [...(lines.at(-1) ?? '')].length + 1;
  return { file, line: lines.length, column, endLine: lines.length, endColumn: column + 1 };
}

function looksLike(bytes: Uint8Array): string | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'UTF-16';
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return 'GB18030 (GBK)';
  } catch {
    return undefined;
  }
}
