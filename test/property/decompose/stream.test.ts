import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growGoals } from '../../../src/decompose/index.ts';
import { FORMATS } from '../../../src/formats/index.ts';
import { subgoalsReport, type Wanted } from '../../../src/reports/subgoals-report.ts';
import { planOf, treesOf } from '../../support/plans.ts';
import { randomPlan, yamlOf } from '../../support/random-plan.ts';
import { sharedRuns } from '../../support/runs.ts';

// Rows are made many at a time and leaves counted without being made: neither may show.
describe('a tree that is streamed', () => {
  it('has as many nodes as it says, with the same problems', async () => {
    await fc.assert(
      fc.asyncProperty(randomPlan, async (given) => {
        const [growth] = await growthsOf(yamlOf(given));
        const [grown] = await treesOf(yamlOf(given));
        expect(growth?.count()).toBe(grown?.tree?.nodes.length);
        expect(growth?.problems).toEqual(grown?.problems);
      }),
      sharedRuns(40),
    );
  });

  it.each(['csv', 'jsonl'])('is the same text as node by node: %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(randomPlan, async (given) => {
        const growths = await growthsOf(yamlOf(given));
        const text = async (wanted: Wanted) => {
          const { stream } = subgoalsReport('', growths, wanted);
          const chunks = (await FORMATS[format]?.())?.chunks;
          return stream && chunks ? [...chunks(stream)].join('') : '';
        };
        expect(await text(undefined)).toBe(await text(() => true));
        expect(await text(undefined)).toContain('2026');
      }),
      sharedRuns(40),
    );
  });
});

async function growthsOf(yaml: string) {
  return growGoals(await planOf(yaml), { facts: undefined, table: () => undefined });
}
