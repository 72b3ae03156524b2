import type { PlanComment } from '../model/comment.ts';
import type { Day } from '../model/day.ts';
import type { Deals } from '../model/deal.ts';
import type { GoalResult } from '../model/decomposed.ts';
import type { Actuals } from '../model/fact.ts';
import type { Args, Finding, Fix, Place, Problem, Severity, Spot, Suppressed } from '../model/finding.ts';
import type { Id, PlanPath } from '../model/id.ts';
import type { Language } from '../model/language.ts';
import { lineStarts, offsetOf } from '../model/offset.ts';
import type { Plan } from '../model/plan.ts';
import { TIME_DIMENSIONS } from '../model/step.ts';
import { entityOf } from './entity.ts';
import { daysOf } from './goal-days.ts';
import { RULES } from './index.ts';
import type { Rule, RuleContext } from './rule.ts';
import { problemsOfSettings } from './settings.ts';
import { applyWaivers } from './suppress.ts';

/** A plan with all that the stages found out about it. */
export interface CheckInput {
  readonly plan: Plan | undefined;
  readonly input: unknown;
  /** Problems of loading, decomposing and reading data. */
  readonly problems: readonly Problem[];
  readonly goals: readonly GoalResult[];
  /** The plan as it was at the revision that the change is held against. */
  readonly before?: Plan | undefined;
  readonly actuals: Actuals | undefined;
  readonly deals?: readonly Deals[] | undefined;
  readonly comments: readonly PlanComment[];
  /** Asked for only where something depends on it. */
  asOf(): Day;
  readonly language: Language;
  readonly severities: Severities;
  isFaulty(path: PlanPath): boolean;
  /** True where that holds, or something below failed. */
  hasFault(path: PlanPath): boolean;
  /** What turns spots into places: asked for when there is something to tell. */
  places(): Promise<(spot: Spot) => Place>;
  /** The text of a file of the plan, by the name that places give it; undefined for a file of data. */
  text(file: string): string | undefined;
  /** What is to be told; everything where it is absent. */
  readonly isWanted?: ((rule: string, severity: Severity) => boolean) | undefined;
}

/** Rule id or group glob (`date/*`) → severity or `off`; later entries go before earlier ones. */
export type Severities = readonly (readonly [pattern: string, severity: Severity | 'off'])[];

/** What was found in a plan, and what of it its comments waive. */
export interface Checked {
  /** By file, place and rule. */
  readonly findings: readonly Finding[];
  readonly waived: readonly Suppressed[];
}

/** All findings of a plan: words and places attached, waivers applied. */
export async function checkPlan(check: CheckInput): Promise<Checked> {
  const all = withoutEchoes([
    ...check.problems,
    ...check.goals.flatMap(problemsOfGoal).filter((problem) => !isOnFaulty(problem, check)),
    ...problemsOfSettings(check.input),
    ...problemsOfRules(check),
  ]);
  const found = check.isWanted ? all.filter((problem) => isWanted(problem, check)) : all;
  if (found.length === 0 && check.comments.length === 0) return { findings: [], waived: [] };
  const located = { ...check, locate: await check.places(), lines: new Map() };
  const findings = found.flatMap((problem) => findingOf(problem, located));
  const { kept, waived, problems } = applyWaivers(findings, check.comments, check.asOf(), (rule) => wasLookedFor(rule, check));
  const ofWaivers = problems.filter((problem) => isWanted(problem, check));
  return { findings: distinct([...kept, ...ofWaivers.flatMap((problem) => findingOf(problem, located))]).sort(byPlace), waived };
}

/** How many parts a goal has in time, and what people can carry, counts from its days. */
function problemsOfGoal({ goal, problems }: GoalResult): readonly Problem[] {
  const isOfDays = ({ args }: Problem) =>
    args.needs === 'capacity' || (args.is === 'count' && TIME_DIMENSIONS.some((each) => each === args.by));
  return problems.map((problem) => (isOfDays(problem) ? { ...problem, restsOn: [...(problem.restsOn ?? []), ...daysOf(goal)] } : problem));
}

/** Without what only follows from dates that are wrong themselves. */
function withoutEchoes(problems: readonly Problem[]): readonly Problem[] {
  const dates = problems.flatMap(({ rule, spot }) =>
    rule.startsWith('date/') && !SOFT.includes(rule) && spot.in === 'plan' ? [spot.path] : [],
  );
  if (dates.length === 0) return problems;
  const isOn = (path: PlanPath) => dates.some((date) => path.every((step, index) => date[index] === step));
  return problems.filter(({ restsOn }) => !restsOn?.some(isOn));
}

/** What is said of a date that counts all the same. */
const SOFT: readonly string[] = ['date/deadline-on-holiday', 'date/deadline-after-parent', 'date/owner-gap'];

function isWanted({ rule }: Pick<Problem, 'rule'>, { severities, isWanted: wants }: CheckInput): boolean {
  const severity = severityOf(rule, severities);
  return severity !== 'off' && wants?.(rule, severity) !== false;
}

/** False where nothing could be found: the plan was not read whole, the rule is off, or it looks at data that were not read. */
function wasLookedFor(rule: string, { plan, actuals, deals, severities }: CheckInput): boolean {
  if (!actuals && !deals && (RULES.get(rule)?.data !== undefined || rule.startsWith('data/'))) return false;
  return plan !== undefined && severityOf(rule, severities) !== 'off';
}

/** How findings are told. */
interface Telling {
  readonly input: unknown;
  readonly language: Language;
  readonly severities: Severities;
  locate(spot: Spot): Place;
  text(file: string): string | undefined;
  /** Of each text where its lines begin, once one was asked for. */
  readonly lines: Map<string, readonly number[]>;
}

/** A problem with its rule's words and its place; none when the rule is off. */
function findingOf(problem: Problem, check: Telling): readonly Finding[] {
  const rule = RULES.get(problem.rule);
  if (!rule) throw new Error(`no rule ${problem.rule}`);
  const severity = severityOf(rule.id, check.severities);
  if (severity === 'off') return [];
  const { message, help } = rule.words(problem.args, check.language);
  const related = (problem.related ?? []).map(({ where, says }) => ({
    place: check.locate(where),
    message: rule.related?.[says]?.[check.language] ?? says,
  }));
  const place = check.locate(problem.spot);
  const fix = fixOf(rule, problem.args, place, check);
  return [
    {
      rule: rule.id,
      severity,
      message,
      help,
      place,
      entity: entityOf(problem.spot, problem.args, check.input),
      related,
      fix,
      evidence: problem.args,
    },
  ];
}

/** What the rule would change at the place, if it can mend what it found. */
function fixOf({ mend }: Rule, args: Args, place: Place, { text: textOf, lines }: Telling): Fix | undefined {
  const text = mend && textOf(place.file);
  if (text === undefined) return undefined;
  const starts = lines.get(place.file) ?? lineStarts(text);
  lines.set(place.file, starts);
  const mending = mend?.(args, {
    text,
    start: offsetOf(text, starts, place.line, place.column),
    end: offsetOf(text, starts, place.endLine, place.endColumn),
  });
  return mending && { file: place.file, safe: mending.isSafe, edits: mending.edits };
}

function* problemsOfRules(check: CheckInput): Iterable<Problem> {
  if (!check.plan) return;
  const goals: ReadonlyMap<Id, GoalResult> = new Map(check.goals.map((goal) => [goal.goal, goal]));
  const { plan, input, actuals, deals, before, asOf } = check;
  const context: RuleContext = { plan, input, goals, actuals, deals, before, asOf };
  for (const rule of RULES.values()) {
    if (!isWanted({ rule: rule.id }, check)) continue;
    for (const problem of rule.check?.(context) ?? []) if (!isOnFaulty(problem, check)) yield problem;
  }
}

/** A part that already failed gets no second finding. */
function isOnFaulty({ spot, missing, restsOn }: Problem, check: CheckInput): boolean {
  if (restsOn?.some((path) => check.hasFault(path))) return true;
  if (spot.in !== 'plan') return false;
  return check.isFaulty(spot.path) || (missing !== undefined && check.hasFault([...spot.path, missing]));
}

/** What a plan and the command line make of a rule. */
export function severityOf(id: string, severities: Severities): Severity | 'off' {
  if (severities.length === 0) return RULES.get(id)?.severity ?? 'error';
  const group = `${id.split('/')[0]}/*`;
  const last = severities.findLast(([pattern]) => pattern === id || pattern === group);
  return last ? last[1] : (RULES.get(id)?.severity ?? 'error');
}

function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, place, message }) => {
    const key = JSON.stringify([rule, place.file, place.line, place.column, message]);
    return !seen.has(key) && seen.add(key);
  });
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compareText(a.place.file, b.place.file) || a.place.line - b.place.line || a.place.column - b.place.column || compareText(a.rule, b.rule)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
