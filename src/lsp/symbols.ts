import { isMap, type Pair } from 'yaml';
import { hasRange, keyOf } from '../load/plain.ts';
import { HOMES, type Kind } from '../load/references.ts';
import type { Language } from '../model/language.ts';
import { inLanguage } from './in-language.ts';
import type { Page, Stretch } from './manuscript.ts';
import { stretchOf } from './node-at.ts';
import { wordsAt } from './schema-words.ts';

/** An entry of the outline of a file. */
export interface Symbol {
  readonly name: string;
  readonly detail: string;
  readonly is: 'section' | Kind | 'entry';
  readonly whole: Stretch;
  readonly own: Stretch;
  readonly children: readonly Symbol[];
}

/** The outline of a file: its sections, and in them what has an id, by name. */
export function symbolsOf(page: Page, language: Language): readonly Symbol[] {
  const top = page.file.document?.contents;
  return isMap(top) ? top.items.filter((pair) => isMap(pair.value)).map((pair) => sectionOf(page, pair, [], language)) : [];
}

function sectionOf(page: Page, pair: Pair, above: readonly string[], language: Language): Symbol {
  const key = keyOf(pair);
  const path = [...above, key];
  const words = wordsAt(path, page.data);
  const title = (words && inLanguage(words, language).title) ?? '';
  const items = isMap(pair.value) ? pair.value.items : [];
  const kind = kindAt(path);
  const children = items.flatMap((item) => childrenOf(page, item, path, kind, language));
  return { name: key, detail: title, is: 'section', ...placeOf(page, pair), children };
}

function childrenOf(page: Page, pair: Pair, path: readonly string[], kind: Kind | undefined, language: Language): readonly Symbol[] {
  if (kind !== undefined || isOpen(page, path)) return [entryOf(page, pair, kind)];
  return isMap(pair.value) ? [sectionOf(page, pair, path, language)] : [];
}

/** A map of the planner's own keys without a kind: risks, sources, check-ins. */
function isOpen(page: Page, path: readonly string[]): boolean {
  const words = wordsAt(path, page.data);
  return words?.properties === undefined && typeof words?.additionalProperties === 'object';
}

function entryOf(page: Page, pair: Pair, kind: Kind | undefined): Symbol {
  const id = keyOf(pair);
  const name = isMap(pair.value) ? pair.value.get('name') : undefined;
  const isNamed = typeof name === 'string' && name !== '';
  return { name: isNamed ? name : id, detail: isNamed ? id : '', is: kind ?? 'entry', ...placeOf(page, pair), children: [] };
}

function placeOf(page: Page, pair: Pair): Pick<Symbol, 'whole' | 'own'> {
  const own = stretchOf(page, pair.key);
  const start = hasRange(pair.key) ? pair.key.range[0] : own.start;
  const end = hasRange(pair.value) ? Math.max(pair.value.range[1], own.end) : own.end;
  return { own, whole: { path: own.path, start, end } };
}

function kindAt(path: readonly string[]): Kind | undefined {
  return (Object.keys(HOMES) as Kind[]).find((kind) => HOMES[kind].join('/') === path.join('/'));
}
