import { addDays, type Day } from '../model/day.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Dimension, Step } from '../model/step.ts';
import type { Tenures } from '../model/tenure.ts';
import type { Holder } from './node.ts';

/**
 * Who a child belongs to: the member of an owner step; else the step's `owners`, the segment's, product's or channel's
 * own owner, the child goal's; else whoever the parent belongs to, for the same reason.
 */
export function holderOf(step: Step, dimension: Dimension, key: Id, parent: Holder, plan: Plan): Holder {
  const holder = ownHolder(step, dimension, key, plan) ?? {
    tenures: parent.tenures,
    from: parent.from === 'goal' ? ('parent' as const) : parent.from,
    credit: parent.credit,
    creditTo: parent.creditTo,
  };
  if (step.transfers.length === 0) return holder;
  const moves = step.transfers.filter(({ to }) => to.has(key)).sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first] = moves;
  if (!first) return holder;
  const tenures = moves.reduce((before, { from, to }) => handOver(before, from, to.get(key) ?? ''), holder.tenures);
  return holder.credit ? { ...holder, tenures, creditTo: addDays(first.from, -1) } : { ...holder, tenures };
}

function ownHolder(step: Step, dimension: Dimension, key: Id, plan: Plan): Holder | undefined {
  if (dimension === 'owner') return { tenures: always(key), from: 'member', credit: step.credit.get(key) };
  const credit = step.credit.get(key);
  const given = step.owners.get(key) ?? credit?.keys().next().value;
  if (given !== undefined) return { tenures: always(given), from: 'step', credit };
  switch (dimension) {
    case 'segment':
      return owned(plan.segments.get(key)?.owner, 'segment');
    case 'product':
      return owned(plan.products.get(key)?.owner, 'product');
    case 'channel':
      return owned(plan.channels.get(key)?.owner, 'channel');
    case 'stage':
      return owned(plan.stages.get(key)?.owner, 'step');
    case 'goal':
      return owned(plan.goals.get(key)?.owner, 'goal');
    default:
      return undefined;
  }
}

function owned(tenures: Tenures | undefined, from: Holder['from']): Holder | undefined {
  return tenures && { tenures, from };
}

function always(who: Id): Tenures {
  return [{ who, from: undefined, to: undefined }];
}

/** From that day on it belongs to somebody else. */
function handOver(tenures: Tenures, from: Day, who: Id): Tenures {
  const before = tenures.filter((tenure) => tenure.from === undefined || tenure.from < from);
  const cut = before.map((tenure) => (tenure.to === undefined || tenure.to >= from ? { ...tenure, to: addDays(from, -1) } : tenure));
  return [...cut, { who, from, to: undefined }];
}
