import { levelOf } from '../decompose/index.ts';
import type { Day } from '../model/day.ts';
import type { Deals } from '../model/deal.ts';
import type { Duration } from '../model/duration.ts';
import { windowStart } from '../model/duration.ts';
import type { Actuals } from '../model/fact.ts';
import type { Assumption } from '../model/follow-up.ts';
import { compare, type Fraction, minus, NOUGHT, plus, times } from '../model/fraction.ts';
import { funnelOf } from '../model/funnel.ts';
import type { Metric } from '../model/metric.ts';
import type { Plan } from '../model/plan.ts';
import type { Span } from '../model/span.ts';
import { LEAST_CLOSED, winRateIn } from './pipeline.ts';

/** An assumption beside what the data say over its window. Shares, or values in the metric's unit. */
export type TestedAssumption = {
  readonly span: Span;
  readonly assumed: Fraction;
  readonly found: Fraction;
  /** The data are worse than assumed by more than the tolerance. */
  readonly isOff: boolean;
} & ({ readonly is: 'conversion'; readonly won: number; readonly closed: number } | { readonly is: 'metric'; readonly metric: Metric });

const YEAR: Duration = { count: 1, unit: 'years' };

/** What the data say of an assumption; undefined where they can't tell, or too few deals closed. */
export function testAssumption(
  assumption: Assumption,
  plan: Plan,
  actuals: Actuals | undefined,
  deals: readonly Deals[] | undefined,
  asOf: Day,
): TestedAssumption | undefined {
  const span = { start: windowStart(asOf, assumption.window ?? YEAR), end: asOf };
  if (assumption.stage !== undefined) return deals && testConversion(assumption, plan, deals, span);
  const metric = plan.metrics.get(assumption.metric ?? '');
  return metric && actuals && testMetric(assumption, metric, actuals, span);
}

/**
 * The conversion of the last stage before the deal: won ÷ (won + lost), by count. Of earlier stages the deals of today say
 * nothing: a lost one does not tell where it was lost.
 */
function testConversion(assumption: Assumption, plan: Plan, deals: readonly Deals[], span: Span): TestedAssumption | undefined {
  const last = funnelOf(plan).at(-2);
  const assumed = assumption.conversion ?? last?.conversion;
  if (!last || last.id !== assumption.stage || !assumed) return undefined;
  const { won, lost, byCount } = winRateIn(deals, span);
  if (won + lost < LEAST_CLOSED || !byCount) return undefined;
  const isOff = compare(byCount, minus(assumed, assumption.tolerance ?? NOUGHT)) < 0;
  return { is: 'conversion', span, assumed, found: byCount, won, closed: won + lost, isOff };
}

const HUNDRED: Fraction = { n: 100n, d: 1n };

/** The tolerance is in points for percents, else a share of the value. */
function testMetric({ value, tolerance = NOUGHT }: Assumption, metric: Metric, actuals: Actuals, span: Span): TestedAssumption | undefined {
  const found = levelOf({ metric }, span, actuals.facts);
  if (!value || !found) return undefined;
  const slack = metric.unit === 'percent' ? times(tolerance, HUNDRED) : times(value, tolerance);
  const isLow = compare(found, minus(value, slack)) < 0;
  const isHigh = compare(found, plus(value, slack)) > 0;
  return { is: 'metric', span, metric, assumed: value, found, isOff: isWorse(metric, isLow, isHigh) };
}

function isWorse({ better }: Metric, isLow: boolean, isHigh: boolean): boolean {
  switch (better.is) {
    case 'higher':
    case 'above':
      return isLow;
    case 'lower':
    case 'below':
      return isHigh;
    case 'range':
      return isLow || isHigh;
  }
}
