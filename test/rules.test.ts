import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reviewPlan } from '../src/cli/check-plan.ts';
import { openFolder } from '../src/cli/folder.ts';
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

/** All findings of an example, as `check` finds them: its data read too. */
async function check(example: Example, language: Language): Promise<readonly Finding[]> {
  const folder = temporary();
  for (const [name, text] of [['salesplan.yaml', example.plan] as const, ...Object.entries(example.files ?? {})]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
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
  const { findings } = await reviewPlan(undefined, { operands: [], options: {}, settings }, contextIn(folder), before);
  return findings;
}

async function planOf(text: string) {
  const folder = temporary();
  writeFileSync(join(folder, 'salesplan.yaml'), text);
  return (await loadPlan(openFolder(folder).files, 'salesplan.yaml')).plan;
}
