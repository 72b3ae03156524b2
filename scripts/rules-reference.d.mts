import type { Rule } from '../src/rules/rule.ts';

export const PAGES: readonly { readonly language: 'en' | 'zh'; readonly file: string }[];
export function rulesReference(rules: readonly Rule[], language: 'en' | 'zh'): string;
