import { addDays, addMonthsTo, type Day, daysBetween } from '../model/day.ts';
import type { Deals } from '../model/deal.ts';
import { compare, type Fraction, NOUGHT, ONE, over, plus, sum, times } from '../model/fraction.ts';
import { funnelOf } from '../model/funnel.ts';
import type { Goal } from '../model/goal.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import { holds, type Span } from '../model/span.ts';
import type { Stage } from '../model/stage.ts';

/** Deals that closed in a span. Rates are shares of those won and lost; undefined where none closed. */
export interface WinRate {
  readonly won: number;
  readonly lost: number;
  readonly byCount: Fraction | undefined;
  readonly byValue: Fraction | undefined;
}

/** Win rate = won ÷ (won + lost), of the deals that closed in the span. 183 won and 122 lost: 60 %. */
export function winRateIn(deals: readonly Deals[], span: Span): WinRate {
  const closed = deals.filter(({ is, close, created }) => is !== 'open' && holds(span, close ?? created ?? addDays(span.end, 1)));
  const of = (is: Deals['is']) => closed.filter((each) => each.is === is);
  const [won, lost] = [countOf(of('won')), countOf(of('lost'))];
  const [wonValue, lostValue] = [amountOf(of('won')), amountOf(of('lost'))];
  return { won, lost, byCount: over(whole(won), whole(won + lost)), byValue: over(wonValue, plus(wonValue, lostValue)) };
}

/** Deals inside a goal's scope. */
export function dealsOfGoal(goal: Goal, deals: readonly Deals[]): readonly Deals[] {
  const { segments, products, channels } = goal.scope;
  const within = (ids: readonly Id[] | undefined, id: Id | undefined) => !ids || (id !== undefined && ids.includes(id));
  return deals.filter((deal) => within(segments, deal.segment) && within(products, deal.product) && within(channels, deal.channel));
}

/** Fewer closed deals make no win rate: three times the missing sum is the rule of thumb then. */
export const LEAST_CLOSED = 10;

/** The pipeline that is open and due to close by a goal's deadline, against what is missing. */
export interface Coverage {
  readonly open: Fraction;
  readonly missing: Fraction;
  readonly coverage: Fraction;
  /** 1 ÷ own win rate by value; 3 with too few closed deals. */
  readonly required: Fraction;
  readonly isOwnRate: boolean;
}

/** Undefined where nothing is missing. Open ÷ missing: 4.5M open for 1.5M missing is 3.0. */
export function coverageOf(deals: readonly Deals[], missing: Fraction, until: Day, asOf: Day): Coverage | undefined {
  const open = amountOf(
    deals.filter(({ is, close }) => is === 'open' && (close === undefined || (close <= until && close >= addMonthsTo(asOf, -1)))),
  );
  const coverage = missing.n > 0n ? over(open, missing) : undefined;
  if (!coverage) return undefined;
  const { won, lost, byValue } = winRateIn(deals, { start: addDays(addMonthsTo(asOf, -12), 1), end: asOf });
  const own = won + lost >= LEAST_CLOSED && byValue ? over(ONE, byValue) : undefined;
  return { open, missing, coverage, required: own ?? whole(3), isOwnRate: own !== undefined };
}

/** The part of an actual that came through the pipeline: what coverage says of a goal is worth that much. */
export function shareWon(deals: readonly Deals[], actual: Fraction, span: Span): Fraction | undefined {
  const won = deals.filter(({ is, close, created }) => is === 'won' && holds(span, close ?? created ?? addDays(span.end, 1)));
  return over(amountOf(won), actual);
}

/** What the funnel still brings by a day, and what that rests on. */
export interface FunnelYield {
  readonly perMonth: number;
  readonly months: number;
  /** From a new deal to a won one. */
  readonly conversion: Fraction;
  readonly rate: 'plan' | 'own';
  readonly average: Fraction;
  readonly fromNew: Fraction;
  readonly fromOpen: Fraction;
}

/**
 * New deals a month (mean of the last six) × the conversion from a new deal to a won one × the mean value of won deals × the
 * months whose deals still close in time; and open deals × the conversions still before them. The conversion is the plan's or
 * the deals' own, whichever is better: a CRM may hold deals from a later stage on. 10 a month × 12 % × 500k × 4 months: 2.4M.
 */
export function funnelYield(deals: readonly Deals[], plan: Plan, until: Day, asOf: Day): FunnelYield | undefined {
  const stages = funnelOf(plan).slice(0, -1);
  if (stages.length === 0 || stages.some((stage) => !stage.conversion)) return undefined;
  const created = createdIn(deals, { start: addDays(addMonthsTo(asOf, -6), 1), end: asOf });
  const average = averageWon(deals);
  if (created === 0 || !average) return undefined;
  const months = monthsThatClose(stages, until, asOf);
  const own = ownRate(deals, asOf);
  const through = (from: number) => {
    const planned = stages.slice(from).reduce<Fraction>((rate, stage) => times(rate, stage.conversion ?? ONE), ONE);
    return own && compare(own, planned) > 0 ? own : planned;
  };
  const monthly = times(times(over(whole(created), whole(6)) ?? NOUGHT, through(0)), average);
  const open = deals.filter(({ is, close }) => is === 'open' && (close === undefined || close <= until));
  const fromOpen = sum(
    open.map((deal) =>
      times(
        deal.amount,
        through(
          Math.max(
            0,
            stages.findIndex(({ id }) => id === deal.stage),
          ),
        ),
      ),
    ),
  );
  const fromNew = times(monthly, { n: BigInt(Math.round(months * 100)), d: 100n });
  const conversion = through(0);
  return { perMonth: created / 6, months, conversion, rate: conversion === own ? 'own' : 'plan', average, fromNew, fromOpen };
}

function createdIn(deals: readonly Deals[], span: Span): number {
  return countOf(deals.filter((deal) => deal.created && holds(span, deal.created)));
}

function averageWon(deals: readonly Deals[]): Fraction | undefined {
  const won = deals.filter(({ is }) => is === 'won');
  return over(amountOf(won), whole(countOf(won)));
}

/** Won ÷ (won + lost) of the last twelve months; undefined with too few. */
function ownRate(deals: readonly Deals[], asOf: Day): Fraction | undefined {
  const { won, lost, byCount } = winRateIn(deals, { start: addDays(addMonthsTo(asOf, -12), 1), end: asOf });
  return won + lost >= LEAST_CLOSED ? byCount : undefined;
}

/** Months from the day on in which a new deal can still close by `until`, with the stages' days. */
function monthsThatClose(stages: readonly Stage[], until: Day, asOf: Day): number {
  const cycle = Math.ceil(stages.reduce((days, stage) => days + (stage.days ?? 0), 0));
  const last = addDays(until, -cycle);
  return last <= asOf ? 0 : (daysBetween(asOf, last) / 365.25) * 12;
}

function countOf(deals: readonly Deals[]): number {
  return deals.reduce((count, deal) => count + deal.count, 0);
}

function amountOf(deals: readonly Deals[]): Fraction {
  return sum(deals.map((deal) => deal.amount));
}

function whole(count: number): Fraction {
  return { n: BigInt(count), d: 1n };
}
