import { bucketsOf } from '../model/buckets.ts';
import type { Calendar } from '../model/calendar.ts';
import { addDays, addMonthsTo, dayNumber, dayOfNumber, daysBetween, earlierDay, laterDay, monthOf } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import { fiscalYear, fiscalYearOf } from '../model/fiscal-year.ts';
import { type Fraction, isNought, NOUGHT, over, plus, sum, times } from '../model/fraction.ts';
import { daysIn, holds, type Span } from '../model/span.ts';
import type { Dimension, Step, TimeDimension } from '../model/step.ts';
import type { Child, Parent } from './node.ts';
import { factsUnder } from './place.ts';
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
    return sum(factsUnder(path, inPeriod, setting.plan).map((fact) => fact.value));
  });
  return { weights: weights.map(notNegative), period, missing: missingIn(children, weights) };
}

/**
 * Seasonality: each bucket's part of its year, averaged over the years that the actuals cover from their first bucket on.
 * Two years of 20 % and 30 % make a quarter weigh 25 %. Buckets of combined months weigh together what they had together,
 * each by its working days in the plan's calendar: the festival's days are not worked in the month that it moves to.
 */
export function historyOfBuckets(
  step: Step,
  dimension: TimeDimension,
  parent: Parent,
  children: readonly Child[],
  facts: readonly Fact[],
  setting: Setting,
): History {
  const own = factsUnder(parent.path, facts, setting.plan);
  const first = own.reduce((earliest, fact) => earlierDay(earliest, fact.day), parent.span.start);
  const { calendar } = setting.plan;
  const past = (span: Span, back: number) => yearsBack(span, back, dimension, calendar);
  const years: (readonly Fraction[])[] = [];
  let period = past(parent.span, 1);
  for (let back = 1; back === 1 || past(parent.span, back).end >= first; back++) {
    const spans = children.map((child) => past(child.span, back));
    if (back > 1 && (spans[0]?.end ?? first) < first) break;
    years.push(sharesOf(children.map((child, index) => sumPerDay(own, spans[index] ?? child.span, child.span, dimension, calendar))));
    period = { start: past(parent.span, back).start, end: period.end };
  }
  const alone = children.map((_, index) => years.reduce((total, year) => plus(total, year[index] ?? NOUGHT), NOUGHT));
  const weights = combined(step, children, alone, setting);
  return { weights, period, missing: missingIn(children, weights) };
}

/** A bucket with another number of weeks than its forerunner (a 53rd week) counts by the day; months of the usual calendar are whole. */
function sumPerDay(facts: readonly Fact[], past: Span, now: Span, dimension: TimeDimension, calendar: Calendar): Fraction {
  const total = sumIn(facts, past);
  const [then, days] = [daysIn(past), daysIn(now)];
  return then === days || !isByWeeks(dimension, calendar) ? total : times(total, { n: BigInt(days), d: BigInt(then) });
}

function combined(step: Step, children: readonly Child[], alone: readonly Fraction[], setting: Setting): readonly Fraction[] {
  const weights = [...alone];
  for (const group of step.combine) {
    const members = children.flatMap(({ span }, index) => (group.includes(monthNumber(span, setting.plan.calendar)) ? [index] : []));
    const days = members.map((index) => children[index]).map((child) => BigInt(child ? setting.workingDays(child.span) : 0));
    const worked = days.reduce((a, b) => a + b, 0n);
    const whole = sum(members.map((index) => alone[index] ?? NOUGHT));
    if (worked > 0n) members.forEach((index, at) => void weights.splice(index, 1, times(whole, { n: days[at] ?? 0n, d: worked })));
  }
  return weights;
}

/** The month of the year that a bucket lies in, by its middle; under a week pattern the one of that year. */
function monthNumber(span: Span, calendar: Calendar): number {
  const middle = addDays(span.start, Math.floor(daysBetween(span.start, span.end) / 2));
  if (calendar.pattern === 'gregorian') return monthOf(middle);
  const [bucket] = bucketsOf(calendar, 'month', { start: middle, end: middle });
  return Number(bucket?.key.slice(-2));
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

/** Weeks, and all buckets of years that are made of weeks, are compared by the week. */
function isByWeeks(dimension: TimeDimension, { pattern }: Calendar): boolean {
  return dimension === 'week' || pattern !== 'gregorian';
}

/**
 * The same part of a year `years` ago: of a calendar year the same days, whole months staying whole; of a week pattern the
 * same weeks counted from the year's start, as far as that year has them; of weeks those 52 weeks earlier.
 */
function yearsBack(span: Span, years: number, dimension: TimeDimension, calendar: Calendar): Span {
  if (calendar.pattern !== 'gregorian') return inFiscalYear(span, years, calendar);
  return dimension === 'week' ? shifted(span, -364 * years) : yearsBefore(span, years);
}

function inFiscalYear(span: Span, years: number, calendar: Calendar): Span {
  const year = fiscalYearOf(calendar, dayNumber(span.start));
  const then = fiscalYear(calendar, year.name - years);
  const moved = shifted(span, then.first - year.first);
  const end = earlierDay(moved.end, dayOfNumber(then.last));
  return moved.start <= end ? { start: moved.start, end } : { start: addDays(end, -6), end };
}

function shifted({ start, end }: Span, days: number): Span {
  return { start: addDays(start, days), end: addDays(end, days) };
}

/** The same days of a year `years` ago: whole months stay whole. */
export function yearsBefore(span: Span, years: number): Span {
  const end = addDays(addMonthsTo(addDays(span.end, 1), -12 * years), -1);
  const start = addMonthsTo(span.start, -12 * years);
  return { start, end: laterDay(start, end) };
}
