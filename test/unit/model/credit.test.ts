import { describe, expect, it } from 'vitest';
import { parseCredit } from '../../../src/model/credit.ts';
import { toDecimal } from '../../../src/model/fraction.ts';

describe('credit as people write it', () => {
  it.each([
    ['Lina 60%; Zhao 40%', 'Lina=0.6000 Zhao=0.4000'],
    ['李娜（60%）、赵敏（40％）', '李娜=0.6000 赵敏=0.4000'],
    ['lina:33.33%/zhao:66.67%', 'lina=0.3333 zhao=0.6667'],
    ['Ann 100%', 'Ann=1.0000'],
    ['李娜/赵敏', '李娜=? 赵敏=?'],
    ['Lina', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    const read = parseCredit(text);
    expect(read?.map(({ who, share }) => `${who}=${share ? toDecimal(share, 4) : '?'}`).join(' ')).toBe(expected);
  });
});
