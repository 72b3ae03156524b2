import { type Day, daysBetween, earlierDay, laterDay } from './day.ts';

/** A run of days, both ends included; `start` is not after `end`. */
export interface Span {
  readonly start: Day;
  readonly end: Day;
}

export function daysIn(span: Span): number {
  return daysBetween(span.start, span.end) + 1;
}

export function holds(span: Span, on: Day): boolean {
  return on >= span.start && on <= span.end;
}

/** The days that both have; undefined when there are none. */
export function overlap(a: Span, b: Span): Span | undefined {
  const start = laterDay(a.start, b.start);
  const end = earlierDay(a.end, b.end);
  return start <= end ? { start, end } : undefined;
}
