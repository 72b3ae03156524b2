import { type Amount, sumAmounts } from '../model/amount.ts';
import { type Fraction, NOUGHT, plus, powerOfTen, toAmount } from '../model/fraction.ts';
import { type Dimension, isTimeDimension } from '../model/step.ts';
import type { GoalTree } from '../model/subgoal.ts';

/**
 * What the children of a closed bucket are set at: their own actuals, where these make up the bucket. Undefined where they
 * don't (something is unassigned, or there was more returned than sold): then the plan's shares hold below. Levels over time are each
 * their own; over places they are left to the shares.
 */
export function settleParts(
  actuals: readonly (Fraction | undefined)[],
  total: Amount,
  { goal, decimals }: GoalTree,
  dimension: Dimension | undefined,
): readonly (Amount | undefined)[] | undefined {
  const isTime = dimension !== undefined && isTimeDimension(dimension);
  if (goal.metric.kind !== 'flow') return isTime ? actuals.map((actual) => actual && toAmount(actual, decimals)) : undefined;
  const values = actuals.map((actual) => actual ?? NOUGHT);
  if (values.some((value) => value.n < 0n)) return undefined;
  const parts = roundedTogether(values, decimals);
  return sumAmounts(parts) === total ? parts : undefined;
}

/** Each part rounded so that the running total is: parts of a cent never add up to one too many. */
function roundedTogether(values: readonly Fraction[], decimals: number): readonly Amount[] {
  let [before, exact]: [Amount, Fraction] = [toAmount(NOUGHT, decimals), NOUGHT];
  return values.map((value) => {
    exact = plus(exact, value);
    const now = toAmount(exact, decimals);
    const part = toAmount({ n: BigInt(now) - BigInt(before), d: powerOfTen(decimals) }, decimals);
    before = now;
    return part;
  });
}
