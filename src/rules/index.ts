import * as catalogue from './catalogue.ts';
import type { Rule } from './rule.ts';

/** All rules, by id, in the order of the ids. One export line in `catalogue.ts` adds one. */
export const RULES: ReadonlyMap<string, Rule> = new Map(
  Object.values(catalogue)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => [rule.id, rule]),
);
