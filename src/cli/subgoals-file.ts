import { csvLine } from '../formats/csv.ts';
import type { GoalResult } from '../model/decomposed.ts';
import type { Problem } from '../model/finding.ts';
import { subgoalRows } from '../reports/subgoals-file.ts';
import type { Decomposed } from './decompose-plan.ts';
import type { OpenedPlan } from './open-plan.ts';
import { subgoalsFile } from './subgoals-name.ts';

/** The text of that file: the same plan gives the same bytes. */
export function subgoalsText(goals: readonly GoalResult[]): string {
  const rows = subgoalRows(goals.flatMap((goal) => goal.tree ?? []));
  return rows.map((row) => csvLine(row).replace(/\r\n$/, '\n')).join('');
}

/**
 * Whether the file still says what the plan says. Goals whose numbers come from data are left aside, as `check` does not
 * read these. Reports: plan/stale-subgoals.
 */
export function staleSubgoals(opened: OpenedPlan, { goals }: Decomposed): readonly Problem[] {
  const file = subgoalsFile(opened);
  const read = opened.folder.files.read(file);
  if (read.is !== 'bytes') return [];
  const known = goals.filter(({ tree }) => tree?.nodes.every((node) => node.target !== undefined || node.derivedFrom.rule !== 'not-set'));
  const left = new Set(goals.filter((goal) => !known.includes(goal)).map((goal) => goal.goal));
  const written = linesOf(new TextDecoder().decode(read.bytes));
  const wanted = linesOf(subgoalsText(goals));
  const off = differing(written, wanted, (line) => left.has(line.split(',')[0] ?? ''));
  if (!off) return [];
  const place = { file: opened.displayOf(file), line: off.line, column: 1, endLine: off.line, endColumn: 1 };
  const args = { file, count: off.count, rows: wanted.length - 1 };
  return [{ rule: 'plan/stale-subgoals', spot: { in: 'text', place }, args }];
}

function linesOf(text: string): readonly string[] {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
}

/** The first line that differs, and how many do; rows that can't be judged are taken as right. */
function differing(written: readonly string[], wanted: readonly string[], isLeft: (line: string) => boolean) {
  const have = new Set(written);
  const should = new Set(wanted.filter((line) => !isLeft(line)));
  const strange = written.filter((line) => !should.has(line) && !isLeft(line));
  const absent = [...should].filter((line) => !have.has(line));
  const order = written.filter((line) => should.has(line));
  const isMoved = strange.length + absent.length === 0 && order.some((line, index) => line !== [...should][index]);
  if (strange.length + absent.length === 0 && !isMoved) return undefined;
  const first = strange[0] === undefined ? written.length : written.indexOf(strange[0]) + 1;
  return { line: Math.max(1, first), count: Math.max(strange.length, absent.length, 1) };
}
