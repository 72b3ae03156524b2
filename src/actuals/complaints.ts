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

interface Told {
  readonly complaint: Complaint;
  readonly limit: Wanted['limit'];
  readonly rows: Rows;
}

/** Rejected rows are told one by one, labels that nothing is known of once each, with the number of their rows. */
export async function tellComplaints(all: readonly RowComplaint[], source: Source, set: FileSet, reading: Reading): Promise<void> {
  const told = [...ofEach(all.filter(({ isEach }) => isEach)), ...ofLabels(all.filter(({ isEach }) => !isEach))];
  const wanted = told.filter((each) => !isUnjoined(each));
  if (wanted.length < told.length) await tellUnjoined(told.filter(isUnjoined), source, set, reading);
  if (wanted.length === 0) return;
  const { findRows } = await import('./find-rows.ts');
  const open = new Map(wanted.map((each) => [each.limit, { each, left: each.limit.left }]));
  for (const table of new Set(wanted.map(tableOf))) {
    const files = table === 0 ? set.files : set.joined.slice(table - 1, table);
    const those = wanted.filter((each) => tableOf(each) === table).map((each) => wantedOf(each, reading));
    const texts = await Promise.all(files.map((file) => reading.textOf(file)));
    findRows(those, texts, table, table > 0 || source.formats.header, reading.files.scan);
  }
  for (const [limit, { each, left }] of open) if (limit.left === left) tellPlaceless(each, source, reading);
}

/** What is found nowhere again is told all the same, at the source. */
function tellPlaceless({ complaint, rows }: Told, source: Source, { tell }: Reading): void {
  tell({ rule: complaint.rule, spot: { in: 'plan', path: source.path, at: 'key' }, args: { rows: rows.count, ...complaint.args } });
}

/** Of each kind the first rows in the file. */
function ofEach(all: readonly RowComplaint[]): readonly Told[] {
  const limits = new Map<string, Wanted['limit']>();
  return all.map(({ complaint, rows }) => {
    const limit = limits.get(complaint.rule) ?? { left: LISTED };
    limits.set(complaint.rule, limit);
    return { complaint, rows, limit };
  });
}

/** Of each label the first of all its rows. */
function ofLabels(all: readonly RowComplaint[]): readonly Told[] {
  const labels = new Map<string, { readonly complaint: Complaint; readonly rows: Rows[] }>();
  for (const { complaint, rows } of all) {
    const key = JSON.stringify([complaint.rule, complaint.args, isUnjoined({ complaint })]);
    const label = labels.get(key) ?? { complaint, rows: [] };
    labels.set(key, label);
    label.rows.push(rows);
  }
  return [...labels.values()].slice(0, LISTED).flatMap(({ complaint, rows: those }) => {
    const limit = { left: 1 };
    const count = those.reduce((sum, { count: rows }) => sum + rows, 0);
    const counted = { ...complaint, args: { ...complaint.args, rows: count } };
    return those.map((rows) => ({ complaint: counted, rows, limit }));
  });
}

/** A row that its joined file says nothing of: there is no cell that shows it. */
function isUnjoined({ complaint }: Pick<Told, 'complaint'>): boolean {
  return tableOf({ complaint }) > 0 && complaint.text === null;
}

/** Once for all rows of a kind, at the first that has no partner in the joined file, with its key. */
async function tellUnjoined(all: readonly Told[], source: Source, set: FileSet, reading: Reading): Promise<void> {
  const { findUnjoined } = await import('./find-unjoined.ts');
  const [files, joined] = await Promise.all([set.files, set.joined].map((each) => Promise.all(each.map((file) => reading.textOf(file)))));
  const kinds = new Map<string, { readonly complaint: Complaint; count: number }>();
  for (const { complaint, rows } of all) {
    const key = `${complaint.rule} ${tableOf({ complaint })}`;
    const before = kinds.get(key);
    if (before) before.count += rows.count;
    else kinds.set(key, { complaint, count: rows.count });
  }
  for (const { complaint, count } of kinds.values()) {
    const index = tableOf({ complaint }) - 1;
    const [join, file] = [set.binding.joins[index], joined?.[index]];
    const first = join && file && findUnjoined(join, files ?? [], file, source.formats.header, reading.files.scan);
    const path = [...source.path, 'join', index, 'on'];
    const spot = first ? spotIn(first.file, first.line, first.column) : ({ in: 'plan', path, at: 'value' } as const);
    const partner = first && { joined: set.joined[index]?.path, key: first.key, file: first.file.path };
    reading.tell({ rule: complaint.rule, spot, args: { ...complaint.args, rows: count, ...partner } });
  }
}

function tableOf({ complaint }: Pick<Told, 'complaint'>): number {
  return complaint.ref?.table ?? 0;
}

function wantedOf({ complaint, rows, limit }: Told, { tell }: Reading): Wanted {
  return {
    rows,
    limit,
    found: (file, line) =>
      tell({ rule: complaint.rule, spot: spotIn(file, line, complaint.ref?.column), args: { ...complaint.args, file: file.path } }),
  };
}

/** A line of the text as the planner's own file has it: of a sheet also the column, from 1. */
export function spotIn({ name, origin, linesAbove = 0 }: PreparedFile, textLine: number, column = 0): Problem['spot'] {
  const line = origin ? origin.lineOf(textLine) : textLine + linesAbove;
  const at = origin?.hasCells ? column + 1 : 1;
  return { in: 'text', place: { file: name, line, column: at, endLine: line, endColumn: at } };
}
