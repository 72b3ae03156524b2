import fc from 'fast-check';
import fastStringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { cut, widthOf, wrap } from '../../../src/formats/width.ts';

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'aZ9 .-', ...'销售计划，。（）', '—', '…', '→', '█', '─', '●', '◾', '🎧', 'é', 'e\u0301', '👩‍💻', 'ｶﾞ', '한'),
    fc.string({ unit: 'grapheme', maxLength: 1 }),
  ),
});

describe('width of text', () => {
  it('is what the library says, by the short way as well', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(widthOf(any)).toBe(fastStringWidth(any));
      }),
      { numRuns: 1000 },
    );
  });

  it('is kept by a cut', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (any, width) => {
        expect(widthOf(cut(any, width))).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('is kept by every wrapped line', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 30 }), (any, width) => {
        for (const line of wrap(any, width)) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('parts no closing mark from what it closes, and no opening one from what it opens', () => {
    for (let width = 16; width < 40; width++) {
      const lines = wrap(
        '多出 262,735.86。把「2026-09」的固定值从 3,701,957.77 改为 3,439,221.91，或「销售额/FY2027-Q2」（见下）。',
        width,
      );
      expect(lines.filter((line) => /^[，。！？、：；）》」』…]|[「『《（]$/.test(line))).toEqual([]);
    }
  });
});
