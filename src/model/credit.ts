import type { Fraction } from './fraction.ts';
import { parsePercent } from './quantity.ts';

/** One of several who share the credit for something, as written; `share` is undefined where none is stated. */
export interface CreditText {
  readonly who: string;
  readonly share: Fraction | undefined;
}

const BETWEEN = /[;；,，、/／+＋&|\n]/;
const STATED = /^(.+?)[\s:：=(（]*(\d+(?:\.\d+)?)\s*[%％]\s*[)）]?$/;

/** Reads `Lina 60%; Zhao 40%` or `李娜(60%)、赵敏(40%)`: several names with the share of each. Undefined for one name without a share. */
export function parseCredit(text: string): readonly CreditText[] | undefined {
  const parts = text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map((part): CreditText => {
    const [, who = part, percent] = STATED.exec(part) ?? [];
    return { who: who.trim(), share: percent === undefined ? undefined : parsePercent(`${percent}%`) };
  });
  return read.length > 1 || read[0]?.share ? read : undefined;
}
