import { isAlias, isMap, isScalar, isSeq, Lexer, type Pair, parseDocument, type Scalar } from 'yaml';

const OPTIONS = { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false, merge: false } as const;
/** What the lexer puts before every scalar, also before one that has a `#` in it. */
const SCALAR_MARK = '\u001f';

/** True when two texts hold the same values under the same keys in the same order, with the same anchors and comments; quotes may differ. */
export function saysTheSame(a: string, b: string): boolean {
  const [one, other] = [parseDocument(a, OPTIONS), parseDocument(b, OPTIONS)];
  if (one.errors.length + other.errors.length > 0) return false;
  return isSame(one.contents, other.contents) && String(commentsOf(a)) === String(commentsOf(b));
}

function isSame(a: unknown, b: unknown): boolean {
  if (isAlias(a)) return isAlias(b) && a.source === b.source;
  if (isScalar(a)) return isScalar(b) && a.anchor === b.anchor && a.tag === b.tag && textOf(a) === textOf(b);
  if (isMap(a))
    return isMap(b) && a.anchor === b.anchor && a.items.length === b.items.length && a.items.every((pair, at) => isPair(pair, b.items[at]));
  if (isSeq(a))
    return isSeq(b) && a.anchor === b.anchor && a.items.length === b.items.length && a.items.every((item, at) => isSame(item, b.items[at]));
  return (a ?? null) === (b ?? null);
}

function isPair(a: Pair, b: Pair | undefined): boolean {
  return b !== undefined && isSame(a.key, b.key) && isSame(a.value, b.value);
}

/** A plain scalar as it is spelt, another one as it reads. */
function textOf({ type, source, value }: Scalar): string {
  return type === 'PLAIN' ? `plain ${source?.replace(/\s+/g, ' ')}` : `text ${String(value)}`;
}

function commentsOf(text: string): readonly string[] {
  const comments: string[] = [];
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && before !== SCALAR_MARK) comments.push(token.trimEnd());
    before = token;
  }
  return comments;
}
