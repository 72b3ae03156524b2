import { colourLevel } from '../formats/colour-level.ts';
import type { CheckResult, FindingsEnvironment } from '../formats/findings/format.ts';
import { findingsFormats } from '../formats/findings/index.ts';
import type { Problem } from '../model/finding.ts';
import { type Finding, SEVERITIES, type Severity, type Suppressed } from '../model/finding.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import { type Checked, checkPlan, type Severities } from '../rules/check-plan.ts';
import { isRulePattern } from '../rules/settings.ts';
import { cliText } from '../text/cli-text.ts';
import { findingsText } from '../text/findings-text.ts';
import { decomposeForCheck, rulesWithoutData, type Unread } from './check-data.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { type Decomposed, decomposeUnread } from './decompose-plan.ts';
import { CliError } from './exit.ts';
import { withThresholds } from './moved-thresholds.ts';
import { type OpenedPlan, openPlan } from './open-plan.ts';
import { subgoalsFile } from './subgoals-name.ts';

const ORDER: readonly (Severity | 'off')[] = ['off', ...SEVERITIES.toReversed()];

/** A plan and what `check` found in it. */
export interface Review {
  readonly opened: OpenedPlan;
  readonly findings: readonly Finding[];
  /** Findings that are not told. */
  readonly suppressed?: readonly Suppressed[];
  /** Why its data were not looked at; undefined: they were, or it binds none. */
  readonly unread?: Unread | undefined;
  /** Rules that were silent for that, and those that saw less. */
  readonly blind?: { readonly none: readonly string[]; readonly less: readonly string[] };
}

/** Reads a plan and looks for everything that is wrong with it; `before` is the plan that it is held against. */
export async function reviewPlan(path: string | undefined, call: Call, context: Context, before?: Plan): Promise<Review> {
  return reviewOpened(await openPlan(path, call, context), call, context, before);
}

/** Without a world the data are not read, and nothing is said of that. */
export async function reviewOpened(read: OpenedPlan, call: Call, context?: Context, before?: Plan): Promise<Review> {
  const opened = withThresholds(read, call);
  const severities = severitiesOf(call, opened);
  const { unread, ...decomposed } = context
    ? await decomposeForCheck(opened, severities, call, context)
    : { ...(await decomposeUnread(opened)), unread: undefined };
  const problems = [...decomposed.problems, ...(await staleIn(opened, decomposed))];
  const { findings, waived } = await findingsOf(opened, { ...decomposed, problems }, severities, undefined, before);
  return { opened, findings, suppressed: waived, unread, blind: unread ? rulesWithoutData(severities, unread) : { none: [], less: [] } };
}

/** Subgoals that were written beside the plan are compared where there are any. */
export async function staleIn(opened: OpenedPlan, decomposed: Decomposed): Promise<readonly Problem[]> {
  if (!opened.loaded.plan || opened.folder.files.kind(subgoalsFile(opened)) !== 'file') return [];
  return (await import('./subgoals-file.ts')).staleSubgoals(opened, decomposed);
}

/** Findings of a plan and its trees, as `check` prints them. */
export function findingsOf(
  opened: OpenedPlan,
  decomposed: Decomposed,
  severities: Severities,
  isWanted?: (rule: string, severity: Severity) => boolean,
  before?: Plan,
): Promise<Checked> {
  const { loaded, language, asOf } = opened;
  return checkPlan({
    plan: loaded.plan,
    input: loaded.input,
    problems: [...loaded.problems, ...decomposed.problems],
    goals: decomposed.goals,
    before,
    actuals: decomposed.actuals,
    deals: decomposed.deals,
    comments: loaded.comments,
    asOf,
    language,
    severities,
    text: (file) => loaded.files.find((each) => each.name === file)?.text,
    isFaulty: (path) => loaded.isFaulty(path),
    hasFault: (path) => loaded.hasFault(path),
    places: () => loaded.places(),
    isWanted,
  });
}

/** What of a review is printed. */
export type Printable = Review & Partial<Pick<CheckResult, 'notes'>>;

/** Findings in a format; `language` is the one that the person reads. */
export async function printed(
  format: string,
  reviews: readonly Printable[],
  language: Language,
  call: Call,
  context: Context,
): Promise<string> {
  const environment = environmentOf(language, call, context);
  const isShort = format === 'pretty' && environment.colour === 0 && reviews.every((review) => review.findings.length === 0);
  const print = isShort ? (await import('../formats/findings/all-is-well.ts')).allIsWell : await findingsFormats[format]?.();
  const files = new Map(reviews.flatMap(({ opened }) => opened.loaded.files.map((file) => [file.name, file.text])));
  const result: CheckResult = {
    plans: reviews.map(({ opened, findings, blind }) => ({
      plan: opened.display,
      findings,
      goalCount: opened.loaded.plan?.goals.size ?? 0,
      skipped: blind?.none ?? [],
    })),
    findings: reviews.flatMap((review) => review.findings),
    suppressed: reviews.flatMap((review) => review.suppressed ?? []),
    isCompared: [call.options.baseline, call.options.writeBaseline, call.options.since].some((each) => typeof each === 'string'),
    notes: reviews.flatMap((review) => [...(review.notes ?? []), ...blindNotes(review, language)]),
    version: context.version,
    lines: (file) => files.get(file)?.split(/\r?\n/),
  };
  return print?.(result, environment) ?? '';
}

/** What was not looked at for want of data is said, not left to be guessed. */
function blindNotes({ unread, blind }: Review, language: Language): readonly string[] {
  const text = findingsText[language];
  if (unread === undefined || blind === undefined) return [];
  return [`${text.unread[unread]} ${text.blind(blind.none, blind.less)}`];
}

function environmentOf(language: Language, { settings }: Call, { env, stdout }: Context): FindingsEnvironment {
  const isTerminal = stdout.isTerminal && settings.output === undefined;
  return {
    language,
    width: stdout.columns ?? 100,
    colour: colourLevel({ flag: settings.color, env, isTerminal }),
    isQuiet: settings.isQuiet,
  };
}

/** The plan's `checks.rules`, then `--rule`: the last word counts. */
export function severitiesOf(call: Call, { loaded, language }: OpenedPlan): Severities {
  const given = call.options.rule;
  const words = Array.isArray(given) ? given : typeof given === 'string' ? [given] : [];
  const own = words
    .flatMap((word) => word.split(','))
    .map((word): Severities[number] => {
      const [pattern = '', severity] = word.split('=');
      const found = ORDER.find((each) => each === severity);
      if (found === undefined) throw new CliError(cliText[language].badRuleSetting(word), cliText[language].badRuleSettingHint);
      requireRule(pattern, language);
      return [pattern, found];
    });
  return [...rulesOfPlan(loaded.input), ...own];
}

function requireRule(pattern: string, language: Language): void {
  if (!isRulePattern(pattern)) throw new CliError(cliText[language].unknownRule(pattern), cliText[language].unknownRuleHint);
}

function rulesOfPlan(input: unknown): Severities {
  const rules = (input as { readonly checks?: { readonly rules?: Readonly<Record<string, unknown>> } } | undefined)?.checks?.rules;
  return Object.entries(rules ?? {}).flatMap(([pattern, severity]) => {
    const found = ORDER.find((each) => each === severity);
    return found === undefined ? [] : [[pattern, found] as const];
  });
}
