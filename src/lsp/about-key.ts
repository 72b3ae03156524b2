import { stringify } from 'yaml';
import type { Language } from '../model/language.ts';
import { lspText } from '../text/lsp-text.ts';
import { inLanguage } from './in-language.ts';
import { branchesOf, type Words } from './schema-words.ts';

/** What the format says of a key, as Markdown: what it means, what it may be, an example. */
export function aboutKey(words: Words | undefined, language: Language): string | undefined {
  if (!words) return undefined;
  const text = lspText[language];
  const allowed = [...new Set(branchesOf(words).flatMap((form) => form.enum ?? []))];
  const [example] = words.examples ?? [];
  const { title, description } = inLanguage(words, language);
  const parts = [
    title === undefined ? undefined : `**${title}**`,
    description,
    allowed.length > 0 ? text.allowed(allowed.map((word) => `\`${word}\``)) : undefined,
    example === undefined ? undefined : `${text.example}\n\`\`\`yaml\n${stringify(example).trimEnd()}\n\`\`\``,
  ];
  return parts.filter((part) => part !== undefined).join('\n\n') || undefined;
}
