import type { Fact } from '../model/fact.ts';
import type { Problem } from '../model/finding.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Connection, Source } from '../model/source.ts';
import { definitionOf } from './definition.ts';
import { contentDigest } from './digest.ts';
import type { WarehouseError, WarehouseReason } from './engines/warehouse-error.ts';
import type { ActualsSettings } from './index.ts';
import type { Reading } from './read-source.ts';
import { type Live, readTable } from './read-table.ts';
import type { SnapshotSource } from './snapshot.ts';

/** What the databases say now. */
export interface ReadLive {
  readonly sources: readonly SnapshotSource[];
  readonly facts: readonly Fact[];
  readonly problems: readonly Problem[];
  /** The first database that gave no answer: then nothing of all this may be used. */
  readonly failure: { readonly source: Id; readonly reason: WarehouseReason; readonly detail: string } | undefined;
}

/** Asks the databases of a plan's sources: the one place where the network is touched. Reports: data/*. */
export async function readLive(
  plan: Plan,
  settings: ActualsSettings,
  sources: readonly (Source & { readonly connect: Connection })[],
  live: (source: Source & { readonly connect: Connection }) => Live,
): Promise<ReadLive> {
  const problems: Problem[] = [];
  const facts: Fact[] = [];
  const read: SnapshotSource[] = [];
  for (const source of sources) {
    const own: Problem[] = [];
    const reading: Reading = {
      ...settings,
      plan,
      clock: { today: settings.today, lastSaleDay: settings.today, asOf: settings.today },
      newDigest: contentDigest,
      rollUp: () => Promise.reject(new Error('files only')),
      countApart: () => Promise.reject(new Error('files only')),
      parquetColumns: () => Promise.reject(new Error('files only')),
      textOf: (file) => Promise.resolve(file),
      tell: (problem) => own.push(problem),
    };
    const table = await readTable(source, source.connect, reading, live(source));
    problems.push(...own);
    if (table.is === 'failed') return { sources: read, facts, problems, failure: failureOf(source.id, table.failure) };
    if (table.is === 'refused') continue;
    facts.push(...table.facts);
    const { time, hasOwner, reconciliation, folded, unbound } = table;
    read.push({
      id: source.id,
      from: `${source.connect.engine} ${source.connect.table}`,
      time,
      by: source.connect.by,
      hasOwner,
      reconciliation,
      folded,
      unbound,
      findings: own.map(({ rule, args }) => ({ rule, args, line: 0 })),
      definition: definitionOf(source, plan),
    });
  }
  return { sources: read, facts, problems, failure: undefined };
}

function failureOf(source: Id, { reason, detail }: WarehouseError): NonNullable<ReadLive['failure']> {
  return { source, reason, detail };
}
