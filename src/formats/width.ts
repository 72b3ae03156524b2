import fastStringWidth from 'fast-string-width';

/** Columns that text takes in a terminal: two for CJK and emoji, none for combining marks. */
export function widthOf(text: string): number {
  return isPlain(text) ? text.length : fastStringWidth(text);
}

/** The text with spaces after it up to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** The text with spaces before it up to `width` columns. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** At most `width` columns of the text; what is cut off ends in `mark`. */
export function cut(text: string, width: number, mark = '…'): string {
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(mark);
  let [kept, taken] = ['', 0];
  for (const { segment } of GRAPHEMES.segment(text)) {
    taken += widthOf(segment);
    if (taken > room) break;
    kept += segment;
  }
  return room < 0 ? mark.slice(0, width) : kept + mark;
}

/** Lines of at most `width` columns, broken at spaces and between CJK characters; a longer word is broken inside. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, Math.max(2, width))) {
    if (line && widthOf(line) + widthOf(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return [...lines, line.trimEnd()];
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** A word with the spaces after it; a CJK character with the punctuation that may not start a line. */
const PIECES =
  /[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef][，。！？、：；）」』…]*\s*|[^\s\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]+\s*|\s+/gu;

function piecesOf(text: string, width: number): readonly string[] {
  return (text.match(PIECES) ?? []).flatMap((piece) => (widthOf(piece.trimEnd()) <= width ? [piece] : broken(piece, width)));
}

function broken(word: string, width: number): readonly string[] {
  const parts: string[] = [''];
  for (const { segment } of GRAPHEMES.segment(word)) {
    const last = parts.at(-1) ?? '';
    if (widthOf(last) + widthOf(segment) > width) parts.push(segment);
    else parts[parts.length - 1] = last + segment;
  }
  return parts;
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
