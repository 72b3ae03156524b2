import { findingsFormats } from '../formats/findings/index.ts';
import { type Finding, SEVERITIES, type Severity } from '../model/finding.ts';
import type { Language } from '../model/language.ts';
import { checkText } from '../text/check-text.ts';
import { cliText } from '../text/cli-text.ts';
import { type Printable, printed, type Review, reviewPlan } from './check-plan.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { CliError, EXIT, type ExitCode, isCliError } from './exit.ts';
import type { Known } from './known-findings.ts';
import type { MendWishes } from './mend-plan.ts';
import { spokenLanguage } from './open-plan.ts';
import { chooseFormat, deliver } from './output.ts';
import { planPaths } from './plan-paths.ts';
import { tellCliError } from './tell-error.ts';

/** `salesplan check`: all findings of the plans named; the exit status says whether one is at its plan's fail level. */
export async function runCheck(given: Call, context: Context): Promise<ExitCode> {
  const call = given.options.stdin === true ? { ...given, operands: ['-'] } : given;
  const wishes = wishesOf(call, context);
  if (call.options.watch !== true) return (await checkOnce(wishes, call, context)).exit;
  const { watchRounds } = await import('./watch-plans.ts');
  return watchRounds(async () => foldersOf((await checkOnce(wishes, call, context)).reviews, context), call, context);
}

interface Wishes {
  readonly format: string;
  readonly mostWarnings: number | undefined;
}

/** What the command line asks for; a mistake in it is told before anything is read. */
function wishesOf(call: Call, context: Context): Wishes {
  const language = spokenLanguage(call, context);
  const format = chooseFormat(call.settings.format, Object.keys(findingsFormats), language);
  requireSense(call, language);
  return { format, mostWarnings: countOption(call, 'maxWarnings', language) };
}

interface Outcome {
  readonly exit: ExitCode;
  readonly reviews: readonly Review[];
}

async function checkOnce({ format, mostWarnings }: Wishes, call: Call, context: Context): Promise<Outcome> {
  const world = readingOnce(context);
  const { reviews, isAnyUnreadable } = await reviewAll(await planPaths(call.operands, world, spokenLanguage(call, context)), call, world);
  const shown = await worked(reviews, call, world);
  await show(shown, format, call, context);
  if (isAnyUnreadable) return { exit: EXIT.misuse, reviews: shown };
  return { exit: isFailed(shown, mostWarnings, call) ? EXIT.findings : EXIT.ok, reviews: shown };
}

/** The folders of all files that the plans are made of. */
function foldersOf(reviews: readonly Review[], context: Context): readonly string[] {
  const folders = reviews.flatMap(({ opened }) => {
    const files = [opened.location.entry, ...opened.loaded.files.map((file) => file.path)];
    return files.map((file) => context.resolve(opened.folder.path, file, '..'));
  });
  return [...new Set(folders)];
}

interface Reviewed {
  readonly reviews: readonly Printable[];
  readonly isAnyUnreadable: boolean;
}

/** One plan that can't be read does not keep the others from being checked. */
async function reviewAll(paths: readonly (string | undefined)[], call: Call, context: Context): Promise<Reviewed> {
  if (paths.length === 1) return { reviews: [await reviewOne(paths[0], call, context)], isAnyUnreadable: false };
  const reviews: Printable[] = [];
  let isAnyUnreadable = false;
  for (const path of paths) {
    try {
      reviews.push(await reviewOne(path, call, context));
    } catch (error) {
      if (!isCliError(error) || error.code !== EXIT.misuse) throw error;
      tellCliError(error, context);
      isAnyUnreadable = true;
    }
  }
  return { reviews, isAnyUnreadable };
}

async function reviewOne(path: string | undefined, call: Call, context: Context): Promise<Printable> {
  const { since } = call.options;
  if (typeof since !== 'string') return reviewPlan(path, call, context);
  return (await import('./changes-since.ts')).reviewSince(path, since, reviewPlan, call, context);
}

/** The reviews after what the options ask for was done: mended, then held against the baseline. */
async function worked(reviews: readonly Printable[], call: Call, context: Context): Promise<readonly Printable[]> {
  const { baseline, writeBaseline } = call.options;
  const language = spokenLanguage(call, context);
  if (typeof baseline !== 'string' && typeof writeBaseline !== 'string') return mendAll(reviews, undefined, call, context);
  const { openKnown, withoutKnown, writeKnown } = await import('./known-findings.ts');
  const known = typeof baseline === 'string' ? await openKnown(baseline, language, context) : undefined;
  const mended = await mendAll(reviews, known, call, context);
  if (typeof writeBaseline !== 'string') return known ? withoutKnown(mended, known, language, context) : mended;
  await writeKnown(mended, writeBaseline, language, context);
  return withoutKnown(mended, await openKnown(writeBaseline, language, context), language, context);
}

async function mendAll(
  reviews: readonly Printable[],
  known: Known | undefined,
  call: Call,
  context: Context,
): Promise<readonly Printable[]> {
  if (call.options.fix !== true && call.options.fixDryRun !== true) return reviews;
  const { mendPlan } = await import('./mend-plan.ts');
  const isKnown: MendWishes['isKnown'] = (finding, opened) => known?.entryOf(finding, opened) !== undefined;
  const mended: Printable[] = [];
  for (const review of reviews) mended.push(await mendPlan(review, { call, context, isKnown, again: reviewOne }));
  return mended;
}

async function show(reviews: readonly Printable[], format: string, call: Call, context: Context): Promise<void> {
  const language = reviews.length === 1 && reviews[0] ? reviews[0].opened.language : spokenLanguage(call, context);
  deliver(await printed(format, reviews, language, call, context), call.settings, language, context);
  if (format === 'pretty' && context.env.GITHUB_ACTIONS) context.stderr.write(await printed('github', reviews, language, call, context));
}

function isFailed(reviews: readonly Review[], most: number | undefined, call: Call): boolean {
  const all = reviews.flatMap((review) => review.findings);
  const warnings = all.filter((finding) => finding.severity === 'warning').length;
  return reviews.some((review) => reachesLevel(review, call)) || (most !== undefined && warnings > most);
}

function reachesLevel({ opened, findings }: Review, call: Call): boolean {
  const ofPlan = (opened.loaded.input as { readonly checks?: { readonly fail_on?: unknown } } | undefined)?.checks?.fail_on;
  const level = levelOf(call.options.failOn, opened.language) ?? SEVERITIES.find((severity) => severity === ofPlan) ?? 'error';
  return findings.some((finding: Finding) => SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(level));
}

function levelOf(given: Call['options'][string], language: Language): Severity | undefined {
  const found = SEVERITIES.find((severity) => severity === given);
  if (given !== undefined && found === undefined)
    throw new CliError(cliText[language].unknownSeverity(String(given)), cliText[language].choose(SEVERITIES));
  return found;
}

/** Options that contradict each other, or that are no counts, are told before anything is read. */
function requireSense({ options, operands }: Call, language: Language): void {
  levelOf(options.failOn, language);
  const text = checkText[language];
  if (options.fix === true && options.fixDryRun === true)
    throw new CliError(text.notBoth('--fix', '--fix-dry-run'), cliText[language].seeHelp);
  if (options.watch === true) requireWatchable({ options, operands }, language);
  if (options.fix === true && operands.includes('-')) throw new CliError(text.noFixOfStdin, text.noFixOfStdinHint);
}

/** What a check writes itself would be a change to check again. */
function requireWatchable({ options, operands }: Pick<Call, 'options' | 'operands'>, language: Language): void {
  const other = [
    options.output !== undefined && '--output',
    options.writeBaseline !== undefined && '--write-baseline',
    operands.includes('-') && '-',
  ].find((name) => name !== false);
  if (other) throw new CliError(checkText[language].notBoth('--watch', other), cliText[language].seeHelp);
}

function countOption({ options }: Call, name: string, language: Language): number | undefined {
  const given = options[name];
  if (given === undefined) return undefined;
  if (!/^\d+$/.test(String(given))) throw new CliError(cliText[language].notACount(String(given)), cliText[language].seeHelp);
  return Number(given);
}

/** Standard input can be read once only, a plan may be opened more often. */
function readingOnce(context: Context): Context {
  let bytes: Uint8Array | undefined;
  const read = () => {
    bytes ??= context.stdin.read();
    return bytes;
  };
  // Asked for when it is needed: looking at standard input loads streams.
  const stdin = {
    get isTerminal() {
      return context.stdin.isTerminal;
    },
    read,
  };
  return { ...context, stdin };
}
