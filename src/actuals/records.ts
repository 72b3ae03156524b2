import type { Binding } from './bind.ts';
import { changedAt } from './changed-at.ts';
import type { Complaint } from './judgement.ts';
import { type Rows, someOf } from './roll-source.ts';
import type { DayReader } from './worth.ts';

/** Rows of which each record is there once, and the others, each with what to tell of it. */
export interface Records {
  readonly once: Iterable<Rows>;
  readonly repeated: readonly { readonly rows: Rows; readonly complaint: Complaint }[];
}

/**
 * Leaves each record in once, by its id: of several versions the one that was changed last, else the one that stands last
 * (`placeOf` tells where rows stand; it is asked only about those that are there several times). Reports: data/duplicate-order.
 */
export async function recordsOf(
  all: Iterable<Rows>,
  binding: Binding,
  placesOf: (rows: readonly Rows[]) => Promise<ReadonlyMap<Rows, number>>,
  dayOf: DayReader,
): Promise<Records> {
  const ref = binding.fields.get('id');
  if (!ref) return { once: all, repeated: [] };
  const byId = new Map<string, Rows[]>();
  const once: Rows[] = [];
  for (const rows of all) {
    const id = idOf(rows, binding);
    if (id === '') once.push(rows);
    else byId.set(id, [...(byId.get(id) ?? []), rows]);
  }
  const several = [...byId.values()].filter((versions) => versions.length > 1);
  const places = several.length > 0 ? await placesOf(several.flat()) : new Map<Rows, number>();
  const repeated: { readonly rows: Rows; readonly complaint: Complaint }[] = [];
  for (const [id, versions] of byId) {
    const last = versions.reduce((best, each) => (isLater(each, best, places, dayOf) ? each : best));
    const times = versions.reduce((sum, { count }) => sum + count, 0);
    const complaint: Complaint = { rule: 'data/duplicate-order', args: { label: id, rows: times }, ref, text: last.label('id') ?? null };
    once.push(someOf(last, 1));
    if (last.count > 1) repeated.push({ rows: someOf(last, last.count - 1), complaint });
    for (const each of versions) if (each !== last) repeated.push({ rows: each, complaint });
  }
  return { once, repeated };
}

function idOf(rows: Rows, { preset }: Binding): string {
  const id = rows.label('id')?.trim() ?? '';
  const decoration = preset?.decoration?.id;
  return decoration ? id.replace(decoration, '') : id;
}

/** Times that can't be read, or are the same, say nothing of which is later. */
function isLater(a: Rows, b: Rows, places: ReadonlyMap<Rows, number>, dayOf: DayReader): boolean {
  const [changed, before] = [a, b].map((rows) => changedAt(rows.label('modified') ?? '', dayOf));
  if (changed !== undefined && before !== undefined && changed !== before) return changed > before;
  return (places.get(a) ?? 0) > (places.get(b) ?? 0);
}
