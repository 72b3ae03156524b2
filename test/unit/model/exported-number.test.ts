import { describe, expect, it } from 'vitest';
import { currencyOfAmount, parseExportedNumber } from '../../../src/model/exported-number.ts';
import { toDecimal } from '../../../src/model/fraction.ts';

const read = (text: string): string | undefined => {
  const value = parseExportedNumber(text);
  return value === undefined || value === 'empty' ? value : toDecimal(value, 2);
};

describe('a number as people export it', () => {
  it.each([
    ['200 USD', '200.00', 'USD'],
    ['500USD', '500.00', 'USD'],
    ['1.2k USD', '1200.00', 'USD'],
    ['300BRL', '300.00', 'BRL'],
    ['GBP 1,000.00', '1000.00', 'GBP'],
    ['300 €', '300.00', 'EUR'],
    ['£5', '5.00', 'GBP'],
    ['1.2万美元', '12000.00', 'USD'],
    ['人民币300元', '300.00', 'CNY'],
    ['-¥1,200', '-1200.00', 'CNY'],
    ['￥(300.00)', '-300.00', 'CNY'],
    ['(¥300)', '-300.00', 'CNY'],
    ['−300', '-300.00', undefined],
    ["1'234.50", '1234.50', undefined],
    ['1’234.50', '1234.50', undefined],
    ['300k', '300000.00', undefined],
    ['12%', '12.00', undefined],
    [' ¥-   ', 'empty', 'CNY'],
    ['—', 'empty', undefined],
    ['', 'empty', undefined],
    ['USD', undefined, 'USD'],
    ['.', undefined, undefined],
    ['ABC 3', undefined, undefined],
    ['3 pcs', undefined, undefined],
    ['1,2', undefined, undefined],
  ])('%j', (text, value, currency) => {
    expect([read(text), currencyOfAmount(text, 'CNY')]).toEqual([value, currency]);
  });

  it('means the dollar and the yuan of the plan, where it has one', () => {
    expect(['$5', 'US$5', '5元', '¥5'].map((text) => currencyOfAmount(text, 'HKD'))).toEqual(['HKD', 'USD', 'HKD', 'HKD']);
  });
});
