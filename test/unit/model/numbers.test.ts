import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAmounts, amount, sumAmounts } from '../../../src/model/amount.ts';
import {
  addDays,
  addMonthsTo,
  day,
  dayNumber,
  dayOfNumber,
  isoWeekOf,
  monthsBetween,
  parseDay,
  weekdayOf,
} from '../../../src/model/day.ts';
import { fraction, parseDecimal, plus, roundHalfUp, toAmount, toDecimal, toFloat } from '../../../src/model/fraction.ts';

describe('amounts', () => {
  it('stay exact past the safe integers and come back to plain numbers', () => {
    const large = amount(Number.MAX_SAFE_INTEGER);
    const beyond = addAmounts(large, amount(2));
    expect(beyond).toBe(9007199254740993n);
    expect(addAmounts(beyond, amount(-2))).toBe(Number.MAX_SAFE_INTEGER);
  });
  it('refuse a part of a quantum', () => {
    expect(() => amount(0.5)).toThrow(RangeError);
  });
  it('add up in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })), (units) => {
        const forward = sumAmounts(units.map(amount));
        expect(sumAmounts(units.toReversed().map(amount))).toBe(forward);
        expect(BigInt(forward)).toBe(units.reduce((a, b) => a + b, 0n));
      }),
    );
  });
});

describe('fractions', () => {
  it.each([
    [fraction(5, 2), 3n],
    [fraction(-5, 2), -3n],
    [fraction(49, 100), 0n],
    [fraction(-49, 100), 0n],
  ])('round half away from zero', (value, expected) => {
    expect(roundHalfUp(value)).toBe(expected);
  });
  it('become amounts and decimals, rounded once', () => {
    expect(toAmount(fraction(200, 3), 2)).toBe(6667);
    expect(toDecimal(fraction(-200, 3), 2)).toBe('-66.67');
    expect(toDecimal(fraction(1, 200), 2)).toBe('0.01');
    expect(toDecimal(fraction(7), 0)).toBe('7');
  });
  it('read back the decimals that they print', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(6), (n, places) => {
        const value = fraction(n, 10n ** BigInt(places));
        const read = parseDecimal(toDecimal(value, places));
        expect(read && plus(read, fraction(-n, 10n ** BigInt(places))).n).toBe(0n);
      }),
    );
  });
  it('give floats for drawing that are close', () => {
    expect(toFloat(fraction(1, 3))).toBeCloseTo(1 / 3, 15);
    expect(toFloat(fraction(-7, 2))).toBe(-3.5);
  });
});

describe('days', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-1-1', 'today', '2025-02-29', ''])('%j is none', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });
  it('know weekdays, ISO weeks and month ends', () => {
    expect(weekdayOf(day('2026-11-24'))).toBe(2);
    expect(weekdayOf(day('1969-12-28'))).toBe(7);
    expect(isoWeekOf(day('2026-01-01'))).toBe('2026-W01');
    expect(isoWeekOf(day('2027-01-03'))).toBe('2026-W53');
    expect(addMonthsTo(day('2026-01-31'), 1)).toBe('2026-02-28');
  });
  it('step over the day that Samoa left out', () => {
    expect(addDays(day('2011-12-29'), 1)).toBe('2011-12-30');
  });
  it.each([
    ['2026-04-01', '2026-05-01', 1],
    ['2026-04-02', '2026-05-01', 0],
    ['2024-02-29', '2025-02-28', 12],
    ['2026-05-01', '2026-04-01', -1],
    ['2026-05-01', '2026-04-30', -1],
  ])('whole months from %s to %s are %i', (from, to, months) => {
    expect(monthsBetween(day(from), day(to))).toBe(months);
  });
  it('number and name each other', () => {
    fc.assert(fc.property(fc.integer({ min: -200_000, max: 200_000 }), (number) => dayNumber(dayOfNumber(number)) === number));
  });
});
