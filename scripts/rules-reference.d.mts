import type { Rule } from '../src/rules/rule.ts';
import type { factsOf } from '../src/text/explain-text.ts';

export const PAGES: readonly { readonly language: 'en' | 'zh'; readonly file: string }[];
export function rulesReference(rules: readonly Rule[], language: 'en' | 'zh', facts: typeof factsOf): string;
