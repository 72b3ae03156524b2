import { isScalar, parseDocument } from 'yaml';
import type { Manuscript, Stretch } from './manuscript.ts';
import { type Mention, mentionAt, mentionsIn, mentionsOf } from './mentions.ts';
import type { NodeAt } from './node-at.ts';

/** Why an id can't be renamed, or the edits that do it. */
export type Renaming =
  | { readonly is: 'edits'; readonly edits: readonly { readonly stretch: Stretch; readonly text: string }[] }
  | { readonly is: 'no-id' | 'not-an-id' | 'taken' | 'reserved' | 'not-own' };

const ID = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u;
/** Words that stand in place of an id. */
const RESERVED = ['rest', 'from'];

/** The id at a place, if it is the plan's own (a built-in metric is not): only where it is defined can it be renamed. */
export function renamableAt(manuscript: Manuscript, node: NodeAt): Mention | undefined {
  const mention = mentionAt(manuscript, node);
  const isOwn = mention && mentionsOf(manuscript, mention).some((each) => each.isDefinition);
  return isOwn ? mention : undefined;
}

/** Renames an id wherever it is named, in all files of the plan. */
export function renameAt(manuscript: Manuscript, node: NodeAt, to: string): Renaming {
  const mention = mentionAt(manuscript, node);
  if (!mention) return { is: 'no-id' };
  if (!renamableAt(manuscript, node)) return { is: 'not-own' };
  if (!ID.test(to)) return { is: 'not-an-id' };
  if (RESERVED.includes(to)) return { is: 'reserved' };
  const mentions = mentionsOf(manuscript, mention);
  if (to !== mention.id && isTaken(manuscript, mentions, to)) return { is: 'taken' };
  const edits = mentions.map(({ stretch }) => ({ stretch, text: isQuoted(manuscript, stretch) ? to : plainText(to) }));
  return { is: 'edits', edits };
}

function isQuoted({ pages }: Manuscript, { path, start }: Stretch): boolean {
  const page = pages.find((each) => each.file.path === path);
  return /["']/.test(page?.file.text.charAt(start - 1) ?? '');
}

/** What YAML would take for something else (`true`, `1e3`) is written in quotes. */
function plainText(id: string): string {
  const { contents } = parseDocument(id, { version: '1.2', schema: 'core' });
  return isScalar(contents) && String(contents.value) === id && typeof contents.value !== 'boolean' ? id : JSON.stringify(id);
}

function isTaken(manuscript: Manuscript, mentions: readonly Mention[], to: string): boolean {
  const kinds = mentions.filter((each) => each.isDefinition).flatMap((each) => each.kinds);
  return mentionsIn(manuscript).some((each) => each.isDefinition && each.id === to && each.kinds.some((kind) => kinds.includes(kind)));
}
