import fastStringWidth from 'fast-string-width';

/** Columns that text takes in a terminal: two for CJK and emoji, none for combining marks. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  const known = WIDTHS.get(text);
  if (known !== undefined) return known;
  if (WIDTHS.size >= REMEMBERED) WIDTHS.clear();
  const width = APART.test(text) ? text.length + text.replace(NARROW, '').length : fastStringWidth(text);
  WIDTHS.set(text, width);
  return width;
}

/** A table asks for the width of a cell several times. */
const WIDTHS = new Map<string, number>();
const REMEMBERED = 10_000;
const PLAIN = /^[\x20-\x7e]*$/;
/** Letters that never join with what is beside them: each is a grapheme, of one column below U+2E80 and of two above. */
const APART = /^[\x20-\x7e\u2010-\u2027\u2190-\u21ff\u2500-\u25cf\u3001-\u3029\u4e00-\u9fff\uff01-\uff60]*$/;
const NARROW = /[\x20-\u25ff]+/g;

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
  for (const segment of lettersOf(text)) {
    taken += widthOf(segment);
    if (taken > room) break;
    kept += segment;
  }
  return room < 0 ? mark.slice(0, width) : kept + mark;
}

/** Lines of at most `width` columns, broken at spaces and between CJK characters; a longer word is broken inside. */
export function wrap(text: string, width: number): readonly string[] {
  if (widthOf(text) <= width) return [text.trimEnd()];
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

let segmenter: Intl.Segmenter | undefined;

/** What a reader takes for one letter; the segmenter is made when it is first needed. */
function lettersOf(text: string): readonly string[] {
  if (APART.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** A word, or a CJK character, with what may not be parted from it: brackets that open before it, marks that close after it, spaces. */
const PIECES =
  /[「『《（]*(?:[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]|[^\s\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]+)[，。！？、：；）》」』…]*\s*|\s+/gu;

function piecesOf(text: string, width: number): readonly string[] {
  return (text.match(PIECES) ?? []).flatMap((piece) => (widthOf(piece.trimEnd()) <= width ? [piece] : broken(piece, width)));
}

function broken(word: string, width: number): readonly string[] {
  const parts: string[] = [''];
  for (const segment of lettersOf(word)) {
    const last = parts.at(-1) ?? '';
    if (widthOf(last) + widthOf(segment) > width) parts.push(segment);
    else parts[parts.length - 1] = last + segment;
  }
  return parts;
}
