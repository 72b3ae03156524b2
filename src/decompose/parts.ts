import { type Amount, ZERO } from '../model/amount.ts';
import { lastWorkingDay } from '../model/calendar.ts';
import { addDays, earlierDay, laterDay } from '../model/day.ts';
import { type Fraction, isNought, minus, ONE, sum } from '../model/fraction.ts';
import type { Id, Tenures } from '../model/plan.ts';
import { daysIn, type Span } from '../model/span.ts';
import type { OwnerPart, Subgoal } from '../model/subgoal.ts';
import type { Holder } from './node.ts';
import { decimalOf, keyAt } from './problems.ts';
import type { Setting } from './setting.ts';
import { splitAmount, weigh } from './split.ts';

const WHOLE: readonly OwnerPart[] = [];

/**
 * Who has how much of a leaf: by split credit its shares, else by the working days of each owner where it changes hands
 * inside its time. Largest remainder, so that the parts add up to the target. Empty for one owner and for levels.
 */
export function partsOf(node: Pick<Subgoal, 'span' | 'deadline' | 'target'>, holder: Holder, setting: Setting): readonly OwnerPart[] {
  const { target, span, deadline } = node;
  if (target === undefined || setting.goal.metric.kind !== 'flow') return WHOLE;
  if (holder.credit && holder.credit.size > 1) {
    const owners = [...holder.credit.keys()];
    return shared(
      target,
      owners.map((owner) => ({ owner, span, deadline })),
      [...holder.credit.values()],
    );
  }
  if (holder.tenures.length < 2) return WHOLE;
  const stints = stintsIn(holder.tenures, span);
  if (new Set(stints.map(({ owner }) => owner)).size < 2) return WHOLE;
  const days = stints.map((stint) => BigInt(setting.workingDays(stint.span)));
  const isIdle = days.every((count) => count === 0n);
  const weights = stints.map((stint, index) => ({ n: isIdle ? BigInt(daysIn(stint.span)) : (days[index] ?? 0n), d: 1n }));
  const calendar = setting.plan.calendar;
  return shared(
    target,
    stints.map((stint) => ({ ...stint, deadline: lastWorkingDay(calendar, stint.span) })),
    weights,
  );
}

function shared(target: Amount, parts: readonly Omit<OwnerPart, 'target'>[], weights: readonly Fraction[]): readonly OwnerPart[] {
  if (isNought(sum(weights))) return WHOLE;
  const amounts = splitAmount(target, weigh(weights));
  return parts.map((part, index) => ({ ...part, target: amounts[index] ?? ZERO }));
}

/** Who has a span when, the same person in a row once. */
function stintsIn(tenures: Tenures, span: Span): readonly { readonly owner: Id; readonly span: Span }[] {
  const stints: { owner: Id; span: Span }[] = [];
  for (const { who, from, to } of tenures) {
    const start = from === undefined ? span.start : laterDay(from, span.start);
    const end = to === undefined ? span.end : earlierDay(to, span.end);
    const last = stints.at(-1);
    if (start > end) continue;
    if (last?.owner === who && addDays(last.span.end, 1) === start) last.span = { start: last.span.start, end };
    else stints.push({ owner: who, span: { start, end } });
  }
  return stints;
}

/** Credit that is shared must be all of it. Reports: sum/shares-not-100. */
export function tellCreditOff({ goal, tell }: Setting): void {
  for (const step of goal.decompose) {
    for (const [child, shares] of step.credit) {
      const total = sum(shares.values());
      const off = minus(total, ONE);
      if (isNought(off)) continue;
      const points = (share: Fraction) => decimalOf({ n: share.n * 100n, d: share.d });
      const missing = off.n < 0n ? points({ n: -off.n, d: off.d }) : undefined;
      const over = off.n > 0n ? points(off) : undefined;
      const args = {
        is: 'total',
        total: points(total),
        missing,
        over,
        by: 'credit',
        goal: goal.id,
        node: child,
        children: [...shares.keys()],
      };
      tell({ rule: 'sum/shares-not-100', spot: keyAt([...step.path, 'credit'], child), args });
    }
  }
}
