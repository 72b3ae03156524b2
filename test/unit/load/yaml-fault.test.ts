import { expect, it } from 'vitest';
import { parseText } from '../../../src/load/parse-yaml.ts';

// What planners get wrong in YAML, in words and at a place that they can use.
it.each<[is: string, text: string, line: number, column: number]>([
  ['open-bracket', 'goals: {a: [\n', 1, 12],
  ['open-bracket', 'goals:\n  g: {metric: revenue, owner: l\n  h: {metric: units}\n', 2, 6],
  ['open-bracket', 'goals:\n  g: {a: 1]}\n', 2, 6],
  ['missing-comma', 'goals:\n  g: {metric: revenue target: 1M}\n', 2, 15],
  ['full-width-sign', 'goals:\n  g: {metric: revenue，target: 1M}\n', 2, 22],
  ['full-width-sign', 'goals:\n  g: ｛metric: revenue｝\n', 2, 6],
  ['colon-in-value', 'goals:\n  g:\n    name: 目标: 增长\n', 3, 11],
  ['indentation', 'goals:\n  g:\n    metric: revenue\n   target: 1M\n', 4, 4],
  ['indentation', 'goals:\n  g: {a: 1}\n    h: 2\n', 3, 5],
  ['escape', 'name: "a\\qb"\n', 1, 9],
  ['open-quote', 'name: "abc\n', 1, 7],
  ['missing-colon', 'goals:\n  g\n    metric: revenue\n', 2, 1],
])('%s: %s', (is, text, line, column) => {
  const [problem] = parseText({ path: 'p', name: 'p', text }, text.length).problems;
  expect(problem).toMatchObject({ rule: 'syntax/yaml-error', args: { is }, spot: { place: { line, column } } });
});
