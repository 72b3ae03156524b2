import type { Source } from '../model/source.ts';
import type { Binding } from './bind.ts';
import { filterOf } from './labels.ts';
import type { Reading } from './read-source.ts';
import type { Rows } from './roll-source.ts';

/** Why no row of a file counts: the first column that keeps all of them out, what it should say, and what it says. */
export interface NoneCounts {
  readonly file: string | undefined;
  readonly column: string;
  readonly wanted: readonly string[];
  readonly known: readonly string[];
}

const SHOWN = 12;

/** Undefined where a row passes what the plan or the preset asks for, or nothing is asked for. */
export function whyNoneCounts(rows: Iterable<Rows>, { where }: Binding, file: string | undefined): NoneCounts | undefined {
  for (const [column, wanted] of where) {
    const passes = filterOf(new Map([[column, wanted]]));
    const known = new Set<string>();
    let isOut = true;
    for (const { labelOf } of rows) {
      isOut = !passes(labelOf);
      if (!isOut) break;
      if (known.size < SHOWN) known.add(labelOf(column)?.trim() ?? '');
    }
    known.delete('');
    if (isOut && known.size > 0) return { file, column, wanted, known: [...known] };
  }
  return undefined;
}

/** A stage that is called otherwise here, or a misspelt label, leaves all rows out. Reports: data/empty-file. */
export function tellNoneCounts(source: Source, { file, column, wanted, known }: NoneCounts, { tell }: Reading): void {
  const isOwn = source.where.has(column);
  const path = isOwn ? [...source.path, 'where', column] : [...source.path, 'from'];
  tell({ rule: 'data/empty-file', spot: { in: 'plan', path, at: 'value' }, args: { file, source: source.id, column, wanted, known } });
}
