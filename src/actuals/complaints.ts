import type { Problem } from '../model/finding.ts';
import type { Source } from '../model/source.ts';
import type { Wanted } from './find-rows.ts';
import type { Complaint } from './judgement.ts';
import type { PreparedFile } from './prepare.ts';
import type { Reading } from './read-source.ts';
import type { FileSet, Rows } from './roll-source.ts';
import type { RowComplaint } from './take-rows.ts';

/** More rows of one kind are counted in the reconciliation, not listed. */
export const LISTED = 1000;

/** Rejected rows are told one by one, labels that nothing is known of once each, with the number of their rows. */
export async function tellComplaints(all: readonly RowComplaint[], source: Source, set: FileSet, reading: Reading): Promise<void> {
  const wanted: (Wanted & { readonly table: number })[] = [];
  const once = new Map<string, { complaint: Complaint; rows: Rows; count: number }>();
  for (const { complaint, rows, isEach } of all) {
    if (isEach) {
      if (wanted.length < LISTED) wanted.push(wantedOf(complaint, rows, reading));
      continue;
    }
    const key = JSON.stringify([complaint.rule, complaint.args]);
    const before = once.get(key);
    once.set(key, { complaint, rows: before?.rows ?? rows, count: (before?.count ?? 0) + rows.count });
  }
  for (const { complaint, rows, count } of [...once.values()].slice(0, LISTED)) {
    const counted = { ...complaint, args: { ...complaint.args, rows: count } };
    wanted.push({ ...wantedOf(counted, rows, reading), isEach: false });
  }
  if (wanted.length === 0) return;
  const { findRows } = await import('./find-rows.ts');
  for (const table of new Set(wanted.map((each) => each.table))) {
    const files = table === 0 ? set.files : set.joined.slice(table - 1, table);
    const those = wanted.filter((each) => each.table === table);
    const texts = await Promise.all(files.map((file) => reading.textOf(file)));
    await findRows(those, texts, table, table > 0 || source.formats.header, reading.files.chunks);
  }
}

function wantedOf(complaint: Complaint, rows: Rows, { tell }: Reading): Wanted & { readonly table: number } {
  const table = complaint.ref?.table ?? 0;
  return {
    ref: complaint.ref,
    rows,
    isEach: true,
    table,
    found: (file, line) =>
      tell({ rule: complaint.rule, spot: spotIn(file, line, complaint.ref?.column), args: { ...complaint.args, file: file.path } }),
  };
}

/** A line of the text as the planner's own file has it: of a sheet also the column, from 1. */
export function spotIn({ name, origin }: PreparedFile, textLine: number, column = 0): Problem['spot'] {
  const line = origin ? origin.lineOf(textLine) : textLine;
  const at = origin?.hasCells ? column + 1 : 1;
  return { in: 'text', place: { file: name, line, column: at, endLine: line, endColumn: at } };
}
