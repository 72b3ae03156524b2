import { isMap, isPair, isScalar, isSeq } from 'yaml';
import { keyOf } from '../load/plain.ts';
import type { PlanPath } from '../model/id.ts';
import { type Page, pageOf, type Stretch } from './manuscript.ts';

/** What is being typed at a place: a key or a value, where in the plan, and the word so far. */
export interface Typing {
  readonly at: 'key' | 'value';
  readonly path: PlanPath;
  readonly stretch: Stretch;
  /** The page as if the word were there already, whatever it will be. */
  readonly page: Page;
  /** Nothing else is in the line. */
  readonly isAlone: boolean;
  /** A colon stands behind the word already. */
  readonly hasColon: boolean;
}

/** No plan has such a word. */
const MARK = 'zzTYPINGzz';
const BEFORE = /[^\s,:{}[\]#"'&|>]*$/u;
const AFTER = /^[^\s,:{}[\]#"'&|>]*/u;

/**
 * A word that is being typed mostly leaves a file that can't be read. So a mark is put in its place, as a key where there is
 * room for one, then as a value; where the mark then stands in the plan is where the person is. In the order of likelihood.
 */
export function typingAt({ file }: Page, offset: number): readonly Typing[] {
  const { text, path } = file;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = endOfLine(text, offset);
  const before = text.slice(lineStart, offset);
  const start = offset - (BEFORE.exec(before)?.[0].length ?? 0);
  const end = offset + (AFTER.exec(text.slice(offset, lineEnd))?.[0].length ?? 0);
  const rest = text.slice(end, lineEnd);
  const isAlone = /^\s*(?:- +)*$/.test(text.slice(lineStart, start)) && /^\s*(?:#.*)?$/.test(rest);
  const marks = isAlone ? [`${MARK}:`, MARK] : [MARK];
  return marks.flatMap((mark) => {
    const page = pageOf({ path, text: text.slice(0, start) + mark + text.slice(end) });
    const found = findMark(page.file.document?.contents, []);
    return found ? [{ ...found, stretch: { path, start, end }, page, isAlone, hasColon: /^["']?\s*:/.test(rest) }] : [];
  });
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

type Found = Pick<Typing, 'at' | 'path'>;

function findMark(node: unknown, path: PlanPath): Found | undefined {
  if (isMap(node)) {
    for (const pair of node.items) {
      const own = [...path, keyOf(pair)];
      const found: Found | undefined = own.at(-1) === MARK ? { at: 'key', path: own } : findMark(pair.value, own);
      if (found) return found;
    }
  }
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const found = findMark(isPair(item) ? item.value : item, [...path, index]);
      if (found) return found;
    }
  }
  return isScalar(node) && node.value === MARK ? { at: 'value', path } : undefined;
}
