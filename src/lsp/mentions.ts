import { follow } from '../load/locate.ts';
import { entriesOf } from '../load/ordered.ts';
import { HOMES, type Kind, referencesIn } from '../load/references.ts';
import { childOf } from '../load/shape.ts';
import type { PlanPath } from '../model/id.ts';
import type { Manuscript, Page, Stretch } from './manuscript.ts';
import type { NodeAt } from './node-at.ts';
import { stretchOf } from './node-at.ts';

/** A place where an id stands: where it is defined, or where it is named. */
export interface Mention {
  readonly id: string;
  /** What it is, or may be, the id of. */
  readonly kinds: readonly Kind[];
  readonly isDefinition: boolean;
  readonly path: PlanPath;
  readonly at: 'key' | 'value';
  readonly stretch: Stretch;
}

const KINDS = Object.keys(HOMES) as readonly Kind[];
const KNOWN = new WeakMap<Page, readonly Mention[]>();

/** All mentions of ids in a plan, file by file. */
export function mentionsIn({ pages }: Manuscript): readonly Mention[] {
  return pages.flatMap(mentionsOn);
}

function mentionsOn(page: Page): readonly Mention[] {
  const before = KNOWN.get(page);
  if (before) return before;
  const definitions = KINDS.flatMap((kind) => definitionsOf(page, kind));
  const named = referencesIn(page.data).map(
    ({ id, kinds, path, at }): Mention => ({ id, kinds, isDefinition: false, path, at, stretch: stretchAt(page, path, at) }),
  );
  const found = [...definitions, ...named];
  KNOWN.set(page, found);
  return found;
}

function definitionsOf(page: Page, kind: Kind): readonly Mention[] {
  const home = HOMES[kind];
  return entriesOf(home.reduce<unknown>(childOf, page.data)).map(([id]): Mention => {
    const path = [...home, id];
    return { id, kinds: [kind], isDefinition: true, path, at: 'key', stretch: stretchAt(page, path, 'key') };
  });
}

function stretchAt(page: Page, path: PlanPath, at: 'key' | 'value'): Stretch {
  const found = follow(page.file, path);
  return stretchOf(page, at === 'key' ? found.key : found.value);
}

/** The mention at a place of a file. */
export function mentionAt(manuscript: Manuscript, { stretch }: NodeAt): Mention | undefined {
  return mentionsIn(manuscript).find((each) => isSame(each.stretch, stretch));
}

/** All mentions of what a mention names: those of the same id and kind. */
export function mentionsOf(manuscript: Manuscript, mention: Mention): readonly Mention[] {
  const all = mentionsIn(manuscript).filter(({ id }) => id === mention.id);
  const kinds = kindsOf(mention, all);
  return distinct(all.filter((each) => kindsOf(each, all).some((kind) => kinds.includes(kind))));
}

/** Where a mention may name several kinds of thing, those that there are. */
function kindsOf(mention: Mention, all: readonly Mention[]): readonly Kind[] {
  const there = mention.kinds.filter((kind) => all.some((each) => each.isDefinition && each.kinds.includes(kind)));
  return there.length > 0 ? there : mention.kinds;
}

/** An anchor is one place, however many aliases stand for it. */
function distinct(mentions: readonly Mention[]): readonly Mention[] {
  return [...new Map(mentions.map((each) => [`${each.stretch.start} ${each.stretch.path}`, each])).values()];
}

export function isSame(a: Stretch, b: Stretch): boolean {
  return a.path === b.path && a.start === b.start && a.end === b.end;
}
