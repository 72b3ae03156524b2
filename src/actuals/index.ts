import { addDays, type Day } from '../model/day.ts';
import type { Deals } from '../model/deal.ts';
import type { Actuals, Fact } from '../model/fact.ts';
import type { DataFiles } from '../model/files.ts';
import type { Problem } from '../model/finding.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import { checkinFacts } from './checkin-facts.ts';
import type { Digest } from './digest.ts';
import type { Engine } from './engines/engine.ts';
import { openEngine } from './engines/index.ts';
import { rollUpSmall } from './engines/small.ts';
import { measuredMetrics } from './needed.ts';
import type { PreparedFile } from './prepare.ts';
import { readDeals } from './read-deals.ts';
import { type Reading, type ReadSource, readSource } from './read-source.ts';
import { engineFile } from './roll-source.ts';
import type { Snapshot } from './snapshot.ts';

export interface ActualsSettings {
  readonly files: DataFiles;
  /** What a file of the plan's folder is called in findings. */
  readonly display: (path: string) => string;
  readonly mayLeaveFolder: boolean;
  /** A folder for what does not fit into memory. */
  readonly temporaryFolder: () => string;
  /** Which day it is where the plan is: deals can't have been won after it. */
  readonly today: Day;
  /** The day that the plan is looked at from. */
  readonly asOf: Day;
  /** How many days ahead orders may be entered before anything is said of them; none by default. */
  readonly daysAhead?: number;
  /** Read the deals of the pipeline too. */
  readonly withDeals?: boolean;
  /** Nobody is shown which data it was: their contents need no hash. */
  readonly isUnstamped?: boolean;
}

/** Reads all sources of a plan's actuals. Never throws for what is in them: problems say what, where and why. Reports: data/*. */
export async function readActuals(
  plan: Plan,
  settings: ActualsSettings,
): Promise<{ readonly actuals: Actuals; readonly deals: readonly Deals[] | undefined; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  let engine: Promise<Engine> | undefined;
  const opened = (): Promise<Engine> => {
    engine ??= openEngine('duckdb', settings.temporaryFolder);
    return engine;
  };
  const stamp = settings.isUnstamped ? undefined : await import('./digest.ts');
  const reading: Reading = {
    ...settings,
    plan,
    clock: { today: settings.today, lastSaleDay: addDays(settings.today, settings.daysAhead ?? 0), asOf: settings.asOf },
    newDigest: stamp?.contentDigest ?? numbers(),
    rollUp: async (question) =>
      (await rollUpSmall(question, settings.files.chunks)) ??
      (await import('./engines/plain.ts')).rollUpPlain(question, settings.files.scan) ??
      (await opened()).rollUp(question),
    countApart: async (question) => (await opened()).countApart?.(question),
    parquetColumns: async (absolute) => (await (await opened()).parquetColumns?.(absolute)) ?? [],
    textOf: async (file) => (file.isParquet ? textOfParquet(file, await opened(), settings.files) : file),
    tell: (problem) => void problems.push(problem),
  };
  let snapshot: (() => Promise<Snapshot | undefined>) | undefined;
  const read = [];
  for (const source of plan.actuals.values()) {
    if (source.connect) snapshot ??= (await import('./read-snapshot.ts')).snapshotReader(reading);
    const one = await readOne(source, reading, await snapshot?.());
    if (one) read.push({ source: source.id, ...one });
  }
  const deals = settings.withDeals && plan.pipeline.size > 0 ? await dealsOf(plan, reading) : undefined;
  (await engine)?.close();
  const counted = [...read.flatMap((each) => each.facts), ...(await countCustomers(read, plan))];
  const facts = [...counted, ...checkinFacts(plan, counted, settings.asOf)];
  const actuals: Actuals = {
    facts,
    reconciliations: read.map((each) => each.reconciliation),
    folded: read.flatMap((each) => each.folded),
    unboundColumns: read.map(({ source, unbound }) => ({ source, columns: unbound })),
    hash: stamp?.digestOfAll(read.flatMap((each) => each.hashes)) ?? '',
    latest: latestOf(facts),
  };
  return { actuals, deals, problems };
}

async function dealsOf(plan: Plan, reading: Reading): Promise<readonly Deals[]> {
  const deals: Deals[] = [];
  for (const source of plan.pipeline.values()) if (!source.connect) deals.push(...(await readDeals(source, reading)));
  return deals;
}

async function countCustomers(read: readonly ReadSource[], plan: Plan): Promise<readonly Fact[]> {
  const purchases = read.flatMap((each) => each.purchases);
  return purchases.length === 0 ? [] : (await import('./customer-facts.ts')).customerFacts(purchases, measuredMetrics(plan));
}

/** Databases are reached by `sync` only: here, what it wrote of them is read. */
async function readOne(source: Source, reading: Reading, snapshot: Snapshot | undefined): Promise<ReadSource | undefined> {
  if (source.connect) return (await import('./read-snapshot.ts')).readFromSnapshot(source, source.connect, snapshot, reading);
  return source.from.length > 0 ? readSource(source, reading) : undefined;
}

/** Row n stands on line n + 1 of the text, below its header. */
async function textOfParquet(file: PreparedFile, engine: Engine, files: DataFiles): Promise<PreparedFile> {
  const absolute = files.writeTemporary(`${file.hash.slice(0, 16)}.rows.csv`, []);
  await engine.writeText?.(engineFile(file), absolute);
  const { isParquet: _, ...text } = file;
  return { ...text, absolute, origin: { lineOf: (line) => line - 1, hasCells: false } };
}

/** Files told apart by number: enough for the names of what is made of them. */
function numbers(): () => Digest {
  let count = 0;
  return () => {
    const text = String(++count).padStart(16, '0');
    return { add: () => undefined, text: () => text };
  };
}

function latestOf(facts: readonly Fact[]): Actuals['latest'] {
  return facts.reduce<Actuals['latest']>((latest, { day }) => (latest === undefined || day > latest ? day : latest), undefined);
}
