import type { Fact, LabelMatch, Reconciliation } from '../model/fact.ts';
import type { DataFiles } from '../model/files.ts';
import type { Problem } from '../model/finding.ts';
import { NOUGHT } from '../model/fraction.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import { bindColumns } from './bind.ts';
import type { BrokenRecord, RolledUp, RollUp } from './engines/engine.ts';
import type { Wanted } from './find-rows.ts';
import type { Complaint } from './judge.ts';
import { lineOfByte } from './line-of-byte.ts';
import { type PreparedFile, prepareFile } from './prepare.ts';
import { type FileSet, type Rows, rollSource } from './roll-source.ts';
import { type RowComplaint, takeRows } from './take-rows.ts';
import { counterOf, factStoreOf } from './tally.ts';

/** What reading sources needs beside the plan. */
export interface Reading {
  readonly plan: Plan;
  readonly files: DataFiles;
  readonly display: (path: string) => string;
  readonly mayLeaveFolder: boolean;
  rollUp(question: RollUp): Promise<RolledUp>;
  tell(problem: Problem): void;
}

export interface ReadSource {
  readonly facts: readonly Fact[];
  readonly reconciliation: Reconciliation;
  readonly folded: readonly LabelMatch[];
  readonly unbound: readonly string[];
  readonly hashes: readonly string[];
}

/** More rows of one kind are counted in the reconciliation, not listed. */
const LISTED = 1000;

/** Reads one source of files into facts. Every row ends as used, excluded or rejected. Reports: data/*. */
export async function readSource(source: Source, reading: Reading): Promise<ReadSource> {
  const counter = counterOf(source.id);
  const store = factStoreOf(source.id, reading.plan);
  const folded = new Map<string, LabelMatch>();
  const sets = await setsOf(source, reading);
  for (const set of sets) {
    const { rows, rolled } = await rollSource(source, set, reading.rollUp);
    const complaints = takeRows(rows, source, set.binding, reading.plan, { counter, store, folded });
    if (rows.length + rolled.broken.length === 0) tellNoRows(source, set, reading);
    counter.add('read', rolled.broken.length, NOUGHT);
    counter.add('rejected', rolled.broken.length, NOUGHT);
    tellBroken(rolled.broken, set, reading);
    for (const { join, key } of firstOfEach(rolled.repeated)) tellRepeated(source, join, key, reading);
    await tellComplaints(complaints, source, set, reading);
  }
  return {
    facts: store.facts(),
    reconciliation: counter.reconciliation(),
    folded: [...folded.values()].sort((a, b) => compareText(a.field, b.field) || compareText(a.label, b.label)),
    unbound: [...new Set(sets.flatMap((set) => set.binding.unbound))],
    hashes: sets.flatMap((set) => [...set.files, ...set.joined].map((file) => `${file.path} ${file.hash}`)),
  };
}

/** The files of a source, those with the same columns together. */
async function setsOf(source: Source, reading: Reading): Promise<readonly FileSet[]> {
  const prepared: PreparedFile[] = [];
  for (const [index, pattern] of source.from.entries()) prepared.push(...(await filesOf(source, pattern, index, reading)));
  const others = await prepareJoins(source, reading);
  if (!others) return [];
  const byLayout = new Map<string, PreparedFile[]>();
  for (const file of prepared) {
    const key = JSON.stringify([file.delimiter, file.columns]);
    byLayout.set(key, [...(byLayout.get(key) ?? []), file]);
  }
  return [...byLayout.values()].flatMap((files) => {
    const [first] = files;
    const binding = first && bindColumns(source, reading.plan, first, others, reading.tell);
    return binding ? [{ files, joined: others, binding }] : [];
  });
}

/** The files that a source's rows are joined to; undefined where one of them can't be read. */
export async function prepareJoins(source: Source, reading: Reading): Promise<readonly PreparedFile[] | undefined> {
  const joined: (PreparedFile | undefined)[] = [];
  for (const [index, { file }] of source.joins.entries()) {
    joined.push(await prepareAt(file, [...source.path, 'join', index, 'file'], { ...formOf(source), hasHeader: true }, reading));
  }
  const whole = joined.filter((file) => file !== undefined);
  return whole.length === joined.length ? whole : undefined;
}

async function filesOf(source: Source, pattern: string, index: number, reading: Reading): Promise<readonly PreparedFile[]> {
  const path = [...source.path, 'from', ...(source.from.length > 1 ? [index] : [])];
  const isOutside = /^([/\\]|[A-Za-z]:)/.test(pattern) || pattern.split('/').includes('..');
  const found = isOutside && !reading.mayLeaveFolder ? [pattern] : await reading.files.glob(pattern);
  const prepared: PreparedFile[] = [];
  for (const file of found.length > 0 ? found : [pattern]) {
    const one = await prepareAt(file, path, formOf(source), reading);
    if (one) prepared.push(one);
  }
  return prepared;
}

function formOf({ encoding, formats }: Source) {
  return { encoding, delimiter: formats.delimiter, hasHeader: formats.header };
}

async function prepareAt(
  file: string,
  path: readonly (string | number)[],
  form: ReturnType<typeof formOf>,
  reading: Reading,
): Promise<PreparedFile | undefined> {
  const prepared = await prepareFile(file, form, reading.files, reading.display, reading.mayLeaveFolder);
  if (prepared.is === 'file') return prepared.file;
  reading.tell({ ...prepared.problem, spot: { in: 'plan', path, at: 'value' } });
  return undefined;
}

/** A header and nothing below it. */
function tellNoRows(source: Source, { files: [file] }: FileSet, { tell }: Reading): void {
  tell({ rule: 'data/empty-file', spot: { in: 'plan', path: [...source.path, 'from'], at: 'value' }, args: { file: file?.path } });
}

function tellBroken(broken: readonly BrokenRecord[], set: FileSet, { files, tell }: Reading): void {
  for (const { absolute, offset, reason } of broken.slice(0, LISTED)) {
    const file = [...set.files, ...set.joined].find((each) => each.absolute === absolute);
    const line = lineOfByte(offset, files.chunks(absolute));
    tell({ rule: 'data/bad-row', spot: spotOf(file?.name ?? absolute, line), args: { reason: reason.toLowerCase().replaceAll(' ', '-') } });
  }
}

/** One finding a joined file: its first key, and how many there are. */
function firstOfEach(repeated: readonly { readonly join: number; readonly key: string }[]) {
  return repeated.filter(({ join }, index) => repeated.findIndex((each) => each.join === join) === index);
}

function tellRepeated(source: Source, join: number, key: string, { tell }: Reading): void {
  const file = source.joins[join]?.file;
  tell({
    rule: 'data/duplicate-join-key',
    spot: { in: 'plan', path: [...source.path, 'join', join, 'file'], at: 'value' },
    args: { file, key },
  });
}

/** Rejected rows are told one by one, labels that nothing is known of once each, with the number of their rows. */
async function tellComplaints(all: readonly RowComplaint[], source: Source, set: FileSet, reading: Reading): Promise<void> {
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
    await findRows(those, files, table, table > 0 || source.formats.header, reading.files.chunks);
  }
}

function wantedOf(complaint: Complaint, rows: Rows, { tell }: Reading): Wanted & { readonly table: number } {
  const table = complaint.ref?.table ?? 0;
  return {
    ref: complaint.ref,
    rows,
    isEach: true,
    table,
    found: (file, line) => tell({ rule: complaint.rule, spot: spotOf(file.name, line), args: { ...complaint.args, file: file.path } }),
  };
}

function spotOf(file: string, line: number): Problem['spot'] {
  return { in: 'text', place: { file, line, column: 1, endLine: line, endColumn: 1 } };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
