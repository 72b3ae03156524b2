import { createHash } from 'node:crypto';
import { type Day, parseDay } from '../model/day.ts';
import { EXCLUSIONS, type Fact, type LabelMatch, RECONCILED, type Reconciliation, type Tally } from '../model/fact.ts';
import type { Args } from '../model/finding.ts';
import { decimalText, type Fraction, parseDecimal } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';

/** The file beside the plan that `sync` writes and reports read. */
export const SNAPSHOT_FILE = 'actuals.snapshot.csv';

/** What was read from one table, and when. */
export interface SnapshotSource {
  readonly id: Id;
  /** Engine and table. */
  readonly from: string;
  /** When the database answered, UTC. */
  readonly time: string;
  readonly by: string;
  readonly hasOwner: boolean;
  readonly reconciliation: Reconciliation;
  readonly folded: readonly LabelMatch[];
  readonly unbound: readonly string[];
  readonly findings: readonly SnapshotFinding[];
  /** Of what the plan says of the source and its labels, hex. */
  readonly definition: string;
}

export interface SnapshotFinding {
  readonly rule: string;
  readonly args: Args;
  /** In the snapshot, from 1; 0 before it is written. */
  readonly line: number;
}

export interface Snapshot {
  readonly sources: readonly SnapshotSource[];
  readonly facts: readonly Fact[];
  /** SHA-256 of the rows, hex. */
  readonly hash: string;
}

const MARK = '# salesplan snapshot 1';
const COLUMNS = ['source', 'day', 'metric', 'segment', 'product', 'channel', 'owner', 'value', 'rows'] as const;

/** A head that tells of each source where, when and how much was read, then one row a fact, sorted by code unit. */
export function snapshotText(sources: readonly SnapshotSource[], facts: readonly Fact[]): string {
  const rows = facts
    .map(rowOf)
    .sort(compareRows)
    .map((cells) => cells.map(cellText).join(','));
  const head = [MARK, '# written by salesplan sync; read by every other command instead of the database', ...sources.flatMap(headOf)];
  return `${[...head, `# hash: ${hashOf(rows)}`, COLUMNS.join(','), ...rows].join('\n')}\n`;
}

function headOf(source: SnapshotSource): readonly string[] {
  const { reconciliation, folded, unbound, findings } = source;
  return [
    `# source: ${source.id}`,
    `#   from: ${source.from}`,
    `#   time: ${source.time} UTC`,
    `#   by: ${source.by}`,
    `#   owner: ${source.hasOwner ? 'column' : 'place'}`,
    ...RECONCILED.map((kind) => `#   ${kind}: ${tallyText(reconciliation[kind])}`),
    ...[...reconciliation.excludedAs].map(([kind, tally]) => `#   ${kind}: ${tallyText(tally)}`),
    ...unbound.map((column) => `#   unbound: ${JSON.stringify(column)}`),
    ...folded.map(({ field, label, id, rows }) => `#   folded: ${JSON.stringify([field, label, id, rows])}`),
    ...findings.map(({ rule, args }) => `#   finding: ${rule} ${JSON.stringify(args)}`),
    `#   definition: ${source.definition}`,
  ];
}

function tallyText({ rows, amount }: Tally): string {
  return `${rows} rows, ${valueText(amount)}`;
}

function rowOf({ source, day, metric, segment, product, channel, owner, value, rows }: Fact): readonly string[] {
  return [source, day, metric, segment ?? '', product ?? '', channel ?? '', owner ?? '', valueText(value), String(rows)];
}

function compareRows(a: readonly string[], b: readonly string[]): number {
  for (const [index, cell] of a.entries()) {
    const other = b[index] ?? '';
    if (cell !== other) return cell < other ? -1 : 1;
  }
  return 0;
}

function cellText(cell: string): string {
  const line = cell.replace(/[\r\n]+/g, ' ');
  return /[",]|^\s|\s$/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

/** As a decimal where it is one, else as `n/d`. */
function valueText({ n, d }: Fraction): string {
  for (let [decimals, power] = [0, 1n]; decimals <= 40; decimals++, power *= 10n) {
    if ((n * power) % d === 0n) return decimalText((n * power) / d, decimals);
  }
  return `${n}/${d}`;
}

function parseValue(text: string): Fraction | undefined {
  const [, n, d] = /^(-?\d+)\/(\d+)$/.exec(text) ?? [];
  return n !== undefined && d !== undefined && BigInt(d) > 0n ? { n: BigInt(n), d: BigInt(d) } : parseDecimal(text);
}

function hashOf(rows: readonly string[]): string {
  return createHash('sha256').update(rows.join('\n')).digest('hex');
}

/** Why a snapshot can't be used: no snapshot at all, a line that is none, or rows that are not those that were written. */
export type BadSnapshot = { readonly line: number; readonly reason: 'form' | 'row' | 'changed' };

/** Reads what `snapshotText` wrote. */
export function parseSnapshot(text: string, cellsOf: (line: string) => readonly string[] | undefined): Snapshot | BadSnapshot {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const start = lines.indexOf(COLUMNS.join(','));
  if (lines[0] !== MARK || start < 0) return { line: 1, reason: 'form' };
  const head = lines.slice(0, start);
  const sources = sourcesOf(head);
  const owned = new Map(sources.map(({ id, hasOwner }) => [id, hasOwner]));
  const facts: Fact[] = [];
  for (let at = start + 1; at < lines.length; at++) {
    const fact = factOf(cellsOf(lines[at] ?? '') ?? [], owned);
    if (!fact) return { line: at + 1, reason: 'row' };
    facts.push(fact);
  }
  const hash = hashOf(lines.slice(start + 1));
  const told = head.at(-1)?.replace('# hash: ', '');
  return told === hash ? { sources, facts, hash } : { line: start, reason: 'changed' };
}

function factOf(cells: readonly string[], owned: ReadonlyMap<Id, boolean>): Fact | undefined {
  const [source = '', dayText = '', metric = '', segment, product, channel, owner, number = '', rows = ''] = cells;
  const [day, value, ownerBound] = [parseDay(dayText) as Day | undefined, parseValue(number), owned.get(source)];
  if (cells.length !== COLUMNS.length || !day || !value || ownerBound === undefined || !/^\d+$/.test(rows)) return undefined;
  const places = { segment: segment || undefined, product: product || undefined, channel: channel || undefined, owner: owner || undefined };
  return { source, metric, day, value, rows: Number(rows), ...places, ownerBound };
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

function sourcesOf(head: readonly string[]): readonly SnapshotSource[] {
  const sources: Writable<SnapshotSource>[] = [];
  for (const [index, line] of head.entries()) {
    const [, indent, key = '', value = ''] = /^#( {1,3})(\w+): (.*)$/.exec(line) ?? [];
    if (indent === ' ' && key === 'source') sources.push(emptySource(value));
    const last = sources.at(-1);
    if (last && indent === '   ') readLine(last, key, value, index + 1);
  }
  return sources;
}

function emptySource(id: Id): Writable<SnapshotSource> {
  const none: Tally = { rows: 0, amount: { n: 0n, d: 1n } };
  const reconciliation = {
    source: id,
    read: none,
    used: none,
    excluded: none,
    rejected: none,
    unassigned: none,
    outside: none,
    excludedAs: new Map(),
    latest: undefined,
  };
  return { id, from: '', time: '', by: 'day', hasOwner: false, reconciliation, folded: [], unbound: [], findings: [], definition: '' };
}

function readLine(source: Writable<SnapshotSource>, key: string, value: string, line: number): void {
  const kind = RECONCILED.find((each) => each === key);
  if (kind) source.reconciliation = { ...source.reconciliation, [kind]: tallyOf(value) };
  const exclusion = EXCLUSIONS.find((each) => each === key);
  if (exclusion) {
    const excludedAs = new Map(source.reconciliation.excludedAs).set(exclusion, tallyOf(value));
    source.reconciliation = { ...source.reconciliation, excludedAs };
  }
  if (key === 'from' || key === 'by' || key === 'definition') source[key] = value;
  if (key === 'time') source.time = value.replace(/ UTC$/, '');
  if (key === 'owner') source.hasOwner = value === 'column';
  if (key === 'unbound') source.unbound = [...source.unbound, String(json(value))];
  if (key === 'folded') source.folded = [...source.folded, matchOf(source.id, json(value))];
  if (key === 'finding') source.findings = [...source.findings, findingOf(value, line)];
}

function tallyOf(value: string): Tally {
  const [rows = '', amount = ''] = value.split(' rows, ');
  return { rows: Number(rows), amount: parseValue(amount) ?? { n: 0n, d: 1n } };
}

function matchOf(source: Id, value: unknown): LabelMatch {
  const [field, label, id, rows] = Array.isArray(value) ? value : [];
  return { source, field: String(field), label: String(label), id: String(id), rows: Number(rows) };
}

function findingOf(value: string, line: number): SnapshotFinding {
  const at = value.indexOf(' ');
  return { rule: value.slice(0, at), args: json(value.slice(at + 1)) as Args, line };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
