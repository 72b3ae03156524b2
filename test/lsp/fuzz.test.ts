import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { completionsAt } from '../../src/lsp/complete.ts';
import { definitionsAt, referencesAt } from '../../src/lsp/go-to.ts';
import { hoverAt } from '../../src/lsp/hover.ts';
import { manuscriptReader } from '../../src/lsp/manuscript.ts';
import { nodeAt } from '../../src/lsp/node-at.ts';
import { renameAt } from '../../src/lsp/rename.ts';
import { symbolsOf } from '../../src/lsp/symbols.ts';
import { ROOT } from '../support/run.ts';

const PLANS = ['starter', 'electronics'].map((name) => readFileSync(join(ROOT, 'examples', name, 'salesplan.yaml'), 'utf8'));
const PIECES = [
  '\n',
  '  ',
  ': ',
  '- ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '#',
  '&a ',
  '*a',
  '|',
  '>',
  '\t',
  '<<: ',
  '? ',
  '😀',
  '\r\n',
  '---\n',
  '__proto__',
  '!!',
  '%',
];

/** A plan as it may stand while somebody types: pieces taken out and put in. */
const broken = fc
  .tuple(
    fc.constantFrom(...PLANS, PLANS[0] ?? ''),
    fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.constantFrom(...PIECES, '')), { minLength: 1, maxLength: 4 }),
    fc.nat(),
  )
  .map(([plan, edits, place]) => {
    const text = edits.reduce((before, [at, length, piece]) => {
      const start = at % (before.length + 1);
      return before.slice(0, start) + piece + before.slice(start + length);
    }, plan);
    return { text, offset: place % (text.length + 1) };
  });

it('answers at any place of any text, and only with places in that text', async () => {
  await fc.assert(
    fc.asyncProperty(broken, async ({ text, offset }) => {
      const path = '/plan/salesplan.yaml';
      const manuscript = manuscriptReader()([{ path, text }]);
      const page = manuscript.pages[0];
      if (!page) throw new Error('no page');
      const stretches = completionsAt(manuscript, page, offset, 'en').map(({ stretch }) => stretch);
      symbolsOf(page, 'zh');
      const hover = await hoverAt(manuscript, page, offset, 'zh', async () => undefined);
      const node = nodeAt(page, offset);
      const found = node ? [...definitionsAt(manuscript, node), ...referencesAt(manuscript, node, true)] : [];
      const renaming = node && renameAt(manuscript, node, 'other');
      const edits = renaming?.is === 'edits' ? renaming.edits.map(({ stretch }) => stretch) : [];
      for (const { start, end } of [...stretches, ...found, ...edits, ...(hover ? [hover.stretch] : [])]) {
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 40) },
  );
});
