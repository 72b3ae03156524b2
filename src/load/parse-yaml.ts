import { type Document, Lexer, LineCounter, parseDocument, type YAMLParseError } from 'yaml';
import type { Args, Problem } from '../model/finding.ts';
import { commentsOf, DOCUMENT_MARK, FLOW_END_MARK, SCALAR_MARK } from './comments.ts';
import { decodeUtf8 } from './decode.ts';
import { LARGEST } from './limits.ts';
import { placeAt, type SourceFile, type SourceText } from './source-file.ts';
import { faultOf, lineAround } from './yaml-fault.ts';

const OPTIONS = { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false, merge: false, strict: true } as const;

/** Reads one file of the plan. Reports: syntax/not-utf8, syntax/yaml-error, syntax/tab-indent. */
export function parseYaml(bytes: Uint8Array, path: string, name: string): SourceFile {
  const decoded = decodeUtf8(bytes.subarray(0, LARGEST + 1), name);
  if (decoded.is === 'not-utf8') {
    const problem: Problem = {
      rule: 'syntax/not-utf8',
      spot: { in: 'text', place: decoded.place },
      args: { looksLike: decoded.looksLike },
    };
    return { path, name, text: '', document: undefined, lines: new LineCounter(), comments: [], problems: [problem] };
  }
  return parseText({ path, name, text: decoded.text }, bytes.length);
}

/** As parseYaml, for a text of so many bytes. */
export function parseText({ path, name, text }: SourceText, size: number): SourceFile {
  const lines = new LineCounter();
  const file = { path, name, text, lines };
  const refused = refusalOf(text, size);
  if (refused)
    return {
      ...file,
      document: undefined,
      comments: [],
      problems: [problemAt(countLines(file), refused.at, refused.at + refused.length, refused.args)],
    };
  const document = parseDocument(text, { ...OPTIONS, lineCounter: lines });
  const isEmpty = document.contents === null && document.errors.length === 0;
  const problems = isEmpty ? [problemAt(file, 0, 1, { is: 'empty' })] : problemsOf(document, file);
  const comments = commentsOf(text, name);
  return { ...file, document: problems.length > 0 ? undefined : document, comments, problems };
}

/** A file's document as far as it can be made out, where its YAML is broken as well: for one that is being typed. Reports nothing. */
export function parseBroken(text: string, path: string): SourceFile {
  const lines = new LineCounter();
  const document = parseDocument(text.length > LARGEST ? '' : text, { ...OPTIONS, lineCounter: lines });
  return { path, name: path, text, document, lines, comments: [], problems: [] };
}

interface Refusal {
  readonly at: number;
  readonly length: number;
  readonly args: Args;
}

/** What is told before YAML would tell it in words of its own. */
function refusalOf(text: string, size: number): Refusal | undefined {
  if (size > LARGEST) return { at: 0, length: 1, args: { is: 'too-large' } };
  if (text.trim() === '') return { at: 0, length: 0, args: { is: 'empty' } };
  const conflict = /^<{7} .*$/m.exec(text);
  if (conflict) return { at: conflict.index, length: conflict[0].length, args: { is: 'merge-conflict' } };
  const directive = /^%YAML\b.*$/m.exec(text);
  if (directive?.index === 0) return { at: 0, length: directive[0].length, args: { is: 'yaml-directive' } };
  return undefined;
}

function countLines(file: Pick<SourceFile, 'name' | 'text' | 'lines'>): Pick<SourceFile, 'name' | 'text' | 'lines'> {
  file.lines.addNewLine(0);
  for (let at = file.text.indexOf('\n'); at >= 0; at = file.text.indexOf('\n', at + 1)) file.lines.addNewLine(at + 1);
  return file;
}

type Text = Pick<SourceFile, 'name' | 'text' | 'lines'>;

/** The first error of a file: those after it mostly follow from it. */
function problemsOf(document: Document, file: Text): readonly Problem[] {
  const first = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])[0];
  return first ? [describe(first, file)] : [];
}

function describe(error: Pick<YAMLParseError, 'code' | 'pos' | 'message'>, file: Text): Problem {
  const [start, end] = error.pos;
  if (error.code === 'TAB_AS_INDENT' || isTabIndent(file.text, start)) return tabProblem(file, start);
  const quote = /Missing closing (['"])/.exec(error.message)?.[1];
  const open = quote === undefined ? undefined : openQuote(file.text, quote);
  if (open !== undefined) return problemAt(file, open, open + 1, { is: 'open-quote' });
  const args = argsOf(error, file.text);
  const fault = args.is === 'other' ? faultOf(error.message, start, file.text) : undefined;
  if (fault) return problemAt(file, fault.start, fault.end, fault.args);
  const line = lineAround(file.text, start);
  const isLine = args.is === 'missing-colon' || args.is === 'full-width-colon' || args.is === 'invisible-space';
  return isLine ? problemAt(file, line.start, line.end, args) : problemAt(file, start, Math.max(end, start + 1), args);
}

/** Where the last quoted value begins: one that is never closed is the last there is. */
function openQuote(text: string, quote: string): number | undefined {
  let [at, found]: [number, number | undefined] = [0, undefined];
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith(quote)) found = at;
    if (token !== SCALAR_MARK && token !== DOCUMENT_MARK && token !== FLOW_END_MARK) at += token.length;
  }
  return found;
}

function isTabIndent(text: string, at: number): boolean {
  const { start } = lineAround(text, at);
  return /^ *\t/.test(text.slice(start));
}

function tabProblem(file: Text, at: number): Problem {
  const { start } = lineAround(file.text, at);
  const tab = file.text.indexOf('\t', start);
  return { rule: 'syntax/tab-indent', spot: { in: 'text', place: placeAt(file, tab, tab + 1) }, args: {} };
}

function argsOf(error: Pick<YAMLParseError, 'code' | 'pos' | 'message'>, text: string): Args {
  const { start, end } = lineAround(text, error.pos[0]);
  const line = text.slice(start, end);
  switch (error.code) {
    case 'MULTIPLE_DOCS':
      return { is: 'two-documents' };
    case 'TAG_RESOLVE_FAILED':
      return { is: 'unknown-tag', text: text.slice(...error.pos) };
    case 'BAD_SCALAR_START':
      return { is: 'special-start', text: text.slice(error.pos[0], error.pos[0] + 1) };
    case 'RESOURCE_EXHAUSTION':
      return { is: 'too-deep' };
    default:
      if (/^\s*[^\s:#]+：/.test(line)) return { is: 'full-width-colon' };
      if (/:[\u00a0\u2000-\u200b\u3000]/.test(line)) return { is: 'invisible-space' };
      if (/^(MISSING_CHAR|MULTILINE_IMPLICIT_KEY|BLOCK_AS_IMPLICIT_KEY|UNEXPECTED_TOKEN)$/.test(error.code) && isBare(line))
        return { is: 'missing-colon' };
      return { is: 'other', detail: error.message.replace(/\s+/g, ' ').slice(0, 160) };
  }
}

/** A line with neither a key nor a list item nor quotes or brackets. */
function isBare(line: string): boolean {
  return /^\s*[^\s#"'[\]{}&*!|>%@`-]/.test(line) && !/:(\s|$)/.test(line) && !/["'[\]{}]/.test(line);
}

function problemAt(file: Text, start: number, end: number, args: Args): Problem {
  return { rule: 'syntax/yaml-error', spot: { in: 'text', place: placeAt(file, start, end) }, args };
}
