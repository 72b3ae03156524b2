import type { Fact, LabelMatch, Reconciliation } from '../model/fact.ts';
import type { DataFiles } from '../model/files.ts';
import type { Problem } from '../model/finding.ts';
import { NOUGHT } from '../model/fraction.ts';
import type { Plan } from '../model/plan.ts';
import type { Source, SourceField } from '../model/source.ts';
import { tellComplaints } from './complaints.ts';
import type { Purchase } from './customer-facts.ts';
import type { Digest } from './digest.ts';
import type { Apart, CountedApart, RolledUp, RollUp } from './engines/engine.ts';
import { type FactStore, factStoreOf } from './fact-store.ts';
import { fileSetsOf } from './file-sets.ts';
import { isApart } from './is-apart.ts';
import type { Clock } from './judgement.ts';
import { furtherFields, type MeasuredMetric, measuredMetrics } from './needed.ts';
import type { PreparedFile } from './prepare.ts';
import { recordsOf } from './records.ts';
import { type FileSet, type RolledSource, type Rows, rollSource } from './roll-source.ts';
import { takeRows } from './take-rows.ts';
import { counterOf } from './tally.ts';
import { brokenIn, rowsIn, tellBroken } from './tell-broken.ts';
import { type NoneCounts, tellNoneCounts, whyNoneCounts } from './tell-none-counts.ts';
import { tellUnbound } from './tell-unbound.ts';
import { dayReader } from './worth.ts';

/** What reading sources needs beside the plan. */
export interface Reading {
  readonly plan: Plan;
  readonly files: DataFiles;
  readonly display: (path: string) => string;
  readonly mayLeaveFolder: boolean;
  rollUp(question: RollUp): Promise<RolledUp>;
  parquetColumns(absolute: string): Promise<readonly string[]>;
  /** Orders and customers of large files, counted by the engine. */
  countApart(question: Apart): Promise<CountedApart | undefined>;
  /** A file whose rows are to be looked at one by one: delimited text, whatever the file is. */
  textOf(file: PreparedFile): Promise<PreparedFile>;
  readonly clock: Clock;
  readonly newDigest: () => Digest;
  tell(problem: Problem): void;
}

export interface ReadSource {
  readonly facts: readonly Fact[];
  readonly purchases: readonly Purchase[];
  readonly reconciliation: Reconciliation;
  readonly folded: readonly LabelMatch[];
  readonly unbound: readonly string[];
  readonly hashes: readonly string[];
}

/** Reads one source of files into facts. Every row ends as used, excluded or rejected. Reports: data/*. */
export async function readSource(source: Source, reading: Reading): Promise<ReadSource> {
  const counter = counterOf(source.id);
  const metrics = measuredMetrics(reading.plan);
  const store = factStoreOf(source.id, reading.plan);
  const folded = new Map<string, LabelMatch>();
  const customers: Fact[] = [];
  const sets = await fileSetsOf(source, reading);
  let none: NoneCounts | undefined;
  for (const set of sets) {
    const further = furtherFields(metrics, set.binding);
    const apart = isApart(set, sets, reading.plan, metrics) ? await rollApart(source, set, further, metrics, reading, store) : undefined;
    customers.push(...(apart?.customers ?? []));
    const { rows, rolled } = apart?.rolled ?? (await rollSource(source, set, further, reading.plan.currency, reading.rollUp));
    const dayOf = dayReader(source, reading.plan, set.binding);
    const records = await recordsOf(rows, set.binding, (those) => placesOf(those, source, set, reading), dayOf);
    const all = takeRows(records, source, set.binding, reading.plan, { counter, store, folded }, reading.clock);
    const complaints = tellUnbound(source, set, all, metrics, reading);
    const broken = await brokenIn(rolled.broken, set, reading);
    const brokenCount =
      broken.reduce((count, { swallowed }) => count + 1 + (swallowed?.further ?? 0), 0) +
      set.files.reduce((count, file) => count + rowsIn(file.broken ?? []), 0);
    const [first] = rows;
    if (!first && brokenCount === 0) tellNoRows(source, set, reading);
    if (counter.reconciliation().used.rows === 0) none ??= whyNoneCounts(rows, set.binding, set.files[0]?.path);
    counter.add('rejected', brokenCount, NOUGHT);
    tellBroken(broken, set, reading);
    for (const { join, key } of firstOfEach(rolled.repeated)) tellRepeated(source, join, key, reading);
    await tellComplaints(complaints, source, set, reading);
  }
  const { used, excludedAs } = counter.reconciliation();
  // Deals that are known to be lost say that stages are called as usual: nothing was won yet.
  if (none && used.rows === 0 && (source.where.size > 0 || !excludedAs.has('lost'))) tellNoneCounts(source, none, reading);
  tellFolded([...folded.values()], source, reading);
  return {
    facts: [...store.facts(), ...customers],
    purchases: store.purchases(),
    reconciliation: counter.reconciliation(),
    folded: [...folded.values()].sort((a, b) => compareText(a.field, b.field) || compareText(a.label, b.label)),
    unbound: [...new Set(sets.flatMap((set) => set.binding.unbound))],
    hashes: sets.flatMap((set) => [...set.files, ...set.joined].map((file) => `${file.path} ${file.hash}`)),
  };
}

/** Rows without their orders and customers, which the engine has counted; undefined: it can't read the file so. */
async function rollApart(
  source: Source,
  set: FileSet,
  further: readonly SourceField[],
  metrics: readonly MeasuredMetric[],
  reading: Reading,
  store: FactStore,
): Promise<{ readonly rolled: RolledSource; readonly customers: readonly Fact[] } | undefined> {
  const { countApart } = await import('./count-apart.ts');
  const asked = further.filter((field) => field !== 'order' && field !== 'customer');
  const hasOrders = set.binding.fields.has('order');
  const rolled = await rollSource(source, set, asked, reading.plan.currency, reading.rollUp, hasOrders);
  const customers = await countApart(rolled, source, set, reading, metrics, store);
  return customers && { rolled, customers };
}

/** In which order rows stand in their files. */
export async function placesOf(all: readonly Rows[], source: Source, set: FileSet, reading: Reading): Promise<ReadonlyMap<Rows, number>> {
  const { findRows } = await import('./find-rows.ts');
  const places = new Map<Rows, number>();
  let at = 0;
  const limit = { left: Number.POSITIVE_INFINITY };
  const wanted = all.map((rows) => ({ rows, limit, found: () => void places.set(rows, ++at) }));
  const texts = await Promise.all(set.files.map((file) => reading.textOf(file)));
  findRows(wanted, texts, 0, source.formats.header, reading.files.scan);
  return places;
}

/** A header and nothing below it. */
function tellNoRows(source: Source, { files: [file] }: FileSet, { tell }: Reading): void {
  tell({ rule: 'data/empty-file', spot: { in: 'plan', path: [...source.path, 'from'], at: 'value' }, args: { file: file?.path } });
}

/** One finding a field: how many labels matched only so, and one of them. */
function tellFolded(folded: readonly LabelMatch[], source: Source, { tell }: Reading): void {
  for (const field of new Set(folded.map((each) => each.field))) {
    const those = folded.filter((each) => each.field === field);
    const [first] = those;
    const args = { source: source.id, field, labels: those.length, label: first?.label, id: first?.id };
    tell({ rule: 'data/folded-label', spot: { in: 'plan', path: source.path, at: 'key' }, args });
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

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
