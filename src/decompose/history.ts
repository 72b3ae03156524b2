import { addDays, addMonthsTo, earlierDay, laterDay } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import { type Fraction, isNought, NOUGHT, over, plus, sum } from '../model/fraction.ts';
import type { Dimension } from '../model/plan.ts';
import { holds, type Span } from '../model/span.ts';
import type { Child, Parent } from './node.ts';
import { isUnder } from './place.ts';
import type { Setting } from './setting.ts';

/** Weights from the past, the period that they come from, and the children that have none. */
export interface History {
  readonly weights: readonly Fraction[];
  readonly period: Span;
  readonly missing: readonly string[];
}

/** Each child's actuals in the same days a year earlier. `facts` are the goal's. */
export function historyOfPlaces(
  dimension: Dimension,
  parent: Parent,
  children: readonly Child[],
  facts: readonly Fact[],
  setting: Setting,
): History {
  const period = yearsBefore(parent.span, 1);
  const inPeriod = facts.filter((fact) => holds(period, fact.day));
  const weights = children.map(({ key }) => {
    const path = new Map(parent.path).set(dimension, key);
    return sum(inPeriod.filter((fact) => isUnder(fact, path, setting.plan)).map((fact) => fact.value));
  });
  return { weights: weights.map(notNegative), period, missing: missingIn(children, weights) };
}

/**
 * Seasonality: each bucket's part of its year, averaged over the years that the actuals cover from their first bucket on.
 * Two years of 20 % and 30 % make a quarter weigh 25 %.
 */
export function historyOfBuckets(parent: Parent, children: readonly Child[], facts: readonly Fact[], setting: Setting): History {
  const own = facts.filter((fact) => isUnder(fact, parent.path, setting.plan));
  const first = own.reduce((earliest, fact) => earlierDay(earliest, fact.day), parent.span.start);
  const years: (readonly Fraction[])[] = [];
  let period = yearsBefore(parent.span, 1);
  for (let back = 1; back === 1 || yearsBefore(parent.span, back).end >= first; back++) {
    const year = yearsBefore(parent.span, back);
    if (back > 1 && yearsBefore(children[0]?.span ?? parent.span, back).end < first) break;
    const buckets = children.map((child) => sumIn(own, yearsBefore(child.span, back)));
    years.push(sharesOf(buckets));
    period = { start: year.start, end: period.end };
  }
  const weights = children.map((_, index) => years.reduce((total, year) => plus(total, year[index] ?? NOUGHT), NOUGHT));
  return { weights, period, missing: missingIn(children, weights) };
}

function sharesOf(values: readonly Fraction[]): readonly Fraction[] {
  const kept = values.map(notNegative);
  const total = sum(kept);
  return kept.map((value) => over(value, total) ?? NOUGHT);
}

function sumIn(facts: readonly Fact[], span: Span): Fraction {
  return sum(facts.filter((fact) => holds(span, fact.day)).map((fact) => fact.value));
}

/** More returned than sold is no weight below nothing. */
function notNegative(value: Fraction): Fraction {
  return value.n < 0n ? NOUGHT : value;
}

function missingIn(children: readonly Child[], weights: readonly Fraction[]): readonly string[] {
  return children.filter((_, index) => isNought(weights[index] ?? NOUGHT)).map((child) => child.key);
}

/** The same days of a year `years` ago: whole months stay whole. */
export function yearsBefore(span: Span, years: number): Span {
  const end = addDays(addMonthsTo(addDays(span.end, 1), -12 * years), -1);
  const start = addMonthsTo(span.start, -12 * years);
  return { start, end: laterDay(start, end) };
}
