import { createHash } from 'node:crypto';
import type { Actuals, Fact } from '../model/fact.ts';
import type { DataFiles } from '../model/files.ts';
import type { Problem } from '../model/finding.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import type { Engine } from './engines/engine.ts';
import { openEngine } from './engines/index.ts';
import { rollUpSmall } from './engines/small.ts';
import { type ReadSnapshot, readFromSnapshot, snapshotReader } from './read-snapshot.ts';
import { type Reading, type ReadSource, readSource } from './read-source.ts';

export interface ActualsSettings {
  readonly files: DataFiles;
  /** What a file of the plan's folder is called in findings. */
  readonly display: (path: string) => string;
  readonly mayLeaveFolder: boolean;
  /** A folder for what does not fit into memory. */
  readonly temporaryFolder: () => string;
}

/** Reads all sources of a plan's actuals. Never throws for what is in them: problems say what, where and why. Reports: data/*. */
export async function readActuals(
  plan: Plan,
  settings: ActualsSettings,
): Promise<{ readonly actuals: Actuals; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  let engine: Promise<Engine> | undefined;
  const opened = (): Promise<Engine> => {
    engine ??= openEngine('duckdb', settings.temporaryFolder);
    return engine;
  };
  const reading: Reading = {
    ...settings,
    plan,
    rollUp: async (question) => rollUpSmall(question, settings.files.chunks) ?? (await opened()).rollUp(question),
    tell: (problem) => void problems.push(problem),
  };
  const snapshot = snapshotReader(reading);
  const read = [];
  for (const source of plan.actuals.values()) {
    const one = await readOne(source, reading, snapshot);
    if (one) read.push({ source: source.id, ...one });
  }
  (await engine)?.close();
  const facts = read.flatMap((each) => each.facts);
  const actuals: Actuals = {
    facts,
    reconciliations: read.map((each) => each.reconciliation),
    folded: read.flatMap((each) => each.folded),
    unboundColumns: read.map(({ source, unbound }) => ({ source, columns: unbound })),
    hash: hashOf(read.flatMap((each) => each.hashes)),
    latest: latestOf(facts),
  };
  return { actuals, problems };
}

const DELIMITED = /\.(csv|tsv|txt|psv|tab)$/i;

/** Databases are reached by `sync` only: here, what it wrote of them is read. */
async function readOne(source: Source, reading: Reading, snapshot: ReadSnapshot): Promise<ReadSource | undefined> {
  if (source.connect) return readFromSnapshot(source, source.connect, await snapshot(), reading);
  return canRead(source, reading) ? readSource(source, reading) : undefined;
}

/** Other kinds of files have no reader yet. Reports: data/unreadable-file. */
function canRead(source: Source, { tell }: Reading): boolean {
  const others = source.from.filter((path) => !DELIMITED.test(path));
  if (others.length > 0) {
    tell({
      rule: 'data/unreadable-file',
      spot: { in: 'plan', path: [...source.path, 'from'], at: 'value' },
      args: { file: others[0] ?? source.id, reason: 'format' },
    });
    return false;
  }
  return source.from.length > 0;
}

/** Of all files, whatever order they were read in. */
function hashOf(hashes: readonly string[]): string {
  return createHash('sha256')
    .update([...new Set(hashes)].sort().join('\n'))
    .digest('hex');
}

function latestOf(facts: readonly Fact[]): Actuals['latest'] {
  return facts.reduce<Actuals['latest']>((latest, { day }) => (latest === undefined || day > latest ? day : latest), undefined);
}
