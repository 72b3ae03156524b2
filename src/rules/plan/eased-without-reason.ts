import type { Args, Problem } from '../../model/finding.ts';
import { compare, toDecimal } from '../../model/fraction.ts';
import type { Goal, TargetChange } from '../../model/goal.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { figure, quoted, told } from '../words.ts';

export const easedWithoutReason: Rule = {
  id: 'plan/eased-without-reason',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A goal was made easier, and nothing says why.',
      why: 'A target that sinks or a deadline that moves without a word teaches that goals need not be met; a year later nobody knows whether the market or the will gave way.',
      mend: "Add an entry to the goal's changes: with date, from, to, reason and by; or restore the goal. Found with check --since REVISION only.",
    },
    zh: {
      title: '目标被放宽，却没有说明原因。',
      why: '目标无声无息地下调或延期，等于告诉大家目标可以不达成；一年后没人知道是市场变了还是决心变了。',
      mend: '请在目标的 changes: 中记一条，写明 date、from、to、reason、by；或恢复原目标。只有 check --since 版本 时才检查。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 11M
    owner: lina
    decompose:
      - {by: quarter}
`,
    before: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
    line: 12,
    column: 13,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
goals:
  revenue:
    name: Revenue of 11M
    metric: revenue
    target: 11M
    owner: lina
    changes:
      - {date: 2026-05-10, from: 12M, to: 11M, reason: the main product comes late, by: lina}
    decompose:
      - {by: quarter}
`,
    before: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
  },
  *check(context: RuleContext): Iterable<Problem> {
    for (const goal of context.plan.goals.values()) {
      const before = context.before?.goals.get(goal.id);
      if (before && !hasNewReason(goal.changes, before.changes)) yield* easings(before, goal);
    }
  },
};

function* easings(before: Goal, now: Goal): Iterable<Problem> {
  const path = ['goals', now.id];
  const problem = (key: string, args: Args): Problem => ({
    rule: 'plan/eased-without-reason',
    spot: { in: 'plan', path: [...path, key], at: 'value' },
    args: { goal: now.id, ...args },
  });
  if (before.metric.id === now.metric.id && before.target.is === 'value' && now.target.is === 'value') {
    const { decimals, better } = now.metric;
    const change = compare(now.target.value, before.target.value);
    const isEased = better.is === 'lower' || better.is === 'below' ? change > 0 : better.is !== 'range' && change < 0;
    const [from, to] = [toDecimal(before.target.value, decimals), toDecimal(now.target.value, decimals)];
    if (isEased) yield problem('target', { is: 'target', from, to });
  }
  const [from, to] = [before.span.end, now.span.end];
  if (to > from) yield problem('deadline', { is: 'deadline', from, to });
}

/** An entry that was not there before and gives its reason. */
function hasNewReason(now: readonly TargetChange[], before: readonly TargetChange[]): boolean {
  const known = new Set(before.map((each) => JSON.stringify(each)));
  return now.some((each) => each.reason !== undefined && !known.has(JSON.stringify(each)));
}

function en({ is, goal, from, to }: Args): Words {
  const help = `Say why in the goal's changes: - {date: …, from: ${written(from)}, to: ${written(to)}, reason: …, by: …}.`;
  if (is === 'deadline')
    return { message: `The deadline of ${quoted(goal, 'en')} moved from ${told(from)} to ${told(to)} without a reason.`, help };
  return { message: `The target of ${quoted(goal, 'en')} was eased from ${figure(from)} to ${figure(to)} without a reason.`, help };
}

function zh({ is, goal, from, to }: Args): Words {
  const help = `请在目标的 changes 中说明：- {date: …, from: ${written(from)}, to: ${written(to)}, reason: …, by: …}。`;
  if (is === 'deadline') return { message: `目标${quoted(goal, 'zh')}的截止日期从 ${told(from)} 推迟到 ${told(to)}，没有说明原因。`, help };
  return { message: `目标${quoted(goal, 'zh')}从 ${figure(from)} 下调到 ${figure(to)}，没有说明原因。`, help };
}

/** As a plan would have it. */
function written(value: Args[string]): string {
  return told(value).replace(/^(-?\d+)\.0+$/, '$1');
}
