/** A text for the file whose bytes are given: a byte-order mark is no part of a text, and stays where one was. */
export function withMark(bytes: Uint8Array, text: string): string {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasMark ? `\ufeff${text}` : text;
}
