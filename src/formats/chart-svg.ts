import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { fraction } from '../model/fraction.ts';
import type { Language } from '../model/language.ts';
import type { Chart } from '../model/report.ts';
import { shortText } from '../text/numbers.ts';

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer]);

const COLOURS = ['#3b7dd8', '#9aa7b8', '#2f9e6e', '#d9822b', '#8a63c9', '#c2486b'];
/** Of two, the first is what the second is measured by: it stands back. */
const PAIR = ['#b9c4d2', '#3b7dd8'];
const SIZE = { width: 880, height: 280 };

/** The chart as one SVG element; the same bytes each time: its ids are counted anew in every picture by `number`. */
export function chartSvg(chart: Chart, number: number, language: Language): string {
  const drawn = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  drawn.setOption(optionsOf(chart, language));
  const svg = drawn.renderToSVGString();
  drawn.dispose();
  return withOwnIds(svg, number).replace('<svg ', '<svg role="img" ');
}

function optionsOf({ kind, labels, series }: Chart, language: Language) {
  const isLine = kind === 'line';
  return {
    animation: false,
    color: series.length === 2 ? PAIR : COLOURS,
    textStyle: { fontFamily: 'inherit' },
    grid: { left: 8, right: 12, top: 36, bottom: 8, outerBoundsMode: 'same' as const, outerBoundsContain: 'axisLabel' as const },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 14, itemHeight: 8 },
    xAxis: { type: 'category' as const, data: [...labels], boundaryGap: !isLine, axisTick: { show: false } },
    yAxis: { type: 'value' as const, splitNumber: 4, axisLabel: { formatter: (value: number) => axisText(value, language) } },
    series: series.map(({ name, values, dashed }) => ({
      name,
      type: isLine || dashed ? ('line' as const) : ('bar' as const),
      data: values.map((value) => value ?? '-'),
      ...(kind === 'stacked' ? { stack: 'all' } : {}),
      ...(isLine || dashed ? { showSymbol: false, lineStyle: { width: 2, type: dashed ? ('dashed' as const) : ('solid' as const) } } : {}),
    })),
  };
}

/** An axis label: `15M`, `30K`; in Chinese `1,500万`. */
function axisText(value: number, language: Language): string {
  return shortText(fraction(BigInt(Math.round(value * 100)), 100n), { unit: 'count', decimals: 2 }, language);
}

/** ECharts counts ids over the life of the process; a page must not depend on what was drawn before it. */
function withOwnIds(svg: string, number: number): string {
  const names = new Map<string, string>();
  return svg.replace(/zr\d+-([a-z]+)-?\d*/g, (id) => {
    const name = names.get(id) ?? `chart${number}-${names.size}`;
    names.set(id, name);
    return name;
  });
}
