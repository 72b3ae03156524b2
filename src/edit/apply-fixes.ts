import type { Edit, Fix } from '../model/finding.ts';
import { keepsRest } from './keeps-rest.ts';
import { spliced } from './splice.ts';

/** A text with fixes made, and those that were: one that would have changed more than it says is left out. */
export interface Mended {
  readonly text: string;
  readonly applied: readonly Fix[];
}

/** Makes the fixes of one file. Of two that meet the first in the file is made; the other may be tried on the new text. */
export function applyFixes(text: string, fixes: readonly Fix[]): Mended {
  const chosen = apart(fixes);
  const edits = chosen.flatMap((fix) => fix.edits);
  const all = spliced(text, edits);
  if (keepsRest(text, all, edits)) return { text: all, applied: chosen };
  const sound = chosen.filter(({ edits: own }) => keepsRest(text, spliced(text, own), own));
  const rest = sound.flatMap((fix) => fix.edits);
  const some = spliced(text, rest);
  return sound.length > 0 && keepsRest(text, some, rest) ? { text: some, applied: sound } : { text, applied: [] };
}

function apart(fixes: readonly Fix[]): readonly Fix[] {
  const taken: Edit[] = [];
  const first = ({ edits }: Fix) => Math.min(...edits.map((edit) => edit.start));
  return [...fixes]
    .filter((fix) => fix.edits.length > 0)
    .sort((a, b) => first(a) - first(b))
    .filter(({ edits }) => {
      const isFree = edits.every((edit) => taken.every((other) => edit.end <= other.start || edit.start >= other.end));
      if (isFree) taken.push(...edits);
      return isFree;
    });
}
