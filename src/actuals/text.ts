import type { Source } from '../model/source.ts';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The text of a data file, or what it looks like when it is not in the declared encoding. */
export type DataText =
  | { readonly is: 'text'; readonly text: string; readonly encoding: Encoding }
  | { readonly is: 'wrong-encoding'; readonly declared: string; readonly looksLike: string | undefined };

/** Decodes a data file. `auto`: by its byte-order mark, else UTF-8 where it is that, else GB18030. */
export function decodeData(bytes: Uint8Array, declared: Source['encoding']): DataText {
  for (const encoding of candidatesOf(bytes, declared)) {
    const text = decodeAs(bytes, encoding);
    if (text !== undefined) return { is: 'text', text, encoding };
  }
  const others = candidatesOf(bytes, 'auto').filter((encoding) => !encoding.startsWith(declared));
  return { is: 'wrong-encoding', declared, looksLike: others.find((encoding) => decodeAs(bytes, encoding) !== undefined) };
}

/** The encoding of a byte-order mark. */
export function markOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function candidatesOf(bytes: Uint8Array, declared: Source['encoding']): readonly Encoding[] {
  const mark = markOf(bytes);
  switch (declared) {
    case 'auto':
      return mark ? [mark] : ['utf-8', 'gb18030'];
    case 'utf-16':
      return mark === 'utf-16be' ? ['utf-16be'] : ['utf-16le'];
    default:
      return mark && mark !== declared ? [] : [declared];
  }
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): string | undefined {
  if (encoding.startsWith('utf-16') && bytes.length % 2 === 1) return undefined;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
