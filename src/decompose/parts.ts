import { ZERO } from '../model/amount.ts';
import { lastWorkingDay } from '../model/calendar.ts';
import { addDays, earlierDay, laterDay } from '../model/day.ts';
import type { Problem } from '../model/finding.ts';
import { type Fraction, isNought, minus, ONE, sum, times } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import { daysIn, type Span } from '../model/span.ts';
import type { Step } from '../model/step.ts';
import type { OwnerPart, Subgoal } from '../model/subgoal.ts';
import { ownerOn } from '../model/tenure.ts';
import type { Holder } from './node.ts';
import { decimalOf, keyAt } from './problems.ts';
import type { Setting } from './setting.ts';
import { splitAmount, weigh } from './split.ts';

const WHOLE: readonly OwnerPart[] = [];

/**
 * Who has how much of a leaf: by the working days of each owner where it changes hands inside its time, and by the stated
 * shares where several share the credit. Largest remainder, so that the parts add up to the target. Empty for one owner
 * and for levels. 100 in a month of 22 working days, handed over after 11 of them by two who share 60 : 40, is 30, 20, 50.
 */
export function partsOf(node: Pick<Subgoal, 'span' | 'deadline' | 'target'>, holder: Holder, setting: Setting): readonly OwnerPart[] {
  const { target, span, deadline } = node;
  const isSimple = holder.tenures.length < 2 && (holder.credit?.size ?? 0) < 2;
  if (isSimple || target === undefined || setting.goal.metric.kind !== 'flow') return WHOLE;
  const stints = stintsIn(holder, span);
  const worked = stints.map((stint) => setting.workingDays(stint));
  const isIdle = worked.every((days) => days === 0);
  const parts = stints.flatMap((stint, index) => {
    const days = { n: BigInt((isIdle ? daysIn(stint) : worked[index]) ?? 0), d: 1n };
    const due = stint.end === span.end ? deadline : lastWorkingDay(setting.plan.calendar, stint);
    return sharersOn(stint, holder).map(([owner, credit]) => ({ owner, span: stint, deadline: due, credit, weight: times(days, credit) }));
  });
  if (new Set(parts.map(({ owner }) => owner)).size < 2) return WHOLE;
  const weights = parts.map(({ weight }) => weight);
  if (isNought(sum(weights)) || weights.some(({ n }) => n < 0n)) return WHOLE;
  const amounts = splitAmount(target, weigh(weights));
  return parts.map(({ weight: _, ...part }, index) => ({ ...part, target: amounts[index] ?? ZERO }));
}

/** Who has a run of days between two hand-overs. */
function sharersOn(stint: Span, { tenures, credit, creditTo }: Holder): readonly (readonly [Id, Fraction])[] {
  const isShared = credit && (creditTo === undefined || stint.end <= creditTo);
  return isShared ? [...credit] : [[ownerOn(tenures, stint.start) ?? '', ONE]];
}

/** A span cut wherever it changes hands; the same person in a row has it once. */
function stintsIn({ tenures, creditTo }: Holder, span: Span): readonly Span[] {
  const stints: { who: Id; span: Span }[] = [];
  for (const { who, from, to } of tenures) {
    const start = from === undefined ? span.start : laterDay(from, span.start);
    const end = to === undefined ? span.end : earlierDay(to, span.end);
    const last = stints.at(-1);
    if (start > end) continue;
    const goesOn = last?.who === who && addDays(last.span.end, 1) === start && last.span.end !== creditTo;
    if (last && goesOn) last.span = { start: last.span.start, end };
    else stints.push({ who, span: start === span.start && end === span.end ? span : { start, end } });
  }
  return stints.map((stint) => stint.span);
}

/** Credit that is shared must be all of it, and whoever answers for the child have a part. Reports: sum/shares-not-100. */
export function tellCreditOff({ goal, tell }: Setting): void {
  for (const step of goal.decompose) {
    for (const [child, shares] of step.credit) {
      const args = creditFault(child, shares, step);
      const at = { by: 'credit', goal: goal.id, node: child, children: [...shares.keys()] };
      if (args) tell({ rule: 'sum/shares-not-100', spot: keyAt([...step.path, 'credit'], child), args: { ...args, ...at } });
    }
  }
}

function creditFault(child: Id, shares: ReadonlyMap<Id, Fraction>, step: Step): Problem['args'] | undefined {
  const negative = [...shares].find(([, share]) => share.n < 0n);
  if (negative) return { is: 'negative', child: negative[0] };
  const total = sum([...shares.values()]);
  const off = minus(total, ONE);
  const points = (share: Fraction) => decimalOf({ n: share.n * 100n, d: share.d });
  if (off.n < 0n) return { is: 'total', total: points(total), missing: points({ n: -off.n, d: off.d }) };
  if (off.n > 0n) return { is: 'total', total: points(total), over: points(off) };
  const answers = step.by[0] === 'owner' ? child : step.owners.get(child);
  return answers === undefined || shares.has(answers) ? undefined : { is: 'answers', child, owner: answers };
}
