import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { inQuotes } from './in-quotes.ts';
import { afterValue, endOf, startOf } from './node-places.ts';
import { lineBreakOf, lineStart, nextLine, type Splice, spliced } from './splice.ts';

/** A pin as it is to stand in the file. */
export interface PinToWrite {
  readonly at: Readonly<Record<string, string>>;
  /** Decimal text in the metric's unit. */
  readonly target: string;
  readonly note: string | undefined;
}

/** What is to become of a goal's pins. */
export interface PinChanges {
  readonly add: readonly PinToWrite[];
  /** Their targets are replaced, all else of them stays. */
  readonly change: readonly Pick<PinToWrite, 'at' | 'target'>[];
  readonly remove: readonly Pick<PinToWrite, 'at'>[];
}

/**
 * A plan's file with a goal's pins changed; comments, order and quoting of everything else stay as they are. Undefined where
 * the goal does not stand in this file, or stands there in a way that can't be changed in place (by an alias, for one).
 */
export function writePins(text: string, goal: string, changes: PinChanges): string | undefined {
  if (changes.change.length > 0 && changes.add.length + changes.remove.length > 0) {
    const changed = writePins(text, goal, { add: [], change: changes.change, remove: [] });
    return changed === undefined ? undefined : writePins(changed, goal, { ...changes, change: [] });
  }
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false });
  const home = document.getIn(['goals', goal], true);
  if (document.errors.length > 0 || !isMap(home)) return undefined;
  const pair = home.items.find((each) => isScalar(each.key) && each.key.value === 'pins');
  const breaks = lineBreakOf(text);
  if (!pair) return changes.add.length === 0 ? text : withNewKey(text, home, changes.add, breaks);
  const { value } = pair;
  if (!isSeq(value)) return changes.add.length === 0 ? undefined : emptied(text, pair, changes.add, breaks);
  const splices = spliceItems(text, value, changes, breaks);
  return splices && spliced(text, splices);
}

function spliceItems(text: string, seq: YAMLSeq, { add, change, remove }: PinChanges, breaks: string): readonly Splice[] | undefined {
  const splices: Splice[] = [];
  const find = (at: Readonly<Record<string, string>>) => seq.items.findIndex((item) => isAt(item, at));
  for (const { at, target } of change) {
    const item = seq.items[find(at)];
    const number = isMap(item) ? item.get('target', true) : undefined;
    const range = isScalar(number) ? number.range : undefined;
    if (!range) return undefined;
    splices.push({ start: range[0], end: range[1], text: target });
  }
  const gone = new Set(remove.map(({ at }) => find(at)));
  if (gone.has(-1)) return undefined;
  return seq.flow ? [...splices, ...flowItems(text, seq, gone, add)] : [...splices, ...blockItems(text, seq, gone, add, breaks)];
}

function blockItems(text: string, seq: YAMLSeq, gone: ReadonlySet<number>, add: readonly PinToWrite[], breaks: string): readonly Splice[] {
  const starts = seq.items.map((item) => lineStart(text, dashBefore(text, startOf(item))));
  const last = seq.items.at(-1);
  const end = last ? afterValue(text, endOf(last)) : 0;
  const first = startOf(seq.items[0]);
  const indent = ' '.repeat(dashBefore(text, first) - lineStart(text, dashBefore(text, first)));
  const isAllGone = gone.size === seq.items.length && add.length === 0;
  const splices: Splice[] = [...gone].map((index) => ({
    start: starts[index] ?? 0,
    end: starts[index + 1] ?? end,
    text: isAllGone && index === 0 ? `${indent}[]${breaks}` : '',
  }));
  if (add.length === 0) return splices;
  const needsBreak = end === text.length && !text.endsWith('\n');
  const lines = add.map((pin) => `${indent}- ${inFlow(pin)}${breaks}`).join('');
  return [...splices, { start: end, end, text: (needsBreak ? breaks : '') + lines }];
}

/** Items of a flow sequence go with the comma after them, the last one with the comma before it. */
function flowItems(text: string, seq: YAMLSeq, gone: ReadonlySet<number>, add: readonly PinToWrite[]): readonly Splice[] {
  const kept = seq.items.filter((_, index) => !gone.has(index)).map((item) => text.slice(startOf(item), endOf(item)));
  if (gone.size === 0 && add.length === 0) return [];
  if (gone.size === 0) {
    const last = seq.items.at(-1);
    const at = last ? endOf(last) : (seq.range?.[0] ?? 0) + 1;
    return [{ start: at, end: at, text: `${last ? ', ' : ''}${add.map(inFlow).join(', ')}` }];
  }
  const range = seq.range ?? [0, 0, 0];
  return [{ start: range[0], end: range[1], text: `[${[...kept, ...add.map(inFlow)].join(', ')}]` }];
}

/** `pins:` with nothing under it. */
function emptied(text: string, pair: Pair, add: readonly PinToWrite[], breaks: string): string | undefined {
  const key = pair.key as Node;
  const start = key.range?.[1];
  if (start === undefined || (isScalar(pair.value) && pair.value.value !== null)) return undefined;
  const indent = ' '.repeat((key.range?.[0] ?? 0) - lineStart(text, key.range?.[0] ?? 0) + 2);
  const at = nextLine(text, start);
  const lines = add.map((pin) => `${indent}- ${inFlow(pin)}${breaks}`).join('');
  return spliced(text, [{ start: at, end: at, text: (text.endsWith('\n') || at < text.length ? '' : breaks) + lines }]);
}

function withNewKey(text: string, home: YAMLMap, add: readonly PinToWrite[], breaks: string): string | undefined {
  const last = home.items.at(-1);
  const first = home.items[0];
  if (!last || !first) return undefined;
  if (home.flow) {
    const at = endOf(last.value ?? last.key);
    return spliced(text, [{ start: at, end: at, text: `, pins: [${add.map(inFlow).join(', ')}]` }]);
  }
  const start = startOf(first.key);
  const indent = ' '.repeat(start - lineStart(text, start));
  const at = afterValue(text, endOf(last.value ?? last.key));
  const lines = [`${indent}pins:`, ...add.map((pin) => `${indent}  - ${inFlow(pin)}`)].map((line) => line + breaks).join('');
  return spliced(text, [{ start: at, end: at, text: (at === text.length && !text.endsWith('\n') ? breaks : '') + lines }]);
}

function isAt(item: unknown, at: Readonly<Record<string, string>>): boolean {
  const found = isMap(item) ? item.get('at') : undefined;
  if (!isMap(found)) return false;
  const keys = Object.keys(at);
  return found.items.length === keys.length && keys.every((key) => String(found.get(key)) === at[key]);
}

function dashBefore(text: string, at: number): number {
  return text.lastIndexOf('-', at - 1);
}

/** An id, or a time bucket. */
const WORD = /^(?:\p{L}[\p{L}\p{N}_-]*|\d{4}-[A-Z]?\d+)$/u;

/** `{at: {segment: east, month: 2026-01}, target: 1200.50, note: achieved}`. */
function inFlow({ at, target, note }: PinToWrite): string {
  const places = Object.entries(at).map(([by, key]) => `${by}: ${inQuotes(key, WORD)}`);
  return `{at: {${places.join(', ')}}, target: ${target}${note === undefined ? '' : `, note: ${inQuotes(note, WORD)}`}}`;
}
