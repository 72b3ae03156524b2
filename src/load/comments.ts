import { Lexer } from 'yaml';
import type { PlanComment } from '../model/comment.ts';

const MARK = 'salesplan-ignore';
/** What the lexer puts before every scalar (also before one that has a `#` in it), before a document, after a broken flow: no text of the file. */
export const SCALAR_MARK = '\u001f';
export const DOCUMENT_MARK = '\u0002';
export const FLOW_END_MARK = '\u0018';

/** Lines from and to which something runs, both included. */
interface Lines {
  readonly from: number;
  readonly to: number;
}

/** The comments of a file that may be waivers; a file that does not have the word in it is not read again. */
export function commentsOf(text: string, file: string): readonly PlanComment[] {
  if (!text.includes(MARK)) return [];
  const found: { readonly token: string; readonly line: number; readonly column: number }[] = [];
  const flows: Lines[] = [];
  let [line, column, depth, from] = [1, 1, 0, 1];
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (before !== SCALAR_MARK) {
      if (token.startsWith('#') && token.includes(MARK)) found.push({ token, line, column });
      if ((token === '{' || token === '[') && depth++ === 0) from = line;
      if ((token === '}' || token === ']') && --depth === 0) flows.push({ from, to: line });
    }
    if (token !== SCALAR_MARK && token !== DOCUMENT_MARK && token !== FLOW_END_MARK) [line, column] = after(token, line, column);
    before = token;
  }
  const lines = text.split('\n');
  return found.map((each) => commentAt(each.token, each.line, each.column, file, lines, flows));
}

/** A waiver covers the line after it, or its own; where a map or list in brackets begins or ends there, all its lines. */
function commentAt(
  token: string,
  line: number,
  column: number,
  file: string,
  lines: readonly string[],
  flows: readonly Lines[],
): PlanComment {
  const isTrailing = (lines[line - 1] ?? '').slice(0, column - 1).trim() !== '';
  const next = isTrailing ? line : nextEntry(lines, line);
  const flow = flows.find(
    (each) => (isTrailing ? each.to : each.from) === next || (!isTrailing && each.from === (next ?? 0) + 1 && isBareKey(lines, next)),
  );
  const covers = next === undefined ? undefined : { from: Math.min(next, flow?.from ?? next), to: Math.max(next, flow?.to ?? next) };
  return { file, text: token.slice(1), line, column, isTrailing, covers };
}

/** A key alone on its line, whose map in brackets begins on the next. */
function isBareKey(lines: readonly string[], line: number | undefined): boolean {
  return line !== undefined && /^[^{[#]*:\s*$/.test(lines[line - 1] ?? '');
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
