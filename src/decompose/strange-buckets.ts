import { bucketsOf } from '../model/buckets.ts';
import { nearName } from '../model/near-name.ts';
import { EVERY_CHILD, isTimeDimension, type Step } from '../model/step.ts';
import type { Setting } from './setting.ts';

/** Limits, owners, credit and transfers of buckets that the goal's time does not have. Reports: ref/unknown-id. */
export function tellStrangeBuckets({ goal, plan, tell }: Setting): void {
  for (const step of goal.decompose) {
    const [by] = step.by;
    const named = isTimeDimension(by) ? keysOf(step) : [];
    if (named.length === 0 || !isTimeDimension(by)) continue;
    const known = bucketsOf(plan.calendar, by, goal.span).map(({ key }) => key);
    for (const { key, path } of named) {
      if (known.includes(key)) continue;
      const args = { id: key, kind: 'bucket', by, known, nearest: nearName(key, known), goal: goal.id };
      tell({ rule: 'ref/unknown-id', spot: { in: 'plan', path: [...step.path, ...path], at: 'key' }, args });
    }
  }
}

function keysOf(step: Step) {
  const maps = ['min', 'max', 'owners', 'credit'] as const;
  const own = maps.flatMap((name) =>
    [...step[name].keys()].filter((key) => key !== EVERY_CHILD).map((key) => ({ key, path: [name, key] })),
  );
  const moved = step.transfers.flatMap(({ to }, index) => [...to.keys()].map((key) => ({ key, path: ['transfers', index, key] })));
  return [...own, ...moved];
}
