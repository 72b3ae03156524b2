import { parse } from 'csv-parse/sync';
import type { Day } from '../model/day.ts';
import type { LabelMatch } from '../model/fact.ts';
import type { Args, Problem } from '../model/finding.ts';
import type { Connection, Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { type Binding, bindColumns } from './bind.ts';
import { type CustomerSteps, countTable, noSteps, type Repeated, repeatedRecords, stepFacts } from './count-table.ts';
import { openWarehouse } from './engines/index.ts';
import type { Access, Warehouse } from './engines/warehouse.ts';
import { isWarehouseError, WarehouseError } from './engines/warehouse-error.ts';
import { factStoreOf } from './fact-store.ts';
import { prepareJoins } from './file-sets.ts';
import { type JoinedRows, joinedRows, type Row } from './joined-rows.ts';
import { measuredMetrics, needsCosts } from './needed.ts';
import type { PreparedFile } from './prepare.ts';
import type { Reading, ReadSource } from './read-source.ts';
import { rollTable, type TableQuestion } from './roll-table.ts';
import type { AskedTable } from './table-sql.ts';
import { type RowComplaint, type Takers, takeRows } from './take-rows.ts';
import { counterOf } from './tally.ts';

/** What reading a table needs beside what files need. */
export interface Live {
  /** The databases that have the table, or parts of it. */
  readonly access: readonly Access[];
  /** The last days of the periods of a span. */
  readonly endsIn: ((span: Span) => readonly Day[]) | undefined;
}

export interface ReadTable extends ReadSource {
  readonly is: 'table';
  /** The earliest moment that the databases answered from, in UTC. */
  readonly time: string;
  readonly hasOwner: boolean;
}

/** Why a table could not be read: a database gave no answer, or problems were told. */
export type UnreadTable = { readonly is: 'failed'; readonly failure: WarehouseError } | { readonly is: 'refused' };

/** Reads one table from all databases that it lies in: all of them answer, or nothing counts. Reports: data/*. */
export async function readTable(source: Source, connect: Connection, reading: Reading, live: Live): Promise<ReadTable | UnreadTable> {
  const files = await prepareJoins(source, reading);
  if (!files) return { is: 'refused' };
  const takers: Takers = { counter: counterOf(source.id), store: factStoreOf(source.id, reading.plan), folded: new Map() };
  const steps = noSteps();
  const answers = await Promise.allSettled(
    live.access.map((access) => askOne(source, connect, files, reading, access, live, takers, steps)),
  );
  for (const answer of answers) {
    if (answer.status === 'fulfilled') continue;
    if (isWarehouseError(answer.reason)) return { is: 'failed', failure: answer.reason };
    throw answer.reason;
  }
  const whole = answers.flatMap((answer) => (answer.status === 'fulfilled' ? (answer.value ?? []) : []));
  if (whole.length < answers.length) return { is: 'refused' };
  tellOnce(
    whole.flatMap(({ complaints }) => complaints),
    source,
    reading,
  );
  for (const { repeated } of whole) {
    if (repeated)
      reading.tell({
        rule: 'data/duplicate-order',
        spot: tableOf(source),
        args: { label: repeated.key, records: repeated.records, rows: repeated.rows },
      });
  }
  return {
    is: 'table',
    facts: [...takers.store.facts(), ...stepFacts(steps, measuredMetrics(reading.plan), live.endsIn)],
    purchases: [],
    reconciliation: takers.counter.reconciliation(),
    folded: [...takers.folded.values()].sort((a, b) => compareMatches(a, b)),
    unbound: whole[0]?.binding.unbound ?? [],
    hashes: [],
    time: whole.map(({ time }) => time).sort()[0] ?? '',
    hasOwner: whole.some(({ binding }) => binding.fields.has('owner')),
  };
}

interface Answer {
  readonly binding: Binding;
  readonly time: string;
  readonly complaints: readonly RowComplaint[];
  readonly repeated: Repeated | undefined;
}

async function askOne(
  source: Source,
  connect: Connection,
  files: readonly PreparedFile[],
  reading: Reading,
  access: Access,
  live: Live,
  takers: Takers,
  steps: CustomerSteps,
): Promise<Answer | undefined> {
  const warehouse = await openWarehouse(connect.engine, access);
  try {
    const asked = await askedTable(connect, warehouse, access);
    const binding = boundTo(asked, source, files, reading);
    if (!binding) return undefined;
    const joined = files.map((file, index) => joinedRows(rowsOf(file, reading), binding.joins[index]?.right ?? 0));
    tellRepeated(joined, source, reading);
    const [[time] = []] = await warehouse.query({ text: `SELECT ${warehouse.dialect.now}`, values: [] });
    const metrics = measuredMetrics(reading.plan);
    const question: TableQuestion = { source, plan: reading.plan, metrics, asked, binding, joined, endsIn: live.endsIn };
    const { rows, excluded, answered } = await rollTable(question, warehouse);
    await countTable(question, answered, reading.clock, warehouse, takers.store, steps);
    const repeated = await repeatedRecords(question, answered, warehouse);
    for (const [kind, tally] of excluded) takers.counter.add(kind, tally.rows, tally.amount);
    return {
      binding,
      time: time ?? '',
      repeated,
      complaints: takeRows({ once: rows, repeated: [] }, source, binding, reading.plan, takers, reading.clock),
    };
  } finally {
    await warehouse.close();
  }
}

async function askedTable({ table }: Connection, warehouse: Warehouse, { timezone }: Access): Promise<AskedTable> {
  const parts = table.split('.');
  return { table: parts, columns: await warehouse.columnsOf(parts), dialect: warehouse.dialect, timezone };
}

/** Reports: data/missing-column. Throws WarehouseError for an amount that is kept as text: it has no sum. */
function boundTo(
  { columns, table }: AskedTable,
  source: Source,
  files: readonly PreparedFile[],
  { plan, tell }: Reading,
): Binding | undefined {
  const binding = bindColumns(source, plan, { path: table.join('.'), columns: columns.map(({ name }) => name) }, files, tell);
  const costs = needsCosts(measuredMetrics(plan)) ? (['cost', 'profit'] as const) : [];
  for (const field of ['amount', 'value', 'quantity', ...costs] as const) {
    const ref = binding?.fields.get(field);
    const column = ref && columns[ref.column];
    if (ref && (ref.table > 0 || (column?.kind !== 'exact' && column?.kind !== 'float')))
      throw new WarehouseError('no-number', column?.name ?? field);
  }
  return binding;
}

function rowsOf(file: PreparedFile, { files }: Reading): readonly Row[] {
  const text = new TextDecoder().decode(Buffer.concat([...files.chunks(file.absolute)]));
  const records: string[][] = parse(text, {
    bom: true,
    delimiter: file.delimiter,
    fromLine: 1,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
  });
  return records.slice(1).map((cells) => cells.map((cell) => (cell === '' ? null : cell)));
}

function tellRepeated(joined: readonly JoinedRows[], source: Source, { tell }: Reading): void {
  for (const [
    index,
    {
      repeated: [key],
    },
  ] of joined.entries()) {
    if (key === undefined) continue;
    const spot: Problem['spot'] = { in: 'plan', path: [...source.path, 'join', index, 'file'], at: 'value' };
    tell({ rule: 'data/duplicate-join-key', spot, args: { file: source.joins[index]?.file, key } });
  }
}

/**
 * Rows of a table have no line: each thing that is to be told is told once, with its number of rows, at the table's name; of
 * days to come the last. Sorted, because a database gives its groups in any order.
 */
function tellOnce(complaints: readonly RowComplaint[], source: Source, { tell }: Reading): void {
  const once = new Map<string, { readonly rule: string; readonly args: Args; readonly rows: number }>();
  for (const { complaint, rows } of complaints) {
    const { rule, args } = complaint;
    const key = rule === 'data/future-date' ? rule : JSON.stringify([rule, args]);
    const before = once.get(key);
    const isLater = before === undefined || String(args.day ?? '') > String(before.args.day ?? '');
    once.set(key, { rule, args: isLater ? args : before.args, rows: (before?.rows ?? 0) + rows.count });
  }
  const spot = tableOf(source);
  for (const key of [...once.keys()].sort()) {
    const found = once.get(key);
    if (found) tell({ rule: found.rule, spot, args: { ...found.args, rows: found.rows } });
  }
}

function tableOf(source: Source): Problem['spot'] {
  return { in: 'plan', path: [...source.path, 'table'], at: 'value' };
}

function compareMatches(a: LabelMatch, b: LabelMatch): number {
  const [left, right] = [`${a.field}\n${a.label}`, `${b.field}\n${b.label}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
