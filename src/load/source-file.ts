import type { Document, LineCounter } from 'yaml';
import type { PlanComment } from '../model/comment.ts';
import type { Place, Problem } from '../model/finding.ts';

/** A file of the plan. */
export interface SourceText {
  /** Relative to the plan's folder. */
  readonly path: string;
  /** As the person calls it: what findings print. */
  readonly name: string;
  readonly text: string;
}

/** A file of the plan as read with care: its document with all places, and what is wrong with its YAML. */
export interface SourceFile extends SourceText {
  readonly document: Document | undefined;
  readonly lines: LineCounter;
  readonly comments: readonly PlanComment[];
  readonly problems: readonly Problem[];
}

/** The place of a run of UTF-16 offsets: lines and columns from 1, columns in code points. */
export function placeAt(file: Pick<SourceFile, 'name' | 'text' | 'lines'>, start: number, end: number): Place {
  const from = position(file, start);
  const to = position(file, Math.max(start, end));
  return { file: file.name, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function position({ text, lines }: Pick<SourceFile, 'text' | 'lines'>, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(Math.min(offset, text.length));
  if (line === 0) return { line: 1, column: 1 };
  const before = text.slice(offset - (col - 1), offset);
  return { line, column: [...before].length + 1 };
}
