import { BUILT_IN_METRICS } from '../load/built-in-metrics.ts';
import { entriesOf, isMap } from '../load/ordered.ts';
import { HOMES, type Kind } from '../load/references.ts';
import { childOf } from '../load/shape.ts';

/** An id that a plan defines, with what people call it. */
export interface Named {
  readonly id: string;
  readonly kind: Kind;
  /** Undefined where it has no name but its id. */
  readonly name: string | undefined;
}

/** The ids of some kinds, in the plan's order; built-in metrics come last. */
export function idsOf(input: unknown, kinds: readonly Kind[]): readonly Named[] {
  return kinds.flatMap((kind) => {
    const own = entriesOf(HOMES[kind].reduce<unknown>(childOf, input)).map(([id, entry]): Named => ({ id, kind, name: nameIn(entry) }));
    const builtIn = kind === 'metric' ? [...BUILT_IN_METRICS.keys()].filter((id) => own.every((each) => each.id !== id)) : [];
    return [...own, ...builtIn.map((id): Named => ({ id, kind, name: undefined }))];
  });
}

/** A theme is its own name. */
function nameIn(entry: unknown): string | undefined {
  const name = isMap(entry) ? entry.name : entry;
  return typeof name === 'string' ? name : undefined;
}
