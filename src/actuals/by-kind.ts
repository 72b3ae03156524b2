import type { Rows } from './roll-source.ts';

/** Remembers what is found of rows by their labels alone: rows of one kind have the same. */
export function byKind<Found>(find: (rows: Rows) => Found): (rows: Rows) => Found {
  const known: { readonly found: Found }[] = [];
  return (rows) => {
    if (rows.kind === undefined) return find(rows);
    const { found } = known[rows.kind] ?? { found: find(rows) };
    known[rows.kind] ??= { found };
    return found;
  };
}
