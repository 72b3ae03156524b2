import type { Day } from '../model/day.ts';
import { addDays } from '../model/day.ts';
import type { Actuals, Fact, Tally } from '../model/fact.ts';
import { type Fraction, NOUGHT, plus } from '../model/fraction.ts';
import type { Goal } from '../model/goal.ts';
import type { Plan } from '../model/plan.ts';
import { holds, type Span } from '../model/span.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';
import { type Contribution, contributionsTo } from './contributions.ts';
import { type Due, dueOn } from './due.ts';
import { expectationOn } from './expected.ts';
import { sumOfFacts } from './goal-facts.ts';
import { hasRowsFor } from './has-rows.ts';
import { once } from './once.ts';
import { type PersonPosition, peopleOf } from './people.ts';
import { type PlacedTree, placeFacts } from './placed-facts.ts';
import { type Position, positionsOn } from './position.ts';
import type { Window } from './window.ts';

/** Where a goal and everything below it stands. */
export interface GoalProgress {
  readonly goal: Goal;
  readonly tree: GoalTree;
  readonly root: Subgoal;
  readonly position: Position;
  positionOf(node: Subgoal): Position;
  readonly contributions: readonly Contribution[];
  readonly people: readonly PersonPosition[];
  /** Actual within the window and in the one before; undefined for levels and without data. */
  readonly inWindow: Fraction | undefined;
  readonly inWindowBefore: Fraction | undefined;
  /** Actuals of the last twelve weeks, the window's last; floats, to be drawn. */
  readonly weeks: readonly number[];
}

/** Everything that a report tells of a day. */
export interface Progress {
  readonly asOf: Day;
  readonly window: Window;
  readonly goals: readonly GoalProgress[];
  readonly due: Due;
  readonly reconciliation: Totals;
}

/** Rows over all sources; amounts too. */
export interface Totals {
  readonly read: Tally;
  readonly used: Tally;
  readonly excluded: Tally;
  readonly rejected: Tally;
  readonly unassigned: Tally;
  readonly outside: Tally;
}

/** Compares plan and actuals on a day. Never throws; what can't be told is undefined. What not every report shows is found out when it is asked for. */
export function progressOn(plan: Plan, trees: readonly GoalTree[], actuals: Actuals | undefined, asOf: Day, window: Window): Progress {
  const facts = actuals?.facts ?? [];
  const hasData = actuals !== undefined;
  const placed = trees.flatMap((tree) => placeFacts(tree, facts, plan, asOf) ?? []);
  const known = new Set(facts.map(({ metric }) => metric));
  const all = placed.map((each) => ({
    placed: each,
    progress: progressOf(each, plan, asOf, window, hasData && canMeasure(each, plan, actuals, known)),
  }));
  const due = once(() =>
    dueOn(
      plan,
      asOf,
      all.map((each) => ({ placed: each.placed, position: each.progress.positionOf })),
    ),
  );
  return {
    asOf,
    window,
    goals: all.map((each) => each.progress),
    get due() {
      return due();
    },
    reconciliation: totalsOf(actuals),
  };
}

function progressOf(placed: PlacedTree, plan: Plan, asOf: Day, window: Window, hasFacts: boolean): GoalProgress {
  const { tree, root } = placed;
  const expectation = expectationOn(placed, plan, asOf);
  const positionOf = memo(positionsOn(placed, expectation, plan, asOf, hasFacts));
  const own = placed.factsOf(root);
  const isFlow = tree.goal.metric.kind === 'flow' && hasFacts;
  const people = once(() => peopleOf(placed, expectation, plan, asOf, hasFacts));
  return {
    goal: tree.goal,
    tree,
    root,
    position: positionOf(root),
    positionOf,
    contributions: hasFacts ? contributionsTo(placed, expectation, plan, asOf) : [],
    get people() {
      return people();
    },
    get inWindow() {
      return isFlow ? sumIn(own, window.span) : undefined;
    },
    get inWindowBefore() {
      return isFlow ? sumIn(own, window.before) : undefined;
    },
    get weeks() {
      return isFlow ? weeksUpTo(own, window.span.end) : [];
    },
  };
}

/** A metric that no source could ever fill has no data; one that sources fill has zero where there is none. */
function canMeasure({ tree, factsOf, root }: PlacedTree, plan: Plan, actuals: Actuals, known: ReadonlySet<string>): boolean {
  const { metric } = tree.goal;
  const { id, kind, measure } = metric;
  const isFilled =
    (measure.is === 'sum' && OF_ANY_ROW.has(measure.of) && hasRowsFor(metric, plan, actuals)) || (kind === 'flow' && known.has(id));
  return isFilled || factsOf(root).length > 0;
}

/** Any source has these. */
const OF_ANY_ROW: ReadonlySet<string> = new Set(['amount', 'quantity']);

function memo(position: (node: Subgoal) => Position): (node: Subgoal) => Position {
  const known = new Map<string, Position>();
  return (node) => {
    const before = known.get(node.id);
    if (before) return before;
    const found = position(node);
    known.set(node.id, found);
    return found;
  };
}

function sumIn(facts: readonly Fact[], span: Span): Fraction {
  return sumOfFacts(facts, (fact) => holds(span, fact.day));
}

const WEEKS = 12;

function weeksUpTo(facts: readonly Fact[], end: Day): readonly number[] {
  return Array.from({ length: WEEKS }, (_, index) => {
    const last = addDays(end, -7 * (WEEKS - 1 - index));
    const { n, d } = sumIn(facts, { start: addDays(last, -6), end: last });
    return Number((n * 100n) / d) / 100;
  });
}

function totalsOf(actuals: Actuals | undefined): Totals {
  const total = (kind: keyof Totals): Tally =>
    (actuals?.reconciliations ?? []).reduce<Tally>(
      (all, each) => ({ rows: all.rows + each[kind].rows, amount: plus(all.amount, each[kind].amount) }),
      { rows: 0, amount: NOUGHT },
    );
  return {
    read: total('read'),
    used: total('used'),
    excluded: total('excluded'),
    rejected: total('rejected'),
    unassigned: total('unassigned'),
    outside: total('outside'),
  };
}
