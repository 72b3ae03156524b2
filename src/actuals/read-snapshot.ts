import type { Day } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import type { Problem } from '../model/finding.ts';
import type { Connection, Source } from '../model/source.ts';
import { definitionOf } from './definition.ts';
import type { Reading, ReadSource } from './read-source.ts';
import { parseSnapshot, SNAPSHOT_FILE, type Snapshot } from './snapshot.ts';

/** What `sync` wrote of the databases; undefined where there is no file, or its use is refused with a problem. */
export type ReadSnapshot = () => Promise<Snapshot | undefined>;

/** Reads the snapshot beside the plan when the first source asks for it. Reports: data/bad-snapshot. */
export function snapshotReader({ files, display, tell }: Pick<Reading, 'files' | 'display' | 'tell'>): ReadSnapshot {
  let read: Promise<Snapshot | undefined> | undefined;
  return () => {
    read ??= readOnce();
    return read;
  };

  async function readOnce(): Promise<Snapshot | undefined> {
    const found = files.read(SNAPSHOT_FILE);
    if (found.is !== 'bytes') return undefined;
    const snapshot = await snapshotOf(new TextDecoder().decode(found.bytes));
    if ('sources' in snapshot) return snapshot;
    const { line, reason } = snapshot;
    tell({ rule: 'data/bad-snapshot', spot: lineOf(display(SNAPSHOT_FILE), line), args: { reason } });
    return { sources: [], facts: [], hash: '' };
  }
}

/** Rows with quotes are left to the parser, which is loaded for them only. */
export async function snapshotOf(text: string): Promise<ReturnType<typeof parseSnapshot>> {
  const quoted = text.includes('"') ? (await import('./quoted-header.ts')).quotedHeader : undefined;
  return parseSnapshot(text, (line) => (quoted && line.includes('"') ? quoted(line, ',') : line.split(',')));
}

/** A table's facts as they were when it was last asked. Reports: data/not-synced, data/stale-snapshot, and what was found then. */
export async function readFromSnapshot(
  source: Source,
  connect: Connection,
  snapshot: Snapshot | undefined,
  reading: Reading,
): Promise<ReadSource | undefined> {
  const at = { in: 'plan', path: [...source.path, 'connect'], at: 'key' } as const;
  const own = snapshot?.sources.find(({ id }) => id === source.id);
  if (!snapshot || !own) {
    if (snapshot?.hash !== '') reading.tell({ rule: 'data/not-synced', spot: at, args: { source: source.id, table: connect.table } });
    return undefined;
  }
  if (own.definition !== '' && own.definition !== definitionOf(source, reading.plan))
    reading.tell({ rule: 'data/stale-snapshot', spot: at, args: { source: source.id, time: own.time } });
  const file = reading.display(SNAPSHOT_FILE);
  const facts = snapshot.facts.filter((fact) => fact.source === source.id && reading.plan.metrics.has(fact.metric));
  for (const { rule, args, line } of own.findings) reading.tell({ rule, spot: lineOf(file, line), args });
  return {
    facts,
    purchases: [],
    reconciliation: { ...own.reconciliation, latest: latestOf(facts) },
    folded: own.folded,
    unbound: own.unbound,
    hashes: [`${SNAPSHOT_FILE} ${snapshot.hash}`],
  };
}

function lineOf(file: string, line: number): Problem['spot'] {
  return { in: 'text', place: { file, line, column: 1, endLine: line, endColumn: 1 } };
}

function latestOf(facts: readonly Fact[]): Day | undefined {
  return facts.reduce<Day | undefined>((latest, { day }) => (latest === undefined || day > latest ? day : latest), undefined);
}
