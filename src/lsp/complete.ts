import { isMap, keysOf } from '../load/ordered.ts';
import { type Kind, referencesIn } from '../load/references.ts';
import { childOf } from '../load/shape.ts';
import type { Language } from '../model/language.ts';
import { RULES } from '../rules/index.ts';
import { kindName } from '../rules/words.ts';
import { aboutKey } from './about-key.ts';
import { inLanguage } from './in-language.ts';
import type { Manuscript, Page, Stretch } from './manuscript.ts';
import { idsOf } from './names.ts';
import { branchesOf, branchOf, type Words, wordsAt } from './schema-words.ts';
import { type Typing, typingAt } from './typing-at.ts';

/** Something that can stand where the person types. */
export interface Suggestion {
  readonly label: string;
  readonly is: 'key' | 'id' | 'word';
  /** Beside the label, in short: a name, a title. */
  readonly detail: string | undefined;
  /** Markdown. */
  readonly about: string | undefined;
  /** What is written in place of the stretch. */
  readonly text: string;
  readonly stretch: Stretch;
}

/** What can be typed at a place: keys of the format, ids with their names, words that the format has, rules of a waiver. */
export function completionsAt(manuscript: Manuscript, page: Page, offset: number, language: Language): readonly Suggestion[] {
  const comment = commentBefore(page.file.text, offset);
  if (comment !== undefined) return rulesOf(comment, page, offset, language);
  for (const typing of typingAt(page, offset)) {
    const found = typing.at === 'key' ? keysAt(typing, manuscript, language) : valuesAt(typing, manuscript, language);
    if (found.length > 0) return found;
  }
  return [];
}

/** The comment that a place is in, up to there. */
function commentBefore(text: string, offset: number): string | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /(?:^|\s)(#.*)$/.exec(line)?.[1];
}

function rulesOf(comment: string, { file }: Page, offset: number, language: Language): readonly Suggestion[] {
  const typed = /salesplan-ignore(?:-next-line)?\s+(?:[^\s,]+\s*,\s*)*([^\s,]*)$/.exec(comment)?.[1];
  if (typed === undefined) return [];
  return ruleSuggestions({ path: file.path, start: offset - typed.length, end: offset }, '', language).filter(
    ({ label }) => !label.startsWith('syntax/'),
  );
}

function ruleSuggestions(stretch: Stretch, after: string, language: Language): readonly Suggestion[] {
  return [...RULES.values()].map(({ id, explanation }) => {
    const { title, why } = explanation[language];
    return { label: id, is: 'word', detail: title, about: why, text: `${id}${after}`, stretch };
  });
}

function keysAt(typing: Typing, manuscript: Manuscript, language: Language): readonly Suggestion[] {
  const { path, page, stretch } = typing;
  const parent = path.slice(0, -1);
  const value = parent.reduce<unknown>(childOf, page.data);
  const there = isMap(value) ? keysOf(value) : [];
  const ids = idSuggestions(typing, manuscript, language, there);
  if (ids.length > 0) return ids;
  if (parent.join('/') === 'checks/rules') return ruleSuggestions(stretch, colonFor(undefined, typing), language);
  const words = wordsAt(parent, page.data);
  const { properties = {}, required = [] } = words ? branchOf(words, value) : {};
  const names = Object.keys(properties).filter((name) => !there.includes(name));
  const inOrder = [...names.filter((name) => required.includes(name)), ...names.filter((name) => !required.includes(name))];
  return inOrder.map((name) => {
    const words = wordsAt([...parent, name], page.data);
    return {
      label: name,
      is: 'key',
      detail: words && inLanguage(words, language).title,
      about: aboutKey(words, language),
      text: `${name}${colonFor(words, typing)}`,
      stretch,
    };
  });
}

/** A key whose value stands on lines below it ends its own line. */
function colonFor(words: Words | undefined, { hasColon, isAlone }: Typing): string {
  if (hasColon) return '';
  const types = words ? branchesOf(words).flatMap((form) => (form.enum ? 'string' : (form.type ?? []))) : [];
  return isAlone && types.length > 0 && types.every((type) => type === 'object' || type === 'array') ? ':' : ': ';
}

function valuesAt(typing: Typing, manuscript: Manuscript, language: Language): readonly Suggestion[] {
  const { path, page, stretch } = typing;
  const list = path.slice(0, -1).reduce<unknown>(childOf, page.data);
  const ids = idSuggestions(typing, manuscript, language, Array.isArray(list) ? list.map(String) : []);
  const words = wordsAt(path, page.data);
  const forms = words ? branchesOf(words) : [];
  const given = forms.flatMap((form) => form.enum ?? (form.type === 'boolean' ? ['true', 'false'] : []));
  const others = [...new Set(given)].map(
    (word): Suggestion => ({ label: word, is: 'word', detail: undefined, about: undefined, text: word, stretch }),
  );
  return [...ids, ...others];
}

/** Ids of the kinds that are named at a place, but those that its list or map has already. */
function idSuggestions(typing: Typing, manuscript: Manuscript, language: Language, there: readonly string[]): readonly Suggestion[] {
  const kinds = kindsAt(typing);
  const stays = typing.at === 'key' ? colonFor(undefined, typing) : '';
  return idsOf(manuscript.input, kinds)
    .filter(({ id }) => !there.includes(id))
    .map(({ id, kind, name }) => ({
      label: id,
      is: 'id',
      detail: name,
      about: `${kindName(kind, language)}${name === undefined ? '' : `: ${name}`}`,
      text: `${id}${stays}`,
      stretch: typing.stretch,
    }));
}

function kindsAt({ path, at, page }: Typing): readonly Kind[] {
  const own = JSON.stringify(path);
  return referencesIn(page.data).find((reference) => reference.at === at && JSON.stringify(reference.path) === own)?.kinds ?? [];
}
