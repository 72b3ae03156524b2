import type { Day } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import { over, toDecimal } from '../model/fraction.ts';
import type { Source } from '../model/source.ts';
import { type CustomerSteps, stepFacts } from './count-table.ts';
import type { CustomerStep } from './customer-levels.ts';
import type { Apart, ApartCount, RollUp } from './engines/engine.ts';
import type { FactStore } from './fact-store.ts';
import { placeKey } from './first-part.ts';
import { judgeOf } from './judge.ts';
import type { Placed } from './judgement.ts';
import { type MeasuredMetric, needsCustomers } from './needed.ts';
import type { Reading } from './read-source.ts';
import type { FileRows, FileSet } from './roll-source.ts';

/** What a roll-up without orders and customers says of its rows. */
export interface Rolled {
  readonly rows: Iterable<FileRows>;
  readonly question: RollUp;
}

/** Has the engine count orders into the store, and gives customers as facts; undefined: it can't. */
export async function countApart(
  { rows, question }: Rolled,
  source: Source,
  set: FileSet,
  reading: Reading,
  metrics: readonly MeasuredMetric[],
  store: FactStore,
): Promise<readonly Fact[] | undefined> {
  const { binding } = set;
  const judge = judgeOf(source, reading.plan, binding, reading.clock);
  const places = new Map<string, Placed>();
  const placed = [...rows].flatMap((each) => {
    const verdict = judge(each);
    if (verdict.is !== 'placed') return [];
    const { spot } = verdict.placed;
    const key = `${placeKey(spot)}\0${JSON.stringify([...(spot.credit?.keys() ?? [])])}`;
    if (!places.has(key)) places.set(key, verdict.placed);
    return [{ group: each.group, key, placed: verdict.placed, rows: each }];
  });
  const keys = [...places.keys()].sort();
  const at = new Map(keys.map((key, index) => [key, index]));
  const isAsked = needsCustomers(metrics);
  const counted = await reading.countApart({
    question,
    groups: placed.map(({ group, key, placed: one, rows: { count } }) => ({
      texts: [
        ...group.keys.map((text) => text ?? ''),
        ...group.sums.map(({ odd, isEmpty }) => (isEmpty ? '=' : odd === null ? '' : `=${odd}`)),
      ],
      day: one.day,
      place: at.get(key) ?? 0,
      each: group.sums[0]?.odd ? eachOf(one, count) : undefined,
    })),
    order: binding.fields.get('order'),
    customer: isAsked ? binding.fields.get('customer') : undefined,
    hasAmount: binding.fields.has('amount') || binding.fields.has('value'),
  } satisfies Apart);
  if (!counted) return undefined;
  const stepsOf = (all: readonly ApartCount[], sign = 1): CustomerStep[] =>
    all.flatMap(({ day, place, count }) => {
      const one = places.get(keys[place] ?? '');
      const ownerBound = binding.fields.has('owner');
      return one ? [{ source: source.id, placed: { ...one, day: day as Day }, ownerBound, day: day as Day, change: sign * count }] : [];
    });
  for (const { placed: one, change, ownerBound } of stepsOf(counted.orders)) store.addOrders(one, change, ownerBound);
  const steps: CustomerSteps = {
    fresh: stepsOf(counted.fresh),
    active: [...stepsOf(counted.come), ...stepsOf(counted.go, -1)],
    repeat: [...stepsOf(counted.comeAgain), ...stepsOf(counted.goAgain, -1)],
  };
  return isAsked ? stepFacts(steps, metrics, undefined) : [];
}

function eachOf({ amount }: Placed, rows: number): string {
  return toDecimal(over(amount, { n: BigInt(rows), d: 1n }) ?? amount, 4);
}
