import { colourLevel } from '../formats/colour-level.ts';
import { findingsFormats } from '../formats/findings/index.ts';
import type { Problem } from '../model/finding.ts';
import { type Finding, SEVERITIES, type Severity } from '../model/finding.ts';
import type { Language } from '../model/language.ts';
import { checkPlan, type Severities } from '../rules/check-plan.ts';
import { RULES } from '../rules/index.ts';
import { cliText } from '../text/cli-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { type Decomposed, decomposeUnread } from './decompose-plan.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import { readOperands } from './find-plan.ts';
import { type OpenedPlan, openPlan, spokenLanguage } from './open-plan.ts';
import { chooseFormat, deliver } from './output.ts';
import { subgoalsFile } from './subgoals-name.ts';

const ORDER: readonly (Severity | 'off')[] = ['off', ...SEVERITIES.toReversed()];

/** `salesplan check`: all findings of a plan; the exit status says whether one is at the fail level. */
export async function runCheck(call: Call, context: Context): Promise<ExitCode> {
  const spoken = spokenLanguage(call, context);
  const format = chooseFormat(call.settings.format, Object.keys(findingsFormats), spoken);
  const opened = await openPlan(operandOf(call, context, spoken), call, context);
  const failOn = failLevelOf(call, opened);
  const most = numberOption(call, 'maxWarnings', opened.language);
  const decomposed = await decomposeUnread(opened);
  const problems = [...decomposed.problems, ...(await staleIn(opened, decomposed))];
  const findings = await findingsOf(opened, { ...decomposed, problems }, severitiesOf(call, opened));
  deliver(await printed(format, findings, opened, call, context), call.settings, opened.language, context);
  if (format === 'pretty' && context.env.GITHUB_ACTIONS) context.stderr.write(await printed('github', findings, opened, call, context));
  const warnings = findings.filter((finding) => finding.severity === 'warning').length;
  const isFailed =
    findings.some((finding) => ORDER.indexOf(finding.severity) >= ORDER.indexOf(failOn)) || (most !== undefined && warnings > most);
  return isFailed ? EXIT.findings : EXIT.ok;
}

/** Subgoals that were written beside the plan are compared where there are any. */
export async function staleIn(opened: OpenedPlan, decomposed: Decomposed): Promise<readonly Problem[]> {
  if (!opened.loaded.plan || opened.folder.files.kind(subgoalsFile(opened)) !== 'file') return [];
  return (await import('./subgoals-file.ts')).staleSubgoals(opened, decomposed);
}

/** A check takes one path; a bare word is one too. */
function operandOf(call: Call, context: Context, language: Language): string | undefined {
  const [path, excess] = call.operands;
  if (excess !== undefined) throw new CliError(cliText[language].tooManyOperands(excess), cliText[language].seeHelp);
  return path === undefined ? readOperands([], context, language).plan : path;
}

/** Findings of a plan and its trees, as `check` prints them. */
export function findingsOf(
  opened: OpenedPlan,
  decomposed: Decomposed,
  severities: Severities,
  isWanted?: (rule: string, severity: Severity) => boolean,
): Promise<readonly Finding[]> {
  const { loaded, language, asOf } = opened;
  return checkPlan({
    plan: loaded.plan,
    input: loaded.input,
    problems: [...loaded.problems, ...decomposed.problems],
    goals: decomposed.goals,
    actuals: decomposed.actuals,
    comments: loaded.comments,
    asOf,
    language,
    severities,
    isFaulty: (path) => loaded.isFaulty(path),
    places: () => loaded.places(),
    isWanted,
  });
}

export async function printed(
  format: string,
  findings: readonly Finding[],
  opened: OpenedPlan,
  call: Call,
  context: Context,
): Promise<string> {
  const { loaded, language } = opened;
  const isShort = format === 'pretty' && findings.length === 0;
  const print = isShort ? (await import('../formats/findings/all-is-well.ts')).allIsWell : await findingsFormats[format]?.();
  const texts = new Map(loaded.files.map((file) => [file.name, file.text]));
  if (!print) return '';
  return print(
    {
      plan: opened.display,
      findings,
      goalCount: loaded.plan?.goals.size ?? 0,
      rules: RULES,
      version: context.version,
      lines: (file) => texts.get(file)?.split(/\r?\n/),
    },
    {
      language,
      width: context.stdout.columns ?? 100,
      colour: colourLevel({
        flag: call.settings.color,
        env: context.env,
        isTerminal: context.stdout.isTerminal && call.settings.output === undefined,
      }),
      isQuiet: call.settings.isQuiet,
    },
  );
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
  const isKnown = RULES.has(pattern) || (pattern.endsWith('/*') && [...RULES.keys()].some((id) => id.startsWith(pattern.slice(0, -1))));
  if (!isKnown) throw new CliError(cliText[language].unknownRule(pattern), cliText[language].unknownRuleHint);
}

function rulesOfPlan(input: unknown): Severities {
  const rules = (input as { readonly checks?: { readonly rules?: Readonly<Record<string, unknown>> } } | undefined)?.checks?.rules;
  return Object.entries(rules ?? {}).flatMap(([pattern, severity]) => {
    const found = ORDER.find((each) => each === severity);
    return found === undefined ? [] : [[pattern, found] as const];
  });
}

function failLevelOf(call: Call, { loaded, language }: OpenedPlan): Severity {
  const ofPlan = (loaded.input as { readonly checks?: { readonly fail_on?: unknown } } | undefined)?.checks?.fail_on;
  const given = call.options.failOn ?? ofPlan ?? 'error';
  const found = SEVERITIES.find((severity) => severity === given);
  if (found === undefined) throw new CliError(cliText[language].unknownSeverity(String(given)), cliText[language].choose(SEVERITIES));
  return found;
}

function numberOption(call: Call, name: string, language: Language): number | undefined {
  const given = call.options[name];
  if (given === undefined) return undefined;
  const number = Number(given);
  if (!/^\d+$/.test(String(given))) throw new CliError(cliText[language].notACount(String(given)), cliText[language].seeHelp);
  return number;
}
