import { type ReadLive, readLive } from '../actuals/read-live.ts';
import { snapshotOf } from '../actuals/read-snapshot.ts';
import type { Live } from '../actuals/read-table.ts';
import { SNAPSHOT_FILE, type Snapshot, type SnapshotSource, snapshotText } from '../actuals/snapshot.ts';
import { type SnapshotChange, snapshotChanges } from '../analyses/index.ts';
import { formatsFor } from '../formats/index.ts';
import { bucketsOf } from '../model/buckets.ts';
import { addDays, addMonthsTo, type Day, day, earlierDay, laterDay } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import type { Plan } from '../model/plan.ts';
import type { Connection, Source } from '../model/source.ts';
import { holds, type Span } from '../model/span.ts';
import { syncReport } from '../reports/sync-report.ts';
import { syncText } from '../text/sync-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { dataFilesOf } from './data-files.ts';
import { type Decomposed, decomposeUnread } from './decompose-plan.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import { readOperands } from './find-plan.ts';
import { type OpenedPlan, openPlan, spokenLanguage } from './open-plan.ts';
import { chooseFormat } from './output.ts';
import { printReport } from './print-report.ts';
import { isSound, soundFindings } from './sound-plan.ts';

type TableSource = Source & { readonly connect: Connection };

/** `salesplan sync`: asks the plan's databases and writes what they say beside the plan. The one command that uses the network. */
export async function runSync(call: Call, context: Context): Promise<ExitCode> {
  const spoken = spokenLanguage(call, context);
  const format = chooseFormat(call.settings.format, formatsFor('sync'), spoken);
  const operands = readOperands(call.operands, context, spoken);
  const opened = await openPlan(operands.plan, call, context);
  const { plan } = opened.loaded;
  const decomposed = await decomposeUnread(opened);
  if (!(await isSound(opened, decomposed, 'sync', call, context)) || !plan) return EXIT.findings;
  const tables = tablesOf(plan, operands.goal, opened);
  const before = await snapshotBefore(opened);
  const read = await askTables(plan, tables, opened, context, before !== undefined);
  return write({ plan, opened, read, before, decomposed, format }, call, context);
}

/** The sources that lie in a database: the one named, else all. */
function tablesOf(plan: Plan, id: string | undefined, { language }: OpenedPlan): readonly TableSource[] {
  const text = syncText[language];
  const tables = [...plan.actuals.values()].filter((source): source is TableSource => source.connect !== undefined);
  if (tables.length === 0) throw new CliError(text.nothing, text.nothingHint);
  const chosen = id === undefined ? tables : tables.filter((source) => source.id === id);
  if (chosen.length === 0) throw new CliError(text.unknownSource(id ?? ''), text.sources(tables.map((source) => source.id)));
  const nameless = chosen.find(({ connect }) => connect.table === '');
  if (nameless) throw new CliError(text.noTable(nameless.id), text.noTableHint);
  return chosen;
}

async function askTables(
  plan: Plan,
  tables: readonly TableSource[],
  opened: OpenedPlan,
  context: Context,
  isOld: boolean,
): Promise<ReadLive> {
  const { folder, displayOf, mayLeaveFolder, language } = opened;
  let made: string | undefined;
  const temporaryFolder = () => (made ??= context.temporaryFolder());
  const settings = {
    files: dataFilesOf(folder, temporaryFolder),
    display: displayOf,
    mayLeaveFolder,
    temporaryFolder,
    today: context.today(plan.timezone),
    asOf: context.today(plan.timezone),
  };
  const signal = context.interrupted();
  const lives = new Map(tables.map((source) => [source.id, liveOf(source, plan, opened, context, signal)]));
  const read = await readLive(plan, settings, tables, ({ id }) => lives.get(id) ?? { access: [], endsIn: undefined });
  if (!read.failure) return read;
  const { source, reason, detail } = read.failure;
  const text = syncText[language];
  throw new CliError(text.failed(source, reason), text.failedHint(reason, detail, isOld), EXIT.failure);
}

/** Addresses come from the environment, and go nowhere but to the engine. */
function liveOf({ id, connect }: TableSource, plan: Plan, { language, asOf }: OpenedPlan, context: Context, signal: AbortSignal): Live {
  const text = syncText[language];
  const access = connect.urlVariables.map((variable) => {
    const url = context.env[variable];
    if (!url) throw new CliError(text.noVariable(id, variable), text.noVariableHint(variable, EXAMPLES[connect.engine]));
    return { url, timezone: plan.timezone, timeoutSeconds: connect.timeoutSeconds, signal };
  });
  return { access, endsIn: endsIn(connect, plan, asOf()) };
}

const EXAMPLES: Readonly<Record<Connection['engine'], string>> = {
  postgres: 'postgres://user:password@host:5432/database',
  clickhouse: 'http://user:password@host:8123/database',
  trino: 'https://user:password@host:8443/catalog/schema',
  duckdb: 'sales.duckdb',
};

/** Periods of the plan's calendar; today ends one too, so that what is dated later does not count before its time, and so does the day before a rate changes. */
function endsIn({ by }: Connection, { calendar, period, rates }: Plan, today: Day): Live['endsIn'] {
  if (by === 'day') return undefined;
  const changes = [...rates.values()].flatMap((each) => [...each.keys()].map((from) => addDays(from, -1)));
  return (span: Span) => {
    const start = laterDay(span.start, addMonthsTo(period.start, -120));
    const end = earlierDay(span.end, addMonthsTo(period.end, 120));
    const ends = start > end ? [] : bucketsOf(calendar, by, { start, end }).map((bucket) => bucket.span.end);
    return [...new Set([...ends, span.end, ...[today, ...changes].filter((each) => holds(span, each))])].sort();
  };
}

async function snapshotBefore({ folder }: OpenedPlan): Promise<Snapshot | undefined> {
  const found = folder.files.read(SNAPSHOT_FILE);
  if (found.is !== 'bytes') return undefined;
  const snapshot = await snapshotOf(new TextDecoder().decode(found.bytes));
  return 'sources' in snapshot ? snapshot : undefined;
}

interface Synced {
  readonly plan: Plan;
  readonly opened: OpenedPlan;
  readonly read: ReadLive;
  readonly before: Snapshot | undefined;
  readonly decomposed: Decomposed;
  readonly format: string;
}

/** Writes the whole snapshot or nothing: not where a finding is an error, and not on a dry run. */
async function write({ plan, opened, read, before, decomposed, format }: Synced, call: Call, context: Context): Promise<ExitCode> {
  const all = { ...decomposed, problems: [...decomposed.problems, ...read.problems] };
  const findings = await soundFindings(opened, all, 'sync', call, context, (rule) => rule.startsWith('data/'));
  if (!findings) return EXIT.findings;
  const isRead = new Set(read.sources.map(({ id }) => id));
  const isKept = (id: string) => !isRead.has(id) && plan.actuals.get(id)?.connect !== undefined;
  const sources = [...(before?.sources ?? []).filter(({ id }) => isKept(id)), ...read.sources].sort((a, b) => (a.id < b.id ? -1 : 1));
  const facts = [...(before?.facts ?? []).filter(({ source }) => isKept(source)), ...read.facts];
  const path = context.resolve(opened.folder.path, SNAPSHOT_FILE);
  const isDry = call.options.dryRun === true;
  if (!isDry) context.writeFile(path, snapshotText(sources, facts));
  const report = syncReport({
    plan,
    display: opened.display,
    file: opened.displayOf(SNAPSHOT_FILE),
    sources: read.sources,
    rows: countChanges(before?.facts ?? [], facts),
    changes: before && changesSince(before, read, plan),
    findings: findings.filter(({ rule }) => rule.startsWith('data/')),
    isDry,
    language: opened.language,
  });
  await printReport(report, format, opened.language, call, context);
  return EXIT.ok;
}

/** Of each source that was there before, by the day of its own last snapshot. */
function changesSince(before: Snapshot, { sources, facts }: ReadLive, plan: Plan): readonly SnapshotChange[] {
  const of = (all: readonly Fact[], { id }: SnapshotSource) => all.filter(({ source }) => source === id);
  return sources.flatMap((source) => {
    const last = before.sources.find(({ id }) => id === source.id);
    return last ? snapshotChanges(of(before.facts, source), of(facts, source), plan, day(last.time.slice(0, 10))) : [];
  });
}

function countChanges(before: readonly Fact[], after: readonly Fact[]) {
  const known = new Map(before.map((fact) => [placeOf(fact), fact]));
  let [added, changed] = [0, 0];
  for (const fact of after) {
    const was = known.get(placeOf(fact));
    if (!was) added++;
    else if (was.rows !== fact.rows || was.value.n * fact.value.d !== fact.value.n * was.value.d) changed++;
    known.delete(placeOf(fact));
  }
  return { total: after.length, added, changed, removed: known.size };
}

function placeOf({ source, day: on, metric, segment, product, channel, owner }: Fact): string {
  return JSON.stringify([source, on, metric, segment, product, channel, owner]);
}
