import { addDays, addMonthsTo, type Day } from '../../model/day.ts';
import type { Deals } from '../../model/deal.ts';
import type { Fact } from '../../model/fact.ts';
import { compare, type Fraction, minus, sum } from '../../model/fraction.ts';
import type { Goal } from '../../model/goal.ts';
import { holds } from '../../model/span.ts';
import { coverageOf, dealsOfGoal, shareWon } from '../pipeline.ts';
import { type Evidence, missing, say } from './evidence.ts';

/** Where less of the actual came through the pipeline, its coverage says nothing of the goal. */
const HALF: Fraction = { n: 1n, d: 2n };

/** Open pipeline against what is missing, beside the coverage that the own win rate asks for. */
export function funnel(goal: Goal, target: Fraction, facts: readonly Fact[], all: readonly Deals[], asOf: Day): readonly Evidence[] {
  const { metric, span } = goal;
  if (metric.unit !== 'money' || metric.kind !== 'flow' || metric.better.is !== 'higher' || asOf > span.end) return [];
  const deals = dealsOfGoal(goal, all);
  if (deals.length === 0) return [missing('no-deals')];
  const year = { start: addDays(addMonthsTo(asOf, -12), 1), end: asOf };
  const through = shareWon(deals, sum(facts.filter((fact) => holds(year, fact.day)).map((fact) => fact.value)), year);
  if (through && compare(through, HALF) < 0) return [missing('deals-partly', { through })];
  const reached = sum(facts.filter((fact) => fact.day <= asOf && holds(span, fact.day)).map((fact) => fact.value));
  const found = coverageOf(deals, minus(target, reached), span.end, asOf);
  if (!found) return [];
  const { open, missing: left, coverage, required, isOwnRate } = found;
  const values = {
    open: { value: open, metric },
    missing: { value: left, metric },
    coverage: timesText(coverage),
    required: timesText(required),
  };
  const verdict = compare(coverage, required) < 0 ? 'weak' : 'pass';
  return [say(isOwnRate ? 'coverage' : 'coverage-by-thumb', verdict, values)];
}

/** `2.4`: one decimal. */
function timesText(value: Fraction): string {
  const tenths = (value.n * 10n * 2n + value.d) / (value.d * 2n);
  return `${tenths / 10n}.${tenths % 10n}`;
}
