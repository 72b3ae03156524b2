import { unreachable } from '../model/brand.ts';
import type { Block, Chart } from '../model/report.ts';
import { type Painter, painterOf } from './colour.ts';
import { visible } from './escape.ts';
import type { Format, FormatEnvironment } from './format.ts';
import { bar, sparkline } from './spark.ts';
import { drawTable } from './terminal-table.ts';
import { cut, padEnd, padStart, widthOf, wrap } from './width.ts';

/** For a window of any width: nothing is wider than it, no number is cut. */
export const terminal: Format = {
  id: 'terminal',
  render: ({ blocks }, environment) => {
    const paint = painterOf(environment.colour);
    const parts = blocks.map((block) => drawBlock(block, environment, paint)).filter((part) => part !== '');
    return `${parts.join('\n\n')}\n`;
  },
};

function drawBlock(block: Block, environment: FormatEnvironment, paint: Painter): string {
  const { width } = environment;
  switch (block.is) {
    case 'heading':
      return wrap(visible(block.text), width)
        .map((line) => (block.level === 1 ? paint.heading(line) : paint.tone('strong', line)))
        .join('\n');
    case 'text':
      return wrap(visible(block.text), width)
        .map((line) => paint.tone(block.tone, line))
        .join('\n');
    case 'facts':
      return drawFacts(block.facts, width, paint);
    case 'list':
      return block.items
        .map(({ text, tone }) => hanging(environment.unicode ? '• ' : '* ', visible(text), width, (line) => paint.tone(tone, line)))
        .join('\n');
    case 'table':
      return drawTable(block, environment, paint);
    case 'chart':
      return drawChart(block, environment, paint);
    default:
      return unreachable(block);
  }
}

function drawFacts(facts: Extract<Block, { is: 'facts' }>['facts'], width: number, paint: Painter): string {
  const labelWidth = Math.min(Math.floor(width / 2), Math.max(0, ...facts.map(({ label }) => widthOf(visible(label)))));
  return facts
    .map(({ label, value, tone }) => {
      const head = `${padEnd(cut(visible(label), labelWidth), labelWidth)}  `;
      return hanging(head, visible(value), width, (line) => paint.tone(tone, line), paint.faint);
    })
    .join('\n');
}

/** Text after a mark, its further lines under the first. */
function hanging(mark: string, text: string, width: number, dress: (line: string) => string, dressMark = (line: string) => line): string {
  const indent = widthOf(mark);
  return wrap(text, Math.max(8, width - indent))
    .map((line, index) => (index === 0 ? dressMark(mark) : ' '.repeat(indent)) + dress(line))
    .join('\n');
}

/** Bars for one series, a sparkline for each of several. */
function drawChart({ title, labels, series }: Chart, { width, unicode }: FormatEnvironment, paint: Painter): string {
  const head = wrap(visible(title), width).map((line) => paint.tone('strong', line));
  const [only, second] = series;
  if (only && !second) return [...head, ...drawBars(labels, only.values, width, unicode)].join('\n');
  const nameWidth = Math.min(Math.floor(width / 3), Math.max(0, ...series.map(({ name }) => widthOf(visible(name)))));
  const lines = series.map(({ name, values }) => {
    const room = Math.max(4, width - nameWidth - 2);
    return `${padEnd(cut(visible(name), nameWidth), nameWidth)}  ${sparkline(values.slice(-room), unicode)}`;
  });
  return [...head, ...lines].join('\n');
}

function drawBars(labels: readonly string[], values: readonly (number | null)[], width: number, unicode: boolean): readonly string[] {
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  const labelWidth = Math.min(Math.floor(width / 3), Math.max(0, ...labels.map((label) => widthOf(visible(label)))));
  const room = Math.max(4, Math.min(60, width - labelWidth - 2));
  return labels.map((label, index) => {
    const share = most > 0 ? (values[index] ?? 0) / most : 0;
    return `${padStart(cut(visible(label), labelWidth), labelWidth)}  ${bar(share, room, unicode)}`;
  });
}
