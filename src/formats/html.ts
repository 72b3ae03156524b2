import { unreachable } from '../model/brand.ts';
import type { Language } from '../model/language.ts';
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
${blocks.map((block, index) => drawBlock(block, captionOf(blocks, index), index, language)).join('\n')}
</main>
</body>
</html>
`,
};

function drawBlock(block: Block, caption: string, number: number, language: Language): string {
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
      return drawChart(block, number, language);
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
    .map(
      (column) =>
        `<th scope="col"${classesOf(column.align === 'right' ? 'n' : undefined, dropClass(column))}>${escapeHtml(column.title)}</th>`,
    )
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
  const names = classesOf(
    column?.align === 'right' ? 'n' : undefined,
    column?.flexible ? 'w' : undefined,
    tone,
    column && dropClass(column),
  );
  const indent = index === 0 && row.indent ? ` style="padding-left:${row.indent * 1.25 + 0.7}rem"` : '';
  return `<td${names}${indent}>${cellHtml(cell)}</td>`;
}

/** How narrow the page must be for a column to go: the order in which the terminal drops them, in three steps. */
function dropClass({ drop = 0 }: Table['columns'][number]): string | undefined {
  return drop >= 7 ? 'late' : drop >= 5 ? 'mid' : drop >= 1 ? 'early' : undefined;
}

function classesOf(...names: readonly (string | undefined)[]): string {
  const own = names.filter((name) => name !== undefined);
  return own.length > 0 ? ` class="${own.join(' ')}"` : '';
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

function drawChart(chart: Chart, number: number, language: Language): string {
  return `<figure><figcaption>${escapeHtml(chart.title)}</figcaption>${chartSvg(chart, number, language)}</figure>`;
}

function classOf(tone: Tone | undefined): string {
  return tone ? ` class="${tone}"` : '';
}
