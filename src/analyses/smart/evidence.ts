import { type Fraction, toDecimal } from '../../model/fraction.ts';
import type { Metric } from '../../model/metric.ts';

export type Verdict = 'pass' | 'weak' | 'fail';

/** A value with the metric that it is counted in. */
export interface Measured {
  readonly value: Fraction;
  readonly metric: Pick<Metric, 'unit' | 'decimals'>;
}

/** What a sentence is about: text, a count, a share (a bare fraction) or an amount. */
export type EvidenceValue = string | number | Fraction | Measured;

/**
 * One thing that speaks for or against a letter; `says` names the sentence. `isMissing`: it tells which evidence is not
 * there, instead of a guess.
 */
export interface Evidence {
  readonly says: string;
  readonly verdict: Verdict;
  readonly values: Readonly<Record<string, EvidenceValue>>;
  readonly isMissing: boolean;
}

export function say(says: string, verdict: Verdict, values: Evidence['values'] = {}): Evidence {
  return { says, verdict, values, isMissing: false };
}

/** Evidence that is not there makes a letter weak, never failed. */
export function missing(says: string, values: Evidence['values'] = {}): Evidence {
  return { says, verdict: 'weak', values, isMissing: true };
}

/** A letter is as good as its worst evidence. */
export function worst(evidence: readonly Evidence[]): Verdict {
  if (evidence.some((each) => each.verdict === 'fail')) return 'fail';
  return evidence.some((each) => each.verdict === 'weak') ? 'weak' : 'pass';
}

/** Values for machines: amounts as decimals of their unit, shares in points, counts as numbers. */
export function plainValues(values: Evidence['values']): Readonly<Record<string, string | number>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plainValue(value)]));
}

function plainValue(value: EvidenceValue): string | number {
  if (typeof value !== 'object') return value;
  return 'metric' in value ? toDecimal(value.value, value.metric.decimals) : toDecimal({ n: value.n * 100n, d: value.d }, 2);
}
