import { parseCredit } from '../model/credit.ts';
import type { Args } from '../model/finding.ts';
import { type Fraction, isNought, minus, NOUGHT, ONE, plus, sum } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { Finder } from './labels.ts';

/** What an owner's cell that names several says; `complaint` where it can't be followed. */
export interface SharedCredit {
  readonly credit: ReadonlyMap<Id, Fraction> | undefined;
  readonly complaint: { readonly rule: string; readonly args: Args; readonly text: string } | undefined;
}
export type CreditFinder = (label: string) => SharedCredit | undefined;

/**
 * Reads owner cells that name several people with their shares, or that `values` maps to such a text. Undefined for a
 * cell that names one. Reports: data/credit-not-100, data/unknown-owner.
 */
export function creditFinder(find: Finder, values: ReadonlyMap<string, string> | undefined): CreditFinder {
  const known = new Map<string, SharedCredit | undefined>();
  return (label) => {
    if (!known.has(label)) known.set(label, sharedIn(label, find, values));
    return known.get(label);
  };
}

function sharedIn(label: string, find: Finder, values: ReadonlyMap<string, string> | undefined): SharedCredit | undefined {
  const mapped = values?.get(label) ?? values?.get(label.trim());
  if (mapped === undefined && find(label).id !== undefined) return undefined;
  const parts = parseCredit(mapped ?? label);
  if (!parts || (mapped !== undefined && parts.every(({ share }) => !share))) return undefined;
  const ids = parts.map(({ who }) => find(who).id);
  const isStated = parts.some(({ share }) => share);
  if (!isStated && ids.includes(undefined)) return undefined;
  const refuse = (rule: string, args: Args): SharedCredit => ({ credit: undefined, complaint: { rule, args, text: label } });
  const stranger = parts[ids.indexOf(undefined)];
  if (stranger) return refuse('data/unknown-owner', { label: stranger.who });
  const total = sum(parts.map(({ share }) => share ?? NOUGHT));
  if (!isNought(minus(total, ONE)) || parts.some(({ share }) => !share))
    return refuse('data/credit-not-100', { label, total: percentOf(total) });
  const credit = new Map<Id, Fraction>();
  parts.forEach(({ share }, index) => void credit.set(ids[index] ?? '', plus(credit.get(ids[index] ?? '') ?? NOUGHT, share ?? NOUGHT)));
  return { credit, complaint: undefined };
}

function percentOf({ n, d }: Fraction): string {
  return String(Number((n * 10000n) / d) / 100);
}
