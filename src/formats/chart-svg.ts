import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart } from '../model/report.ts';

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer]);

const COLOURS = ['#3b7dd8', '#9aa7b8', '#2f9e6e', '#d9822b', '#8a63c9', '#c2486b'];
const SIZE = { width: 880, height: 280 };

/** The chart as one SVG element; the same bytes each time: its ids are counted anew in every picture by `number`. */
export function chartSvg(chart: Chart, number: number): string {
  const drawn = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  drawn.setOption(optionsOf(chart));
  const svg = drawn.renderToSVGString();
  drawn.dispose();
  return withOwnIds(svg, number).replace('<svg ', '<svg role="img" ');
}

function optionsOf({ kind, labels, series }: Chart) {
  const isLine = kind === 'line';
  return {
    animation: false,
    color: COLOURS,
    textStyle: { fontFamily: 'inherit' },
    grid: { left: 8, right: 12, top: 36, bottom: 8, outerBoundsMode: 'same' as const, outerBoundsContain: 'axisLabel' as const },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 14, itemHeight: 8 },
    xAxis: { type: 'category' as const, data: [...labels], boundaryGap: !isLine, axisTick: { show: false } },
    yAxis: { type: 'value' as const, splitNumber: 4, axisLabel: { formatter: short } },
    series: series.map(({ name, values, dashed }) => ({
      name,
      type: isLine || dashed ? ('line' as const) : ('bar' as const),
      data: values.map((value) => value ?? '-'),
      ...(kind === 'stacked' ? { stack: 'all' } : {}),
      ...(isLine || dashed ? { showSymbol: false, lineStyle: { width: 2, type: dashed ? ('dashed' as const) : ('solid' as const) } } : {}),
    })),
  };
}

/** An axis label: 1.2M, 30k. */
function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e8) return `${+(value / 1e9).toFixed(2)}B`;
  if (size >= 1e6) return `${+(value / 1e6).toFixed(1)}M`;
  return size >= 1e4 ? `${+(value / 1e3).toFixed(1)}k` : String(+value.toFixed(2));
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
