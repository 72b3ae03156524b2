import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsOf, staleIn } from '../src/cli/check-plan.ts';
import { decomposeWith } from '../src/cli/decompose-plan.ts';
import { openFolder } from '../src/cli/folder.ts';
import { openPlan } from '../src/cli/open-plan.ts';
import { readPlanActuals } from '../src/cli/read-plan-actuals.ts';
import { loadPlan } from '../src/load/index.ts';
import type { Finding } from '../src/model/finding.ts';
import { LANGUAGES, type Language } from '../src/model/language.ts';
import { RULES } from '../src/rules/index.ts';
import type { Example } from '../src/rules/rule.ts';
import { contextIn, temporary } from './support/run.ts';

// Every rule on its own examples: it fires at its line and column on the failing one, and is silent on the passing one.
describe.each([...RULES.values()])('$id', (rule) => {
  const { failing, passing } = rule;
  const inEnglish = once(() => check(failing, 'en'));

  it('finds its failing example at the exact place', async () => {
    const found = (await inEnglish()).filter((finding) => finding.rule === rule.id);
    expect(found.length).toBeGreaterThan(0);
    const { file, line, column } = found[0]?.place ?? { file: '', line: 0, column: 0 };
    expect({ file, line, column }).toEqual({ file: failing.file ?? 'salesplan.yaml', line: failing.line, column: failing.column });
    expect(found[0]?.severity).toBe(rule.severity);
  });

  it('is silent on its passing example, and nothing else is wrong there', async () => {
    const found = await check(passing, 'en');
    expect(found.filter((finding) => finding.rule === rule.id || finding.severity === 'error')).toEqual([]);
  });

  it.each(LANGUAGES)('speaks in whole sentences: %s', async (language) => {
    const [finding] = (await (language === 'en' ? inEnglish() : check(failing, language))).filter((each) => each.rule === rule.id);
    for (const text of [finding?.message ?? '', finding?.help ?? '', ...Object.values(rule.explanation[language])]) {
      expect(text).toMatch(/[.?。？]$/);
      expect(text).not.toMatch(/undefined|NaN|\[object|\?\?/);
    }
  });
});

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** All findings of an example, its data read too. */
async function check(example: Example, language: Language): Promise<readonly Finding[]> {
  const folder = temporary();
  for (const [name, text] of [['salesplan.yaml', example.plan] as const, ...Object.entries(example.files ?? {})]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const context = contextIn(folder);
  const settings = {
    format: undefined,
    language,
    asOf: '2026-06-28',
    color: undefined,
    isQuiet: false,
    isVerbose: false,
    output: undefined,
  };
  const before = example.before === undefined ? undefined : await planOf(example.before);
  const opened = await openPlan(undefined, { operands: [], options: {}, settings }, context);
  const { plan } = opened.loaded;
  if (!plan) return findingsOf(opened, { goals: [], problems: [], actuals: undefined }, []);
  const { actuals, problems } = await readPlanActuals(plan, opened, context);
  const decomposed = await decomposeWith(plan, opened, actuals);
  const stale = await staleIn(opened, decomposed);
  return findingsOf(opened, { ...decomposed, problems: [...decomposed.problems, ...problems, ...stale] }, [], undefined, before);
}

async function planOf(text: string) {
  const folder = temporary();
  writeFileSync(join(folder, 'salesplan.yaml'), text);
  return (await loadPlan(openFolder(folder).files, 'salesplan.yaml')).plan;
}
