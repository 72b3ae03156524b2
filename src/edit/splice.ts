import type { Edit } from '../model/finding.ts';

/** One change of a text: what stands from `start` to `end` becomes `text`. */
export type Splice = Edit;

/** The text with all changes made; they must not overlap. Everything between them stays byte for byte. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let [result, at] = ['', 0];
  for (const { start, end, text: replacement } of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) throw new RangeError(`changes overlap at ${start}`);
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

/** Where the line that holds `at` begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line after the one that holds `at` begins; the end of the text after the last. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** The line break that a text is written with. */
export function lineBreakOf(text: string): string {
  return /\r\n/.test(text) ? '\r\n' : '\n';
}
