import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PAGES, rulesReference } from '../scripts/rules-reference.mjs';
import { RULES } from '../src/rules/index.ts';
import { factsOf } from '../src/text/explain-text.ts';
import { ROOT } from './support/run.ts';

// Where this fails: npm run reference.
it.each(PAGES)('docs/reference/$file is what the rules say', ({ language, file }) => {
  const written = readFileSync(join(ROOT, 'docs', 'reference', file), 'utf8');
  expect(written).toBe(rulesReference([...RULES.values()], language, factsOf));
});
