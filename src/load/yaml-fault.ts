import { Lexer } from 'yaml';
import type { Args } from '../model/finding.ts';
import { DOCUMENT_MARK, FLOW_END_MARK, SCALAR_MARK } from './comments.ts';

/** What is wrong with YAML in words of our own, and what of the text shows it, by UTF-16 offset. */
export interface Fault {
  readonly start: number;
  readonly end: number;
  readonly args: Args;
}

/** The faults that planners make most; undefined where only the parser's own words are left. `at`: where the parser gave up. */
export function faultOf(message: string, at: number, text: string): Fault | undefined {
  const line = lineAround(text, at);
  const fault = (is: string, start: number, end: number, more: Args = {}): Fault => ({ start, end, args: { is, ...more } });
  const sign = /[｛｝［］，]/.exec(text.slice(line.start, line.end));
  if (sign && /collection|mapping|Flow|flow/.test(message)) {
    const start = line.start + sign.index;
    return fault('full-width-sign', start, start + 1, { text: sign[0], meant: HALF_WIDTH[sign[0]] });
  }
  if (/end with a [\]}]/.test(message)) return openBracket(text, at);
  if (/^Block collections are not allowed within flow/.test(message)) return fault('missing-comma', at, line.end);
  if (/^Nested mappings are not allowed in compact/.test(message)) return fault('colon-in-value', at, line.end);
  if (/^All (?:mapping|sequence|collection) items must start/.test(message)) {
    const start = at + (/^ */.exec(text.slice(at, line.end))?.[0].length ?? 0);
    return fault('indentation', start, line.end);
  }
  const sequence = /^Invalid escape sequence (\S+)/.exec(message)?.[1];
  return sequence === undefined ? undefined : fault('escape', at, at + sequence.length, { text: sequence });
}

const HALF_WIDTH: Readonly<Record<string, string>> = { '｛': '{', '｝': '}', '［': '[', '］': ']', '，': ', ' };
const CLOSES: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** The bracket that is open where the parser gave up: never closed, or closed with the other sign. */
function openBracket(text: string, at: number): Fault | undefined {
  const open: { readonly sign: string; readonly at: number }[] = [];
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (offset > at) break;
    const last = open.at(-1);
    if (token === '{' || token === '[') open.push({ sign: token, at: offset });
    else if (last && (token === '}' || token === ']')) {
      if (CLOSES[last.sign] !== token) break;
      open.pop();
    }
    if (token !== SCALAR_MARK && token !== DOCUMENT_MARK && token !== FLOW_END_MARK) offset += token.length;
  }
  const last = open.at(-1);
  if (!last) return undefined;
  const comment = /\s(#.{0,20})/.exec(text.slice(last.at, lineAround(text, last.at).end))?.[1];
  return { start: last.at, end: last.at + 1, args: { is: 'open-bracket', text: last.sign, meant: CLOSES[last.sign], comment } };
}

export function lineAround(text: string, at: number): { readonly start: number; readonly end: number } {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}
