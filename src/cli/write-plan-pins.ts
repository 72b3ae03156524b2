import { gonePins, newPins, samePlace } from '../analyses/index.ts';
import { type PinChanges, type PinToWrite, writePins } from '../edit/write-pins.ts';
import { loadPlan } from '../load/index.ts';
import type { PlanFiles } from '../model/files.ts';
import { toDecimal } from '../model/fraction.ts';
import type { Goal, Pin } from '../model/goal.ts';
import { rebalanceText } from '../text/rebalance-text.ts';
import type { Context } from './context.ts';
import { CliError, EXIT } from './exit.ts';
import type { OpenedPlan } from './open-plan.ts';

/** A goal with the pins that it is to have. */
export interface Repinned {
  readonly goal: Goal;
  readonly decimals: number;
  readonly pins: readonly Pin[];
}

/** Changes the pins in the files of a plan; what they then say is read back before anything is written. Says what was written. */
export async function writePlanPins(goals: readonly Repinned[], opened: OpenedPlan, context: Context): Promise<readonly string[]> {
  const text = rebalanceText[opened.language];
  const said: string[] = [];
  const texts = new Map(opened.loaded.files.map((file) => [file.path, file.text]));
  const written = new Set<string>();
  for (const { goal, pins, decimals } of goals) {
    const changes = changesOf(goal.pins, pins, decimals, goal.metric.unit === 'percent');
    if (changes.add.length + changes.change.length + changes.remove.length === 0) continue;
    const home = opened.loaded.files.find((file) => writePins(texts.get(file.path) ?? '', goal.id, changes) !== undefined);
    const changed = home && writePins(texts.get(home.path) ?? '', goal.id, changes);
    if (!home || changed === undefined) throw new CliError(text.unwritable(goal.id), undefined, EXIT.failure);
    texts.set(home.path, changed);
    written.add(home.path);
    said.push(text.written(opened.displayOf(home.path), changes.add.length, changes.change.length, changes.remove.length));
  }
  if (written.size > 0 && !(await readsBack(texts, goals, opened))) {
    throw new CliError(text.unwritable(goals.map(({ goal }) => goal.id).join(', ')), undefined, EXIT.failure);
  }
  for (const path of written) context.writeFile(context.resolve(opened.folder.path, path), texts.get(path) ?? '');
  return said;
}

/** How many pins would be added or changed. */
export function countNewPins(goals: readonly Repinned[]): number {
  return goals.reduce((count, { goal, pins }) => count + newPins(goal.pins, pins).length, 0);
}

function changesOf(before: readonly Pin[], after: readonly Pin[], decimals: number, isPercent: boolean): PinChanges {
  const fresh = newPins(before, after);
  const isOld = (pin: Pin) => before.some((each) => samePlace(each, pin));
  const write = (pin: Pin) => toWrite(pin, decimals, isPercent);
  return {
    add: fresh.filter((pin) => !isOld(pin)).map(write),
    change: fresh.filter(isOld).map(write),
    remove: gonePins(before, after).map((pin) => ({ at: Object.fromEntries(pin.at) })),
  };
}

function toWrite({ at, target, note }: Pin, decimals: number, isPercent: boolean): PinToWrite {
  const number = toDecimal(target, decimals).replace(/\.0+$/, '');
  return { at: Object.fromEntries(at), target: isPercent ? `${number}%` : number, note };
}

async function readsBack(
  texts: ReadonlyMap<string, string>,
  goals: readonly Repinned[],
  { folder, location }: OpenedPlan,
): Promise<boolean> {
  const read: PlanFiles['read'] = (file) => {
    const text = texts.get(file);
    return text === undefined ? folder.files.read(file) : { is: 'bytes', bytes: new TextEncoder().encode(text) };
  };
  const { plan, problems } = await loadPlan({ ...folder.files, read }, location.entry);
  const areSame = (pins: readonly Pin[], wanted: readonly Pin[]) =>
    pins.length === wanted.length && newPins(pins, wanted).length === 0 && gonePins(pins, wanted).length === 0;
  return problems.length === 0 && goals.every(({ goal, pins }) => areSame(plan?.goals.get(goal.id)?.pins ?? [], pins));
}
