import { unreachable } from '../model/brand.ts';
import type { Block, Cell, Chart, Row, Table, Tone } from '../model/report.ts';
import { chartSvg } from './chart-svg.ts';
import { escapeHtml } from './escape.ts';
import type { Format } from './format.ts';
import { STYLE } from './html-style.ts';

/** One file that needs nothing else: no script, no request, readable on paper. */
export const html: Format = {
  id: 'html',
  render: ({ title, blocks }, { language }) => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="salesplan">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${blocks.map((block, index) => drawBlock(block, captionOf(blocks, index), index)).join('\n')}
</main>
</body>
</html>
`,
};

function drawBlock(block: Block, caption: string, number: number): string {
  switch (block.is) {
    case 'heading':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
    case 'text':
      return `<p${classOf(block.tone)}>${escapeHtml(block.text)}</p>`;
    case 'facts':
      return `<dl>${block.facts.map(({ label, value, tone }) => `<div><dt>${escapeHtml(label)}</dt><dd${classOf(tone)}>${escapeHtml(value)}</dd></div>`).join('')}</dl>`;
    case 'list':
      return `<ul>${block.items.map(({ text, tone }) => `<li${classOf(tone)}>${escapeHtml(text)}</li>`).join('')}</ul>`;
    case 'table':
      return drawTable(block, caption);
    case 'chart':
      return drawChart(block, number);
    default:
      return unreachable(block);
  }
}

/** A table is named by the heading above it, for those who hear the page. */
function captionOf(blocks: readonly Block[], index: number): string {
  const above = blocks.slice(0, index).findLast((block) => block.is === 'heading');
  return above?.is === 'heading' ? above.text : '';
}

function drawTable({ columns, rows, totals = [] }: Table, caption: string): string {
  const head = columns
    .map(({ title, align }) => `<th scope="col"${align === 'right' ? ' class="n"' : ''}>${escapeHtml(title)}</th>`)
    .join('');
  const line = (row: Row) => `<tr${classOf(row.tone)}>${columns.map((_, index) => drawCell(row, index, columns)).join('')}</tr>`;
  const foot = totals.length > 0 ? `<tfoot>${totals.map(line).join('\n')}</tfoot>` : '';
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table>
<thead><tr>${head}</tr></thead>
<tbody>${rows.map(line).join('\n')}</tbody>
${foot}</table></div>`;
}

function drawCell(row: Row, index: number, columns: Table['columns']): string {
  const cell = row.cells[index] ?? '';
  const tone = typeof cell === 'string' ? undefined : cell.tone;
  const column = columns[index];
  const names = [column?.align === 'right' ? 'n' : undefined, column?.flexible ? 'w' : undefined, tone].filter(
    (name) => name !== undefined,
  );
  const indent = index === 0 && row.indent ? ` style="padding-left:${row.indent * 1.25 + 0.7}rem"` : '';
  return `<td${names.length > 0 ? ` class="${names.join(' ')}"` : ''}${indent}>${cellHtml(cell)}</td>`;
}

function cellHtml(cell: Cell): string {
  if (typeof cell === 'string') return escapeHtml(cell);
  if (cell.spark) return sparkSvg(cell.spark, cell.text);
  const text = escapeHtml(cell.text);
  if (cell.bar === undefined) return text;
  const share = Math.round(Math.min(1, Math.max(0, cell.bar)) * 1000) / 10;
  return `<span class="bar" aria-hidden="true"><i style="width:${share}%"></i></span>${text}`;
}

function sparkSvg(values: readonly (number | null)[], text: string): string {
  const known = values.filter((value): value is number => value !== null);
  const [least, most] = [Math.min(0, ...known), Math.max(1e-9, ...known)];
  const points = values.flatMap((value, index) => {
    if (value === null) return [];
    const x = 1 + (index * 78) / Math.max(1, values.length - 1);
    return [`${x.toFixed(1)} ${(19 - ((value - least) / (most - least)) * 18).toFixed(1)}`];
  });
  return `<svg class="spark" role="img" width="80" height="20" viewBox="0 0 80 20"><title>${escapeHtml(text)}</title><path d="M${points.join('L') || '0 0'}"/></svg>`;
}

function drawChart(chart: Chart, number: number): string {
  return `<figure><figcaption>${escapeHtml(chart.title)}</figcaption>${chartSvg(chart, number)}</figure>`;
}

function classOf(tone: Tone | undefined): string {
  return tone ? ` class="${tone}"` : '';
}
