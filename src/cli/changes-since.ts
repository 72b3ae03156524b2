import type { Finding, Suppressed } from '../model/finding.ts';
import type { Language } from '../model/language.ts';
import { checkText } from '../text/check-text.ts';
import type { Printable, Review, reviewPlan } from './check-plan.ts';
import type { Call } from './command.ts';
import type { Context, Folder } from './context.ts';
import { CliError } from './exit.ts';
import { findPlan, type PlanLocation } from './find-plan.ts';
import { steadyEntity } from './known-findings.ts';
import { spokenLanguage } from './open-plan.ts';

/** Given by the caller, so that the rules are not loaded twice. */
type ReviewPlan = typeof reviewPlan;

/** Reviews a plan against its state at a revision: only what the change brought, with what it eased without saying why. */
export async function reviewSince(
  path: string | undefined,
  revision: string,
  review: ReviewPlan,
  call: Call,
  context: Context,
): Promise<Printable> {
  const language = spokenLanguage(call, context);
  const name = call.options.stdinFilename;
  const location = findPlan(path, context, language, typeof name === 'string' ? name : undefined);
  const old = await reviewBefore(location, await folderThen(location, revision, language, context), review, call, context);
  const now = await review(path, call, context, old?.opened.loaded.plan);
  if (!old) return now;
  const keys = new Set(old.findings.map((finding) => keyOf(finding, old, context)));
  const isOld = (finding: Finding) => keys.has(keyOf(finding, now, context));
  const hidden = now.findings.filter(isOld).map((finding): Suppressed => ({ finding, by: 'change', reason: undefined }));
  return {
    ...now,
    findings: now.findings.filter((finding) => !isOld(finding)),
    suppressed: [...(now.suppressed ?? []), ...hidden],
    notes: hidden.length > 0 ? [checkText[language].hiddenBySince(hidden.length, revision)] : [],
  };
}

async function folderThen({ folder }: PlanLocation, revision: string, language: Language, context: Context): Promise<Folder> {
  const then = await context.folderAt(folder, revision);
  if (typeof then !== 'string') return then;
  const text = checkText[language];
  throw new CliError(text.noRevision[then](revision), then === 'no-revision' ? text.noRevisionHint : undefined);
}

/** The plan as it was; undefined where there was none. */
async function reviewBefore(
  { folder, entry }: PlanLocation,
  then: Folder,
  review: ReviewPlan,
  call: Call,
  context: Context,
): Promise<Review | undefined> {
  if (then.files.kind(entry) !== 'file') return undefined;
  const path = context.resolve(folder, entry);
  const world: Context = { ...context, folder: async () => then, isFile: (file) => file === path || context.isFile(file) };
  return review(path, call, world);
}

function keyOf(finding: Finding, { opened }: Review, context: Context): string {
  return JSON.stringify([finding.rule, steadyEntity(finding, opened, context)]);
}
