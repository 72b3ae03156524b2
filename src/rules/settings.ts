import type { Problem } from '../model/finding.ts';
import { nearName } from '../model/near-name.ts';
import { RULES } from './index.ts';
import type { Threshold } from './rule.ts';
import { isReadable } from './thresholds.ts';

/** Limits that a plan or the command line may move, by name: those that rules have. */
export const THRESHOLDS: ReadonlyMap<string, Threshold> = new Map(
  [...RULES.values()]
    .flatMap(({ threshold }) => threshold ?? [])
    .map((threshold): [string, Threshold] => [threshold.name, threshold])
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** True when there is such a threshold and it can be read as it is written. */
export function isThreshold(name: string, value: string): boolean {
  const threshold = THRESHOLDS.get(name);
  return threshold !== undefined && isReadable(threshold.kind, value);
}

/** A rule or a group of rules that there is. */
export function isRulePattern(pattern: string): boolean {
  return RULES.has(pattern) || (pattern.endsWith('/*') && [...RULES.keys()].some((id) => id.startsWith(pattern.slice(0, -1))));
}

/** What `checks:` names that there is not: it would change nothing, silently. Reports: ref/unknown-id, schema/bad-*. */
export function problemsOfSettings(input: unknown): readonly Problem[] {
  const { checks } = (input ?? {}) as { readonly checks?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> };
  const unknownRules = Object.keys(checks?.rules ?? {}).filter((pattern) => !isRulePattern(pattern));
  return [
    ...unknownRules.map((id) => unknown(['checks', 'rules', id], { id, kind: 'rule', nearest: nearName(id, RULES.keys()) })),
    ...Object.entries(checks?.thresholds ?? {}).flatMap(([id, value]) => problemOfThreshold(id, String(value))),
  ];
}

function problemOfThreshold(id: string, value: string): readonly Problem[] {
  const path = ['checks', 'thresholds', id];
  const kind = THRESHOLDS.get(id)?.kind;
  if (kind === undefined) return [unknown(path, { id, kind: 'threshold', nearest: nearName(id, THRESHOLDS.keys()) })];
  if (isThreshold(id, value)) return [];
  const rule = { duration: 'schema/bad-duration', percent: 'schema/bad-percent', count: 'schema/bad-quantity' }[kind];
  return [{ rule, spot: { in: 'plan', path, at: 'value' }, args: { value, key: id } }];
}

function unknown(path: readonly string[], args: Problem['args']): Problem {
  return { rule: 'ref/unknown-id', spot: { in: 'plan', path, at: 'key' }, args };
}
