import { withoutTime } from './date-text.ts';
import type { PreparedFile } from './prepare.ts';
import { type Bytes, bytesOf, type ScannedColumn, textOf } from './record-reader.ts';
import type { KeyCell, Rows } from './roll-source.ts';
import { scanCells } from './scan-cells.ts';

/** Rows to be found again in their file, because something is to be told about them. */
export interface Wanted {
  readonly rows: Rows;
  /** How many places are still wanted of all that share it. */
  readonly limit: { left: number };
  /** Called with the file and the line of each row found, in the order of the file. */
  found(file: PreparedFile, line: number): void;
}

/**
 * Finds the lines of rows in one table's files. They are read again, which happens only when there is something to tell, and
 * no further than to the last place that is wanted; a line is looked up once, however many rows are wanted.
 */
export function findRows(
  wanted: readonly Wanted[],
  files: readonly PreparedFile[],
  table: number,
  hasHeader: boolean,
  chunks: (absolute: string) => Iterable<Uint8Array>,
): void {
  const shapes = shapesOf(wanted, table);
  const columns = [...new Set(shapes.flatMap(({ cells }) => cells.map(({ ref }) => ref.column)))].sort((a, b) => a - b);
  const lookups = shapes.map(({ cells, byKey }) => ({
    cells: cells.map(({ ref, as }) => ({ at: columns.indexOf(ref.column), as })),
    byKey,
  }));
  const scanned = columns.map((column) => ({ column, among: amongOf(column, shapes) }));
  const open = openOf(shapes);
  for (const file of files) {
    if (open.size === 0) return;
    scanCells(chunks(file.absolute), file.delimiter, scanned, ({ found, line, record }) => {
      if (record === 1 && hasHeader) return 'go on';
      const bytes = found.cells();
      for (const { cells, byKey } of lookups) {
        const key = cells.map(({ at, as }) => keyPart(bytes[at] ?? '', as)).join(BETWEEN);
        for (const search of byKey.get(key) ?? []) tellOf(search, file, file.origin ? record : line, open);
      }
      return open.size === 0 ? 'enough' : 'go on';
    });
  }
}

/** What wanted rows have in a column; undefined: it takes more than a look. */
function amongOf(column: number, shapes: readonly Shape[]): ScannedColumn['among'] {
  const all = new Set<Bytes>();
  let longest = Number.POSITIVE_INFINITY;
  for (const { cells, texts } of shapes) {
    const at = cells.findIndex(({ ref, as }) => ref.column === column && as !== 'trimmed');
    if (at < 0) return undefined;
    if (cells[at]?.as === 'date') longest = SHORT_DATE;
    for (const text of texts[at] ?? []) all.add(text);
  }
  return { texts: all, longest };
}

interface Search {
  readonly wanted: Wanted;
  left: number;
}

/** Rows that are recognised by the same cells, by what stands in these. */
interface Shape {
  readonly cells: readonly KeyCell[];
  /** All that is looked for in each of the cells. */
  readonly texts: readonly Set<Bytes>[];
  readonly byKey: Map<string, Search[]>;
}

const BETWEEN = '\u0001';

/** A date as short as this has no time of day. */
const SHORT_DATE = 10;

function shapesOf(wanted: readonly Wanted[], table: number): readonly Shape[] {
  const shapes = new Map<string, Shape>();
  for (const each of wanted) {
    const cells = each.rows.cells().filter(({ ref }) => ref.table === table);
    const name = cells.map(({ ref, as }) => `${ref.column} ${as}`).join();
    const shape = shapes.get(name) ?? { cells, texts: cells.map(() => new Set<Bytes>()), byKey: new Map<string, Search[]>() };
    shapes.set(name, shape);
    const parts = cells.map(({ text, as }) => bytesOf(as === 'trimmed' ? (text ?? '').trim() : (text ?? '')));
    parts.forEach((part, at) => void shape.texts[at]?.add(part));
    const key = parts.join(BETWEEN);
    const search = { wanted: each, left: table === 0 ? each.rows.count : Number.POSITIVE_INFINITY };
    const before = shape.byKey.get(key);
    if (before) before.push(search);
    else shape.byKey.set(key, [search]);
  }
  return [...shapes.values()];
}

function keyPart(cell: Bytes, as: KeyCell['as']): Bytes {
  if (as === 'label' || (as === 'date' && cell.length <= SHORT_DATE)) return cell;
  return bytesOf(as === 'date' ? withoutTime(textOf(cell)) : textOf(cell).trim());
}

/** How many searches of each limit are not at their end. */
function openOf(shapes: readonly Shape[]): Map<Wanted['limit'], number> {
  const open = new Map<Wanted['limit'], number>();
  for (const { byKey } of shapes) {
    for (const searches of byKey.values()) for (const { wanted } of searches) open.set(wanted.limit, (open.get(wanted.limit) ?? 0) + 1);
  }
  return open;
}

function tellOf(search: Search, file: PreparedFile, line: number, open: Map<Wanted['limit'], number>): void {
  const { limit } = search.wanted;
  if (search.left === 0 || limit.left === 0) return;
  search.wanted.found(file, line);
  search.left--;
  limit.left--;
  const others = (open.get(limit) ?? 0) - (search.left === 0 ? 1 : 0);
  if (limit.left === 0 || others === 0) open.delete(limit);
  else open.set(limit, others);
}
