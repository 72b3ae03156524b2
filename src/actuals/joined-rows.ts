/** Cells of a row, an empty one null. */
export type Row = readonly (string | null)[];

/** The rows of a joined file by their key. */
export interface JoinedRows {
  /** The first row of each key. */
  readonly byKey: ReadonlyMap<string, Row>;
  /** Keys that several rows have, as written. */
  readonly repeated: readonly string[];
}

export function joinedRows(rows: Iterable<Row>, column: number): JoinedRows {
  const byKey = new Map<string, Row>();
  const seen = new Map<string, string[]>();
  for (const row of rows) {
    const key = row[column] ?? null;
    if (key === null || key.trim() === '') continue;
    const folded = foldKey(key);
    if (!byKey.has(folded)) byKey.set(folded, row);
    const before = seen.get(folded);
    if (before) before.push(key);
    else seen.set(folded, [key]);
  }
  const repeated = [...seen.values()].filter((keys) => keys.length > 1).map((keys) => keys.sort()[0] ?? '');
  return { byKey, repeated: repeated.sort() };
}

/** Keys meet after trimming, composing and folding letter case. */
export function foldKey(key: string): string {
  return key.normalize('NFC').trim().toLowerCase();
}

/** Cells beyond the columns that there are; empty ones are delimiters at the end of a line, nothing is lost with them. */
export function hasTooMany(cells: readonly string[], columnCount: number): boolean {
  return cells.length > columnCount && cells.slice(columnCount).some((cell) => cell !== '');
}
