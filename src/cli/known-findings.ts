import { dirname, relative, sep } from 'node:path';
import { type BaselineEntry, printBaseline, readBaseline } from '../edit/baseline.ts';
import { daysBetween } from '../model/day.ts';
import type { Finding, Suppressed } from '../model/finding.ts';
import type { Language } from '../model/language.ts';
import { checkText } from '../text/check-text.ts';
import { cliText } from '../text/cli-text.ts';
import type { Printable } from './check-plan.ts';
import type { Context } from './context.ts';
import { CliError } from './exit.ts';
import type { OpenedPlan } from './open-plan.ts';

/** A baseline as a check uses it. */
export interface Known {
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
  entryOf(finding: Finding, opened: OpenedPlan): BaselineEntry | undefined;
}

/** Reads the baseline that `--baseline` names; a CliError where it is not there or can't be read. */
export async function openKnown(file: string, language: Language, context: Context): Promise<Known> {
  const entries = await readEntries(file, language, context);
  if (!entries) throw new CliError(checkText[language].noBaseline(file), checkText[language].noBaselineHint(file));
  const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
  return { file, entries, entryOf: (finding, opened) => byKey.get(keyOf(entryFor(finding, opened, file, context))) };
}

/** Takes out of the reviews what the baseline knows, and notes how much that was and how old. */
export function withoutKnown(reviews: readonly Printable[], known: Known, language: Language, context: Context): readonly Printable[] {
  const met = new Set<BaselineEntry>();
  let taken = 0;
  const left = reviews.map((review) => {
    const hidden: Suppressed[] = [];
    const kept = review.findings.filter((finding) => {
      const entry = known.entryOf(finding, review.opened);
      if (!entry) return true;
      met.add(entry);
      hidden.push({ finding, by: 'baseline', reason: entry.why });
      return false;
    });
    taken += hidden.length;
    return { ...review, findings: kept, suppressed: [...(review.suppressed ?? []), ...hidden] };
  });
  const plans = new Set(reviews.map((review) => planOf(review.opened, known.file, context)));
  const gone = known.entries.filter((entry) => plans.has(entry.plan) && !met.has(entry)).length;
  const text = checkText[language];
  return noted(left, [
    ...(taken > 0 ? [text.hiddenByBaseline(taken, oldestOf(met, reviews))] : []),
    ...(gone > 0 ? [text.goneFromBaseline(gone, known.file)] : []),
  ]);
}

/** Days since the oldest of some entries was written. */
function oldestOf(entries: ReadonlySet<BaselineEntry>, reviews: readonly Printable[]): number {
  const today = reviews[0]?.opened.asOf();
  return today === undefined ? 0 : Math.max(0, ...[...entries].map((entry) => daysBetween(entry.since, today)));
}

/** Writes all findings of the reviews as known; entries that stay keep their day and reason, those of other plans stay as they are. */
export async function writeKnown(reviews: readonly Printable[], file: string, language: Language, context: Context): Promise<void> {
  const before = (await readEntries(file, language, context)) ?? [];
  const known = new Map(before.map((entry) => [keyOf(entry), entry]));
  const plans = new Set(reviews.map((review) => planOf(review.opened, file, context)));
  const found = reviews.flatMap(({ opened, findings }) => findings.filter(isHideable).map((each) => entryFor(each, opened, file, context)));
  const now = new Map(found.map((entry) => [keyOf(entry), known.get(keyOf(entry)) ?? entry]));
  const others = before.filter((entry) => !plans.has(entry.plan));
  context.writeFile(context.resolve(file), printBaseline([...others, ...now.values()]));
  const fresh = [...now.keys()].filter((key) => !known.has(key)).length;
  const gone = before.filter((entry) => plans.has(entry.plan) && !now.has(keyOf(entry))).length;
  context.stderr.write(`${checkText[language].baselineWritten(file, now.size + others.length, fresh, gone)}\n`);
}

/** A file that can't be read hides everything else that is wrong with it. */
function isHideable({ rule }: Finding): boolean {
  return !rule.startsWith('syntax/');
}

function entryFor(finding: Finding, opened: OpenedPlan, file: string, context: Context): BaselineEntry {
  const { rule } = finding;
  return { rule, plan: planOf(opened, file, context), at: steadyEntity(finding, opened, context), since: opened.asOf(), why: undefined };
}

/** The entity with its file as the plan's folder has it, wherever the person stands. */
export function steadyEntity({ entity, place }: Finding, { folder }: OpenedPlan, context: Context): string {
  if (!entity.startsWith(`${place.file}#`)) return entity;
  return slashes(relative(folder.path, context.resolve(place.file))) + entity.slice(place.file.length);
}

function planOf({ folder, location }: OpenedPlan, file: string, context: Context): string {
  return slashes(relative(dirname(context.resolve(file)), context.resolve(folder.path, location.entry)));
}

function slashes(path: string): string {
  return path.split(sep).join('/');
}

function keyOf({ rule, plan, at }: BaselineEntry): string {
  return JSON.stringify([rule, plan, at]);
}

async function readEntries(file: string, language: Language, context: Context): Promise<readonly BaselineEntry[] | undefined> {
  const path = context.resolve(file);
  const read = (await context.folder(dirname(path))).files.read(path);
  if (read.is === 'missing') return undefined;
  if (read.is !== 'bytes') throw new CliError(cliText[language].cannotRead(file), cliText[language].cannotReadHint);
  const found = readBaseline(new TextDecoder().decode(read.bytes));
  if (found.is === 'bad') throw new CliError(checkText[language].badBaseline(file, found.line), checkText[language].badBaselineHint);
  return found.entries;
}

/** Notes go with the last review: they are printed at the end. */
function noted(reviews: readonly Printable[], notes: readonly string[]): readonly Printable[] {
  return reviews.map((review, index) =>
    index === reviews.length - 1 ? { ...review, notes: [...(review.notes ?? []), ...notes] } : review,
  );
}
