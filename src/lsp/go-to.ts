import type { Manuscript, Stretch } from './manuscript.ts';
import { mentionAt, mentionsOf } from './mentions.ts';
import type { NodeAt } from './node-at.ts';

/** Where the id at a place is defined: several places where it is there twice. */
export function definitionsAt(manuscript: Manuscript, node: NodeAt): readonly Stretch[] {
  const mention = mentionAt(manuscript, node);
  if (!mention) return [];
  return mentionsOf(manuscript, mention)
    .filter((each) => each.isDefinition)
    .map((each) => each.stretch);
}

/** Where the id at a place is named, with or without where it is defined. */
export function referencesAt(manuscript: Manuscript, node: NodeAt, withDefinition: boolean): readonly Stretch[] {
  const mention = mentionAt(manuscript, node);
  if (!mention) return [];
  return mentionsOf(manuscript, mention)
    .filter((each) => withDefinition || !each.isDefinition)
    .map((each) => each.stretch);
}
