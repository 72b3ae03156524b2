import { baselineValue, capacityOf } from '../decompose/index.ts';
import { countWorkingDays } from '../model/calendar.ts';
import { addDays, type Day, daysBetween } from '../model/day.ts';
import type { Actuals } from '../model/fact.ts';
import { compare, type Fraction, fromAmount, minus, NOUGHT, ONE, over, plus, sum } from '../model/fraction.ts';
import { type Goal, isTimeDimension, type Plan } from '../model/plan.ts';
import type { GoalTree } from '../model/subgoal.ts';

export const LETTERS = ['specific', 'measurable', 'achievable', 'relevant', 'time-bound'] as const;
export type Letter = (typeof LETTERS)[number];
export type Verdict = 'pass' | 'weak' | 'fail';

/** One thing that speaks for or against a letter; `says` names the sentence, `values` what it is about. */
export interface Evidence {
  readonly says: string;
  readonly verdict: Verdict;
  readonly values: Readonly<Record<string, string | Fraction | number>>;
}

/** A letter is as good as its worst evidence. */
export interface LetterCard {
  readonly letter: Letter;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
}

export interface SmartCard {
  readonly goal: Goal;
  readonly letters: readonly LetterCard[];
}

/** Five letters for a goal, each with its evidence, judged by the plan and, where they were read, the actuals. */
export function smartCard(goal: Goal, tree: GoalTree | undefined, plan: Plan, actuals: Actuals | undefined): SmartCard {
  const evidence: Readonly<Record<Letter, readonly Evidence[]>> = {
    specific: specific(goal),
    measurable: measurable(goal, plan, actuals),
    achievable: achievable(goal, tree, plan, actuals),
    relevant: relevant(goal, plan),
    'time-bound': timeBound(goal, tree, plan),
  };
  return { goal, letters: LETTERS.map((letter) => ({ letter, verdict: worst(evidence[letter]), evidence: evidence[letter] })) };
}

function worst(evidence: readonly Evidence[]): Verdict {
  if (evidence.some((each) => each.verdict === 'fail')) return 'fail';
  return evidence.some((each) => each.verdict === 'weak') ? 'weak' : 'pass';
}

function say(says: string, verdict: Verdict, values: Evidence['values'] = {}): Evidence {
  return { says, verdict, values };
}

const VAGUE = /提升|提高|加强|改善|优化|增加|扩大|推动|improve|increase|strengthen|boost|grow|enhance|optimi[sz]e|better|more/i;

/** A name that says what changes: a vague verb alone, without a number, says nothing. */
function specific(goal: Goal): readonly Evidence[] {
  const isVague = VAGUE.test(goal.name) && !/\d/.test(goal.name);
  const places = [...(goal.scope.segments ?? []), ...(goal.scope.products ?? []), ...(goal.scope.channels ?? [])];
  return [
    goal.name === goal.id
      ? say('no-name', 'weak')
      : isVague
        ? say('vague-name', 'weak', { name: goal.name })
        : say('name', 'pass', { name: goal.name }),
    places.length > 0 ? say('scope', 'pass', { scope: places.join(', ') }) : say('everything', 'pass'),
    goal.owner.some((tenure) => tenure.who !== '')
      ? say('owner', 'pass', { owner: goal.owner.at(-1)?.who ?? '' })
      : say('no-owner', 'fail'),
  ];
}

function measurable(goal: Goal, plan: Plan, actuals: Actuals | undefined): readonly Evidence[] {
  const rows = actuals?.facts.filter((fact) => fact.metric === goal.metric.id).reduce((count, fact) => count + fact.rows, 0);
  const isReported = plan.checkins.some((checkin) => checkin.goal === goal.id && checkin.value);
  const canRead = plan.actuals.size > 0 && goal.metric.measure.is !== 'none';
  const source =
    rows !== undefined && rows > 0
      ? say('rows', 'pass', { rows })
      : isReported
        ? say('reported', 'pass')
        : rows === undefined && canRead
          ? say('source', 'pass')
          : say('no-source', plan.actuals.size > 0 ? 'weak' : 'fail');
  return [
    say('metric', 'pass', { metric: goal.metric.name, unit: goal.metric.unit }),
    goal.baseline ? say('baseline', 'pass', { period: goal.baseline.period ?? '' }) : say('no-baseline', 'weak'),
    source,
  ];
}

const HUNDRED_TEN: Fraction = { n: 110n, d: 100n };

/** By numbers: growth against growth, load against capacity, target against potential; what is not there is said to be missing. */
function achievable(goal: Goal, tree: GoalTree | undefined, plan: Plan, actuals: Actuals | undefined): readonly Evidence[] {
  const root = tree?.nodes[0]?.target;
  if (!tree || root === undefined) return [say('no-target', 'weak')];
  const target = fromAmount(root, tree.decimals);
  const found = [...growth(goal, target, plan, actuals), ...load(goal, target, tree, plan), ...potential(goal, target, plan)];
  return found.length > 0 ? found : [say('no-evidence', 'weak')];
}

function growth(goal: Goal, target: Fraction, plan: Plan, actuals: Actuals | undefined): readonly Evidence[] {
  if (goal.metric.kind !== 'flow') return [];
  const baseline = baselineValue(goal, plan, actuals?.facts);
  const asked = baseline && over(minus(target, baseline), baseline);
  if (!baseline || !asked) return [say('growth-missing', 'weak')];
  const isChallenging = goal.metric.better.is === 'lower' ? asked.n < 0n : asked.n > 0n;
  return [say('growth', isChallenging ? 'pass' : 'weak', { asked })];
}

function load(goal: Goal, target: Fraction, tree: GoalTree, plan: Plan): readonly Evidence[] {
  if (goal.metric.unit !== 'money' || goal.metric.kind !== 'flow') return [];
  const owners = new Set(tree.nodes.flatMap((node) => node.path.get('owner') ?? []));
  const days = countWorkingDays(plan.calendar, plan.period);
  const capacity = [...owners].reduce<Fraction>((total, id) => {
    const member = plan.members.get(id);
    return plus(total, (member && capacityOf(member, plan, goal.span, days)) ?? NOUGHT);
  }, NOUGHT);
  const used = over(target, capacity);
  if (!used) return [];
  return [say('load', compare(used, HUNDRED_TEN) > 0 ? 'fail' : compare(used, ONE) > 0 ? 'weak' : 'pass', { used, people: owners.size })];
}

function potential(goal: Goal, target: Fraction, plan: Plan): readonly Evidence[] {
  if (goal.metric.unit !== 'money') return [];
  const segments = (goal.scope.segments ?? [...plan.segments.keys()]).flatMap((id) => plan.segments.get(id)?.potential ?? []);
  const share = over(target, sum(segments));
  return share ? [say('potential', compare(share, ONE) > 0 ? 'fail' : 'pass', { share })] : [];
}

function relevant(goal: Goal, plan: Plan): readonly Evidence[] {
  const rival = [...plan.goals.values()].find((each) => each.id !== goal.id && each.metric.id === goal.metric.id && sameScope(each, goal));
  const support = goal.supports.length > 0 ? say('supports', 'pass', { ids: goal.supports.join(', ') }) : say('supports-nothing', 'weak');
  return [support, ...(rival ? [say('rival', 'fail', { goal: rival.id })] : [])];
}

function sameScope(a: Goal, b: Goal): boolean {
  return JSON.stringify(a.scope) === JSON.stringify(b.scope) && a.span.start === b.span.start && a.span.end === b.span.end;
}

/** A quarter, and a few days for the last working day to fall in. */
const QUARTER = 95;

function timeBound(goal: Goal, tree: GoalTree | undefined, plan: Plan): readonly Evidence[] {
  const isInside = goal.span.end <= plan.period.end && goal.span.start >= plan.period.start;
  const parts = (tree?.nodes ?? []).filter((node) => [...node.path.keys()].some(isTimeDimension)).map((node) => node.deadline);
  const steps = [...new Set<Day>([...parts, ...goal.milestones.map((milestone) => milestone.deadline)])]
    .filter((day) => day <= goal.span.end)
    .sort();
  return [
    isInside ? say('deadline', 'pass', { deadline: goal.span.end }) : say('outside', 'fail', { deadline: goal.span.end }),
    steps.length === 0
      ? say('no-steps', 'fail')
      : say('steps', longestGap(goal, steps) > QUARTER ? 'weak' : 'pass', { count: steps.length, days: longestGap(goal, steps) }),
  ];
}

function longestGap(goal: Goal, steps: readonly Day[]): number {
  const days = [addDays(goal.span.start, -1), ...steps, goal.span.end];
  return Math.max(...days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day)));
}
