import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PAGES, rulesReference } from '../scripts/rules-reference.mjs';
import { RULES } from '../src/rules/index.ts';
import { factsOf } from '../src/text/explain-text.ts';
import { ROOT, runIn } from './support/run.ts';

// Where this fails: npm run reference.
it.each(PAGES)('docs/reference/$file is what the rules say', ({ language, file }) => {
  const written = readFileSync(join(ROOT, 'docs', 'reference', file), 'utf8');
  expect(written).toBe(rulesReference([...RULES.values()], language, factsOf));
});

// Only where a file stands beside the plan, or the plan was another, can the mistake be out of sight.
const BESIDE = [...RULES.values()].filter(({ failing }) => failing.files || failing.before);

// Who asks sees the mistake: its line is marked, in the plan or in a file beside it.
it.each(BESIDE)('explain $id', async ({ id, failing, passing }) => {
  const { stdout } = await runIn(ROOT, ['explain', id, '--lang', 'en']);
  const [before = '', after = ''] = stdout.split('\nMended\n');
  const isText = [failing.plan, passing.plan, ...Object.values(failing.files ?? {})].every((each) => typeof each === 'string');
  if (isText) expect(before).toContain('\n▸ ');
  expect(after).not.toContain('▸');
});
