import { foldLabel } from '../model/fold-label.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import type { Binding } from './bind.ts';
import { finderOf } from './labels.ts';
import type { Rows } from './roll-source.ts';

/** As people and Excel write them: 合计, 华东 汇总, Total, East Total. */
const CHINESE = /(?:合计|总计|小计|共计|累计|汇总)[:：]?$/;
const ENGLISH = /(?:^|\s)(?:grand ?|sub-?)?totals?:?$/;

const PLACES = ['owner', 'segment', 'product', 'channel'] as const;

/** Whether rows add up others: by the text where their date should be, and by their labels. */
export interface TotalFinder {
  byDate(rows: Rows): boolean;
  byLabels(rows: Rows): boolean;
}

/**
 * Finds rows that add up others: their date or one of their labels says so, and is no name that the plan knows. Counted, they
 * would double what they add up. Where the plan has no names of a kind, English words may be one: there only Chinese ones count.
 */
export function totalFinder(source: Source, plan: Plan, { fields, named, where, kept, lost }: Binding): TotalFinder {
  const homes = { owner: plan.members, segment: plan.segments, product: plan.products, channel: plan.channels };
  const places = PLACES.filter((field) => fields.has(field)).map((field) => ({
    field,
    isTotal: remembered(homes[field].size === 0 ? isChinese : isEither, finderOf(homes[field], source.values.get(field))),
  }));
  const others = [...named.keys()].filter((name) => !where.has(name) && !kept.has(name) && !lost?.has(name));
  const isOther = remembered(isChinese, () => ({ id: undefined }));
  const isDate = remembered(isEither, () => ({ id: undefined }));
  return {
    byDate: (rows) => isDate(rows.label('date')),
    byLabels: (rows) =>
      places.some(({ field, isTotal }) => isTotal(rows.label(field))) || others.some((name) => isOther(rows.labelOf(name))),
  };
}

type Label = string | null | undefined;

/** The same labels come again and again. */
function remembered(
  isTotal: (folded: string) => boolean,
  find: (label: string) => { readonly id: string | undefined },
): (label: Label) => boolean {
  const known = new Map<string, boolean>();
  return (label) => {
    // Dates and numbers end with a digit, words for sums do not; and there are many dates.
    if (label == null || isDigit(label.charCodeAt(label.length - 1))) return false;
    const before = known.get(label);
    if (before !== undefined) return before;
    const found = isTotal(foldLabel(label)) && find(label).id === undefined;
    known.set(label, found);
    return found;
  };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isChinese(folded: string): boolean {
  return CHINESE.test(folded.replace(/\s/g, ''));
}

function isEither(folded: string): boolean {
  return isChinese(folded) || ENGLISH.test(folded);
}
