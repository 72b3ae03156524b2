import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAmount, weigh } from '../../../src/decompose/split.ts';
import { amount, sumAmounts } from '../../../src/model/amount.ts';

// Whatever is split adds up to the quantum, and no part is further than one quantum from its exact share.
const weight = fc.record({ n: fc.bigInt({ min: 0n, max: 10n ** 12n }), d: fc.bigInt({ min: 1n, max: 1000n }) });
const weights = fc.array(weight, { minLength: 1, maxLength: 60 }).filter((all) => all.some(({ n }) => n > 0n));
const total = fc.oneof(fc.integer({ min: 0, max: 10 ** 9 }), fc.bigInt({ min: 0n, max: 10n ** 24n })).map((units) => amount(units));

describe('splitting an amount', () => {
  it('adds up exactly', () => {
    fc.assert(
      fc.property(total, weights, (whole, given) => {
        expect(sumAmounts(splitAmount(whole, weigh(given)))).toBe(whole);
      }),
    );
  });

  it('gives each part within one quantum of its exact share', () => {
    fc.assert(
      fc.property(total, weights, (whole, given) => {
        const weighed = weigh(given);
        splitAmount(whole, weighed).forEach((part, index) => {
          const exact = BigInt(whole) * BigInt(weighed.units[index] ?? 0);
          const off = BigInt(part) * BigInt(weighed.total) - exact;
          expect(off < BigInt(weighed.total) && -off < BigInt(weighed.total)).toBe(true);
        });
      }),
    );
  });

  it('gives nothing to a weight of nothing', () => {
    fc.assert(
      fc.property(total, weights, (whole, given) => {
        const parts = splitAmount(whole, weigh(given));
        given.forEach(({ n }, index) => {
          if (n === 0n) expect(parts[index]).toBe(0);
        });
      }),
    );
  });

  it('is the same by safe integers and by big ones', () => {
    const small = fc.integer({ min: 0, max: 10 ** 6 });
    const few = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(small, few, (whole, given) => {
        const plain = weigh(given.map((n) => ({ n: BigInt(n), d: 1n })));
        const huge = { ...plain, units: plain.units.map(BigInt), total: BigInt(plain.total) };
        expect(splitAmount(amount(whole), plain)).toEqual(splitAmount(amount(whole), huge));
      }),
    );
  });

  it('splits 100.00 in three as people write it', () => {
    const third = { n: 1n, d: 1n };
    expect(splitAmount(amount(10_000), weigh([third, third, third]))).toEqual([3334, 3333, 3333]);
  });
});
