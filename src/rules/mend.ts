import type { Args } from '../model/finding.ts';
import type { Marked, Mending } from './rule.ts';

/** The marked scalar with other text, in the quotes that it has; undefined where it is no word on one line (an alias, a block). */
export function respelled({ text, start, end }: Marked, word: Args[string], isSafe: boolean): Mending | undefined {
  if (typeof word !== 'string') return undefined;
  const marked = text.slice(start, end);
  const quote = /^(["'])[^\n]*\1$/.exec(marked)?.[1] ?? '';
  const isWord = quote !== '' || (marked !== '' && !/[\n]|^[*&!|>[{"'#]/.test(marked));
  if (!isWord || !canStand(word, quote)) return undefined;
  return { isSafe, edits: [{ start, end, text: `${quote}${word}${quote}` }] };
}

/** Only words that mean themselves wherever they stand: no quoting is made up. */
function canStand(word: string, quote: string): boolean {
  return quote === '' ? /^[\p{L}\p{N}][^\s:#,[\]{}"'\\]*(?: [^\s:#,[\]{}"'\\]+)*$/u.test(word) : !/["'\\\n]/.test(word);
}

/** The name that was nearest to what is written; undefined where the place marks something else. */
export function nearest(args: Args, at: Marked, isSafe: boolean): Mending | undefined {
  const written = at.text.slice(at.start, at.end).replace(/^(["'])(.*)\1$/, '$2');
  const names = [args.key, args.value, args.id, args.column, args.path, args.file];
  if (!names.includes(written)) return undefined;
  return respelled(at, args.nearest, isSafe);
}

/** The spelling that a stage proposes; it says itself whether it is certain. */
export function suggested(args: Args, at: Marked): Mending | undefined {
  return respelled(at, args.suggestion, args.isCertain === 'yes');
}

/** The marked comment taken out: its line with it where it has one of its own, else the blanks before it. */
export function withoutComment({ text, start, end }: Marked): Mending {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const stop = text.indexOf('\n', end);
  if (text.slice(from, start).trim() === '') {
    return { isSafe: true, edits: [{ start: from, end: stop < 0 ? text.length : stop + 1, text: '' }] };
  }
  const bare = text.slice(from, start).trimEnd().length + from;
  const last = text.slice(start, stop < 0 ? text.length : stop).trimEnd().length + start;
  return { isSafe: true, edits: [{ start: bare, end: last, text: '' }] };
}
