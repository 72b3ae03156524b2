import { nearName } from '../model/near-name.ts';
import { entriesOf } from './ordered.ts';

/** A number that a comma within brackets cut in two: `{target: 7,200万}` has the key `200万`. */
export interface CutNumber {
  /** The key whose value is what stands before the first comma. */
  readonly key: string;
  /** As it was meant: `7,200万`. */
  readonly whole: string;
  /** True for the first piece after a comma: the others are told with it. */
  readonly isFirst: boolean;
}

/** Undefined where a key is no piece of a number before it. */
export function cutNumber(map: unknown, key: string): CutNumber | undefined {
  const entries = entriesOf(map);
  const at = entries.findIndex(([each]) => each === key);
  const start = entries.findLastIndex((entry, index) => index < at && !isPiece(entry));
  const [before, value] = entries[start] ?? [];
  if (before === undefined || !isPiece(entries[at]) || !/^[-+]?[¥￥$€£]? ?\d{1,3}$/.test(String(value))) return undefined;
  const after = entries.slice(start + 1);
  const end = after.findIndex((entry) => !isPiece(entry));
  const pieces = after.slice(0, end < 0 ? after.length : end).map(([piece]) => piece);
  return { key: before, whole: [value, ...pieces].join(','), isFirst: pieces[0] === key };
}

function isPiece(entry: readonly [string, unknown] | undefined): boolean {
  return entry?.[1] === null && /^\d{3}(?!\d)/.test(entry[0]);
}

/** The known key before the full-width colon of `owner：lina`, which YAML reads as one long key. */
export function keyBeforeColon(key: string, value: unknown, known: readonly string[]): string | undefined {
  const [head = '', rest] = key.split('：');
  return value === null && rest !== undefined ? (known.find((each) => each === head.trim()) ?? nearName(head.trim(), known)) : undefined;
}
