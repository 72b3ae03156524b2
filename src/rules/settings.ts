import { parseDuration } from '../model/duration.ts';
import type { Problem } from '../model/finding.ts';
import { nearName } from '../model/near-name.ts';
import { parsePercent } from '../model/quantity.ts';

/** Limits that a plan or the command line may move, and how each is written. */
export const THRESHOLDS: Readonly<Record<string, 'duration' | 'count' | 'percent'>> = {
  goals_per_owner: 'count',
  list_off_method: 'percent',
  span: 'count',
  stale_data: 'duration',
  stale_research: 'duration',
  under_capacity: 'percent',
};

/** True when a threshold can be read as it is written. */
export function isThreshold(name: string, value: string): boolean {
  switch (THRESHOLDS[name]) {
    case 'duration':
      return parseDuration(value) !== undefined;
    case 'percent':
      return parsePercent(value) !== undefined;
    case 'count':
      return /^\d+(?:\.\d+)?$/.test(value);
    default:
      return false;
  }
}

/** A rule or a group of rules that there is. */
export function isRulePattern(pattern: string, rules: ReadonlyMap<string, unknown>): boolean {
  return rules.has(pattern) || (pattern.endsWith('/*') && [...rules.keys()].some((id) => id.startsWith(pattern.slice(0, -1))));
}

/** What `checks:` names that there is not: it would change nothing, silently. Reports: ref/unknown-id, schema/bad-*. */
export function problemsOfSettings(input: unknown, rules: ReadonlyMap<string, unknown>): readonly Problem[] {
  const { checks } = (input ?? {}) as { readonly checks?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> };
  const known = [...rules.keys()];
  const unknownRules = Object.keys(checks?.rules ?? {}).filter((pattern) => !isRulePattern(pattern, rules));
  return [
    ...unknownRules.map((id) => unknown(['checks', 'rules', id], { id, kind: 'rule', nearest: nearName(id, known) })),
    ...Object.entries(checks?.thresholds ?? {}).flatMap(([id, value]) => problemOfThreshold(id, String(value))),
  ];
}

function problemOfThreshold(id: string, value: string): readonly Problem[] {
  const path = ['checks', 'thresholds', id];
  const kind = THRESHOLDS[id];
  const nearest = nearName(id, Object.keys(THRESHOLDS));
  if (kind === undefined) return nearest === undefined ? [] : [unknown(path, { id, kind: 'threshold', nearest })];
  if (isThreshold(id, value)) return [];
  const rule = { duration: 'schema/bad-duration', percent: 'schema/bad-percent', count: 'schema/bad-quantity' }[kind];
  return [{ rule, spot: { in: 'plan', path, at: 'value' }, args: { value, key: id } }];
}

function unknown(path: readonly string[], args: Problem['args']): Problem {
  return { rule: 'ref/unknown-id', spot: { in: 'plan', path, at: 'key' }, args };
}
