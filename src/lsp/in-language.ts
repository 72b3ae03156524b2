import chinese from '../load/plan-zh.gen.json' with { type: 'json' };
import type { Language } from '../model/language.ts';
import type { Words } from './schema-words.ts';

interface Told {
  readonly title: string | undefined;
  readonly description: string | undefined;
}

/** Title and description of a node of the plan's schema as the person reads them. */
export function inLanguage({ title, description }: Words, language: Language): Told {
  if (language === 'en') return { title, description };
  return { title: told(title, chinese.titles), description: told(description, chinese.descriptions) };
}

function told(text: string | undefined, texts: Readonly<Record<string, string>>): string | undefined {
  return text === undefined ? undefined : (texts[text] ?? text);
}
