import fc from 'fast-check';

/** Random plans over these places and people. */
export const SEGMENTS = ['east', 'south', 'north', 'west'] as const;
export const MEMBERS = ['ann', 'bob', 'cat', 'dan', 'eve'] as const;

const percents = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: count, maxLength: count }).map((parts) => {
    const whole = parts.reduce((a, b) => a + b, 0) || 1;
    const shares = parts.map((part) => Math.floor((part * 10_000) / whole));
    const rest = 10_000 - shares.reduce((a, b) => a + b, 0);
    return shares.map((share, index) => `${((index === 0 ? share + rest : share) / 100).toFixed(2)}%`);
  });

const step = fc.oneof(
  percents(SEGMENTS.length).map(
    (shares) => `{by: segment, shares: {${SEGMENTS.map((id, index) => `${id}: ${shares[index]}`).join(', ')}}}`,
  ),
  fc.constantFrom(
    '{by: segment}',
    '{by: owner}',
    '{by: owner, over_assign: 5%}',
    '{by: owner, shares: capacity}',
    '{by: segment, shares: potential}',
  ),
  percents(4).map((shares) => `{by: quarter, shares: [${shares.join(', ')}]}`),
  fc.constantFrom('{by: quarter}', '{by: month, shares: working-days}', '{by: month}', '{by: half}', '{by: week}'),
);
/** Each dimension once, time from coarse to fine. */
const steps = fc.array(step, { minLength: 1, maxLength: 4 }).map((all) => {
  const rank = (text: string) => ['half', 'quarter', 'month', 'week'].indexOf(/by: (\w+)/.exec(text)?.[1] ?? '');
  const seen = new Set<string>();
  const once = all.filter((text) => {
    const by = /by: (\w+)/.exec(text)?.[1] ?? '';
    return !seen.has(by) && seen.add(by);
  });
  const sorted = once.sort((a, b) => rank(a) - rank(b));
  const hasHalf = sorted.some((text) => text.includes('by: half'));
  return sorted.map((text) => (hasHalf && text.includes('by: quarter') ? '{by: quarter}' : text));
});
export const randomPlan = fc.record({
  steps,
  cents: fc.bigInt({ min: 0n, max: 10n ** 13n }),
  kind: fc.constantFrom('flow', 'stock'),
  fiscal: fc.constantFrom('01-01', '04-01'),
});

export interface RandomPlan {
  readonly steps: readonly string[];
  readonly cents: bigint;
  readonly kind: string;
  readonly fiscal: string;
}

export function yamlOf({ steps: list, cents, kind, fiscal }: RandomPlan): string {
  const target = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
  return `salesplan: 1
name: Random
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
calendar: {year_start: ${fiscal}, holidays: {2026-10-01..2026-10-07: autumn}}
metrics:
  money: {unit: money, kind: ${kind}}
segments:
${SEGMENTS.map((id, index) => `  ${id}: {owner: ${MEMBERS[index]}, size: {potential: ${index + 1}M}}`).join('\n')}
team:
  roles: {rep: {capacity: 3M, ramp: [0%, 50%, 100%]}}
  members:
${MEMBERS.map((id, index) => `    ${id}: {role: rep, start: 202${index + 2}-0${index + 1}-15, segments: [${SEGMENTS[index % 4]}, ${SEGMENTS[(index + 1) % 4]}]}`).join('\n')}
goals:
  g:
    metric: money
    baseline: {value: 100.00, period: 2025}
    target: "${target}"
    owner: ann
    decompose:
${list.map((each) => `      - ${each}`).join('\n')}
`;
}
