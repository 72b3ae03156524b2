import { monthOf } from '../model/day.ts';
import type { History } from './outlook.ts';

/** Weight of the latest month in the level (simple exponential smoothing). */
const SMOOTHING = 0.3;
/** Half of the variance of errors is common to all months: a level that was misjudged is misjudged in every one. */
const COMMON = 0.5;
/** Forecasts from a short history are less sure than its own errors make them look: factors of the variance by whole years. */
const WIDENING = [2.7, 2.7, 1.4, 1.2, 1.1] as const;

/** The least spread by whole years of history: under a year the season is not known. */
const LEAST_SPREAD = [0.2, 0.06, 0.04, 0.03, 0.02] as const;

/** How much months to come may bring together. */
export interface Spread {
  /** Probability of at least so much. */
  atLeast(amount: number): number;
  /** What is reached with a probability of one minus `share`: 0.9 gives the P90. */
  quantile(share: number): number;
}

/**
 * The total of `shares` of the months to come. A month is the mean of its last year's value, moved by half of the yearly growth,
 * and of the smoothed level × its seasonal index, which is pulled towards one where the history is short (k years weigh
 * k ÷ (k + 1)); under a year it is the mean of the level and the plain average. Errors are those that the same rule made on the
 * history, one month ahead, widened for short histories: lognormal, half common to all months, half each month's own. For each
 * value of the common part the total is taken as normal; what is told is the mean over the common part. No chance is drawn: the
 * same history gives the same answer.
 */
export function monthsToCome({ values, next }: History, shares: readonly number[]): Spread {
  const first = monthOf(next) - 1;
  const parts = shares.map((share, ahead) => share * forecastOf(values, ahead, first));
  const total = parts.reduce((sum, part) => sum + part, 0);
  const variance = spreadOf(values, first) ** 2;
  const [common, own] = [variance * COMMON, variance * (1 - COMMON)];
  const ownSpread = Math.sqrt((Math.exp(own) - 1) * parts.reduce((sum, part) => sum + part * part, 0));
  const levels = GRID.map(({ z, weight }) => ({ factor: Math.exp(Math.sqrt(common) * z - common / 2), weight }));
  const atLeast = (amount: number): number =>
    levels.reduce(
      (sum, { factor, weight }) => sum + weight * normalBelow((factor * total - amount) / Math.max(1e-9, factor * ownSpread)),
      0,
    );
  return { atLeast, quantile: (share) => quantileOf(atLeast, share, total) };
}

/** Where the probability of reaching more falls to one minus `share`: by halving. */
function quantileOf(atLeast: (amount: number) => number, share: number, total: number): number {
  let [low, high] = [0, Math.max(1, total * 8)];
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    if (atLeast(middle) > 1 - share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Values of a standard normal number with their weights. */
const GRID = gridOf(25, 3.6);

function gridOf(count: number, width: number): readonly { readonly z: number; readonly weight: number }[] {
  const all = Array.from({ length: count }, (_, index) => -width + (2 * width * index) / (count - 1));
  const total = all.reduce((sum, z) => sum + Math.exp((-z * z) / 2), 0);
  return all.map((z) => ({ z, weight: Math.exp((-z * z) / 2) / total }));
}

/** The normal distribution's share below z (Zelen and Severo, Abramowitz–Stegun 26.2.17; off by less than 1e-7). */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z >= 0 ? 1 - tail : tail;
}

/** The month `ahead` after the last of `values`; `first` is the month of the year (from 0) of the one right after them. */
function forecastOf(values: readonly number[], ahead: number, first: number): number {
  const { length } = values;
  const indices = indicesOf(values, first);
  const level = levelOf(values.map((value, at) => value / indexAt(indices, first - length + at)));
  if (length < 12) return (level + mean(values)) / 2;
  const lastYear = values[length - 12 + (ahead % 12)] ?? 0;
  return (lastYear * Math.sqrt(growthOf(values)) + level * indexAt(indices, first + ahead)) / 2;
}

/** Twelve factors around one; all one under a year of history. */
function indicesOf(values: readonly number[], first: number): readonly number[] {
  const years = Math.floor(values.length / 12);
  const ratios = Array.from({ length: 12 }, (): number[] => []);
  for (let back = 1; back <= years; back++) {
    const from = values.length - 12 * back;
    const year = values.slice(from, from + 12);
    const average = mean(year);
    if (average > 0) year.forEach((value, month) => void ratios[(first + month) % 12]?.push(value / average));
  }
  const weight = years / (years + 1);
  return ratios.map((own) => (own.length === 0 ? 1 : Math.max(0.05, 1 + weight * (mean(own) - 1))));
}

function indexAt(indices: readonly number[], month: number): number {
  return indices[((month % 12) + 12) % 12] ?? 1;
}

function levelOf(values: readonly number[]): number {
  return values.slice(1).reduce((level, value) => level + SMOOTHING * (value - level), values[0] ?? 0);
}

/** Last twelve months against the twelve before; one where there are not so many. */
function growthOf(values: readonly number[]): number {
  if (values.length < 24) return 1;
  const [now, before] = [mean(values.slice(-12)), mean(values.slice(-24, -12))];
  return before > 0 ? Math.min(2, Math.max(0.5, now / before)) : 1;
}

/** Standard deviation of the errors in logarithms, one month ahead, over at most the last year. */
function spreadOf(values: readonly number[], first: number): number {
  const errors: number[] = [];
  for (let at = Math.max(3, values.length - 12); at < values.length; at++) {
    const forecast = forecastOf(values.slice(0, at), 0, first - (values.length - at) + 120);
    const value = values[at] ?? 0;
    if (forecast > 0 && value > 0) errors.push(Math.log(value / forecast));
  }
  const spread = errors.length === 0 ? 0.5 : Math.sqrt(mean(errors.map((error) => error * error)));
  const years = Math.floor(values.length / 12);
  const widened = spread * Math.sqrt(WIDENING[years] ?? 1.1);
  return Math.min(1.5, Math.max(LEAST_SPREAD[years] ?? 0.02, widened));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length;
}
