import { unreachable } from '../model/brand.ts';
import type { Block, Cell, Chart, Table } from '../model/report.ts';
import { escapeMarkdown } from './escape.ts';
import type { Format } from './format.ts';
import { sparkline } from './spark.ts';

/** GitHub-flavoured Markdown for a pull request or a chat. */
export const markdown: Format = {
  id: 'markdown',
  render: ({ blocks }, { unicode }) =>
    `${blocks
      .map((block) => drawBlock(block, unicode))
      .filter(Boolean)
      .join('\n\n')}\n`,
};

function drawBlock(block: Block, unicode: boolean): string {
  switch (block.is) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case 'text':
      return escapeMarkdown(block.text);
    case 'facts':
      return block.facts.map(({ label, value }) => `- ${escapeMarkdown(label)}: **${escapeMarkdown(value)}**`).join('\n');
    case 'list':
      return block.items.map(({ text }) => `- ${escapeMarkdown(text)}`).join('\n');
    case 'table':
      return drawTable(block, unicode);
    case 'chart':
      return drawChart(block, unicode);
    default:
      return unreachable(block);
  }
}

function drawTable({ columns, rows, totals = [] }: Table, unicode: boolean): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = line(columns.map((column) => escapeMarkdown(column.title) || ' '));
  const rule = line(columns.map((column) => (column.align === 'right' ? '---:' : '---')));
  const body = rows.map(({ cells, indent = 0 }) => {
    const texts = columns.map((_, index) => cellText(cells[index], unicode));
    return line([`${'&nbsp;&nbsp;'.repeat(indent)}${texts[0] ?? ''}`, ...texts.slice(1)]);
  });
  const sums = totals.map(({ cells }) => line(columns.map((_, index) => bold(cellText(cells[index], unicode)))));
  return [head, rule, ...body, ...sums].join('\n');
}

function bold(text: string): string {
  return text === '' ? '' : `**${text}**`;
}

function cellText(cell: Cell | undefined, unicode: boolean): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return escapeMarkdown(cell);
  return escapeMarkdown(cell.spark ? sparkline(cell.spark, unicode) : cell.text);
}

/** A chart is a line of blocks for each series; the numbers stand in the tables beside it. */
function drawChart({ title, series }: Chart, unicode: boolean): string {
  const lines = series.map(({ name, values }) => `- ${escapeMarkdown(name)}: ${escapeMarkdown(sparkline(values, unicode))}`);
  return [`**${escapeMarkdown(title)}**`, '', ...lines].join('\n');
}
