import { Lexer } from 'yaml';
import type { PlanComment } from '../model/comment.ts';

const MARK = 'salesplan-ignore';
/** What the lexer puts before every scalar (also before one that has a `#` in it), before a document, after a broken flow: no text of the file. */
export const SCALAR_MARK = '\u001f';
export const DOCUMENT_MARK = '\u0002';
export const FLOW_END_MARK = '\u0018';

/** The comments of a file that may be waivers; a file that does not have the word in it is not read again. */
export function commentsOf(text: string, file: string): readonly PlanComment[] {
  if (!text.includes(MARK)) return [];
  const comments: PlanComment[] = [];
  const lines = text.split('\n');
  let [line, column] = [1, 1];
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && before !== SCALAR_MARK && token.includes(MARK)) comments.push(commentAt(token, line, column, file, lines));
    if (token !== SCALAR_MARK && token !== DOCUMENT_MARK && token !== FLOW_END_MARK) [line, column] = after(token, line, column);
    before = token;
  }
  return comments;
}

function commentAt(token: string, line: number, column: number, file: string, lines: readonly string[]): PlanComment {
  const isTrailing = (lines[line - 1] ?? '').slice(0, column - 1).trim() !== '';
  const next = isTrailing ? line : nextEntry(lines, line);
  return { file, text: token.slice(1), line, column, isTrailing, covers: next === undefined ? undefined : { from: next, to: next } };
}

/** The number of the first line after `line` that is neither blank nor a comment. */
function nextEntry(lines: readonly string[], line: number): number | undefined {
  const index = lines.findIndex((text, at) => at >= line && text.trim() !== '' && !text.trim().startsWith('#'));
  return index < 0 ? undefined : index + 1;
}

function after(token: string, line: number, column: number): [number, number] {
  const breaks = token.split('\n').length - 1;
  if (breaks === 0) return [line, column + [...token].length];
  return [line + breaks, [...token.slice(token.lastIndexOf('\n') + 1)].length + 1];
}
