/** A table that some reader got out of a file that is not delimited text. */
export interface Table {
  readonly columns: readonly string[];
  /** Rows with their line in the file (row of the sheet, line of the record), in order. */
  rows(): Iterable<TableRow>;
}

export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A record that is no row: where, and why. */
export interface BrokenRow {
  readonly line: number;
  readonly reason: string;
  /** It takes in further lines: up to which, and how many with its own. */
  readonly last?: number;
  readonly rows?: number;
}

export type TableRead =
  /** `unread`: sheets that have rows too. */
  | { readonly is: 'table'; readonly table: Table; readonly unread: readonly string[] }
  | { readonly is: 'refused'; readonly reason: string; readonly sheets?: readonly string[] }
  | { readonly is: 'empty' };

/** A table as comma-separated text, one line a row; `lines` receives where each row stood. */
export function* delimitedText({ columns, rows }: Table, hasHeader: boolean, lines: number[]): Iterable<Uint8Array> {
  const encoder = new TextEncoder();
  let text = hasHeader ? lineOf(columns, columns.length) : '';
  for (const { line, cells } of rows()) {
    text += lineOf(cells, columns.length);
    lines.push(line);
    if (text.length < 65_536) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}

function lineOf(cells: readonly string[], width: number): string {
  const texts = Array.from({ length: width }, (_, index) => cellText(cells[index] ?? ''));
  return `${texts.join(',')}\n`;
}

function cellText(cell: string): string {
  if (!/[",\r\n]/.test(cell)) return cell;
  const flat = cell.replace(/[\r\n]+/g, ' ');
  return /[",]/.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat;
}
