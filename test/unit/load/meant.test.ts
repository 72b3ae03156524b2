import { describe, expect, it } from 'vitest';
import { meantDay, meantDuration, meantPercent, meantQuantity } from '../../../src/load/meant.ts';

// What a planner wrote → what is proposed; «!» marks what can mean nothing else, and is therefore mended without asking.
const TABLES: Readonly<Record<string, readonly [(written: string) => ReturnType<typeof meantDay>, Readonly<Record<string, string>>]>> = {
  quantities: [
    meantQuantity,
    {
      '120 万': '120万!',
      '１２０万': '120万!',
      '1 200 000': '1200000!',
      '12,00,000': '',
      '1 20': '',
      '1.200.000': '1200000',
      '12 Mio': '12M',
      '12mn': '12M',
      '1200w': '1200万',
      '1.2億': '1.2亿',
      '5百万': '5M',
      '3 Mrd.': '3B',
      '5千': '5k',
      '12M元': '12M',
      '.5M': '0.5M!',
      '１，２００，０００': '1200000!',
      '1200  CNY': '1200 CNY!',
      '55 %': '55%!',
      '55％': '55%!',
      '￥12 000 000': '12000000',
      '¥1.2亿': '1.2亿',
      '120万元': '120万',
      '1.2m': '1.2M',
      '1.2 m': '1.2M',
      $5k: '5k USD',
      '€1.2m': '1.2M EUR',
      about: '',
      '': '',
    },
  ],
  percents: [
    meantPercent,
    { '45 %': '45%!', '４５％': '45%!', '45': '45%', '12.5': '12.5%', '-10': '-10%', '0': '0%', '-0.5': '', '0.45': '', '1': '', half: '' },
  ],
  days: [
    meantDay,
    {
      '2026/3/31': '2026-03-31!',
      '2026.03.31': '2026-03-31!',
      '2026-3-1': '2026-03-01!',
      '20260331': '2026-03-31!',
      '2026年3月31日': '2026-03-31!',
      '２０２６-03-31': '2026-03-31!',
      '31/3/2026': '2026-03-31!',
      '3/31/2026': '2026-03-31!',
      '3/4/2026': '',
      '2026/2/30': '',
      '2026Q1': '2026-Q1!',
      '2026-q1': '2026-Q1!',
      'Q1 2026': '2026-Q1!',
      '2026-W6': '2026-W06!',
      'Sep 27, 2026': '2026-09-27!',
      '27-Sep-2026': '2026-09-27!',
      '2026-38': '2026-W38',
      '2026-3': '2026-03!',
      '2026/03': '2026-03!',
      '2026年3月': '2026-03!',
      FY2026Q2: 'FY2026-Q2!',
      '2026-Q5': '',
      soon: '',
    },
  ],
  durations: [
    meantDuration,
    {
      '10天': '10 days!',
      '10 d': '10 days!',
      '3个月': '3 months!',
      '1 Week': '1 week!',
      '5 working days': '5 workdays!',
      '2季度': '2 quarters!',
      '3m': '',
      '10': '',
      long: '',
    },
  ],
};

describe.each(Object.entries(TABLES))('%s', (_, [meant, table]) => {
  it.each(Object.entries(table))('%s → %s', (written, expected) => {
    const { suggestion = '', isCertain } = meant(written);
    expect(suggestion + (isCertain ? '!' : '')).toBe(expected);
  });
});
