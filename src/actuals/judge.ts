import type { Day } from '../model/day.ts';
import type { Args } from '../model/finding.ts';
import { type Fraction, NOUGHT, times } from '../model/fraction.ts';
import type { Id, Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import type { Binding, ColumnRef } from './bind.ts';
import { type CreditFinder, creditFinder } from './credit.ts';
import { dayOfText } from './date-text.ts';
import { type Finder, filterOf, finderOf, type Matched, matcherOf } from './labels.ts';
import type { Rows } from './roll-source.ts';

/** Something to tell about rows, with the cell that shows it. */
export interface Complaint {
  readonly rule: string;
  readonly args: Args;
  readonly ref: ColumnRef | undefined;
  readonly text: string | null;
}

/** Where rows belong in the plan. */
export interface Placed {
  readonly day: Day;
  readonly owner: Id | undefined;
  /** Who shares it in which shares, which total 1; undefined: it is its owner's alone. */
  readonly credit: ReadonlyMap<Id, Fraction> | undefined;
  readonly segment: string | undefined;
  readonly product: string | undefined;
  readonly channel: string | undefined;
  /** Set where the file names the metric of each row. */
  readonly metric: Id | undefined;
  readonly amount: Fraction;
  readonly quantity: Fraction | undefined;
  readonly isUnassigned: boolean;
}

export type Judgement =
  | { readonly is: 'excluded' }
  | { readonly is: 'rejected'; readonly complaint: Complaint }
  | {
      readonly is: 'placed';
      readonly placed: Placed;
      readonly complaints: readonly Complaint[];
      readonly folded: readonly { readonly field: string; readonly label: string; readonly id: Id }[];
    };

/** Decides about rows of one layout: left out, rejected, or placed in the plan. */
export function judgeOf(source: Source, plan: Plan, binding: Binding): (rows: Rows) => Judgement {
  const find = {
    owner: finderOf(plan.members, source.values.get('owner')),
    segment: finderOf(plan.segments, source.values.get('segment')),
    product: finderOf(plan.products, source.values.get('product')),
    channel: finderOf(plan.channels, source.values.get('channel')),
    metric: finderOf(plan.metrics, source.values.get('metric')),
  };
  const match = {
    segment: matcherOf(plan.segments, binding.named),
    product: matcherOf(plan.products, binding.named),
    channel: matcherOf(plan.channels, binding.named),
  };
  const places = (['segment', 'product', 'channel'] as const).map((field) => ({
    field,
    isBound: binding.fields.has(field),
    isDefined: { segment: plan.segments, product: plan.products, channel: plan.channels }[field].size > 0,
    find: find[field],
    match: match[field],
  }));
  const findCredit = creditFinder(find.owner, source.values.get('owner'));
  const passes = filterOf(binding.where);
  const dayOf = remembering((text) => dayOfText(text, source.formats.date));
  return (rows) => {
    if (!passes(rows.labelOf)) return { is: 'excluded' };
    const rejection = rejectionOf(rows, dayOf, plan, binding, find.metric);
    if ('rule' in rejection) return { is: 'rejected', complaint: rejection };
    return place(rows, rejection, places, find.owner, findCredit, binding);
  };
}

type DayReader = (text: string) => Day | 'ambiguous' | undefined;

/** The same texts come again and again. */
function remembering<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (!known.has(text)) known.set(text, read(text));
    return known.get(text) as Value;
  };
}

type Accepted = Pick<Placed, 'day' | 'metric' | 'amount' | 'quantity'>;

/** Why rows can't be used, or what they count. */
function rejectionOf(rows: Rows, dayOf: DayReader, plan: Plan, binding: Binding, findMetric: Finder): Complaint | Accepted {
  const { amount, quantity } = rows;
  const dateRef = binding.fields.get('date');
  const dateText = rows.label('date') ?? null;
  const day = dateText === null ? undefined : dayOf(dateText);
  if (day === undefined || day === 'ambiguous') {
    const args = { value: dateText ?? '', isAmbiguous: day === 'ambiguous' ? 'yes' : undefined };
    return { rule: 'data/bad-date', args, ref: dateRef, text: dateText };
  }
  for (const measured of [amount, quantity]) {
    if (measured?.is === 'odd') return { rule: 'data/bad-number', args: { value: measured.text }, ref: measured.ref, text: measured.text };
  }
  if (amount?.is === 'empty' || (!amount && quantity?.is === 'empty')) {
    return {
      rule: 'data/no-amount',
      args: {},
      ref: binding.fields.get('amount') ?? binding.fields.get('value') ?? binding.fields.get('quantity'),
      text: null,
    };
  }
  const metric = rows.label('metric');
  const metricId = metric === undefined ? undefined : findMetric(metric ?? '').id;
  if (metric !== undefined && metricId === undefined) {
    return { rule: 'data/unknown-metric', args: { label: metric ?? '' }, ref: binding.fields.get('metric'), text: metric };
  }
  const rate = rateOf(rows.label('currency') ?? null, day, plan);
  if (!rate)
    return {
      rule: 'data/currency',
      args: { label: rows.label('currency') ?? '' },
      ref: binding.fields.get('currency'),
      text: rows.label('currency') ?? null,
    };
  const value = amount?.is === 'total' ? times(amount.value, rate) : NOUGHT;
  return { day, metric: metricId, amount: value, quantity: quantity?.is === 'total' ? quantity.value : undefined };
}

/** How much of the plan's currency one unit is on a day: the last rate up to it. Undefined: unknown. */
function rateOf(label: string | null, day: Day, plan: Plan): Fraction | undefined {
  const code = label?.trim().toUpperCase() ?? '';
  if (code === '' || code === plan.currency) return { n: 1n, d: 1n };
  const rates = plan.rates.get(code);
  const since = [...(rates?.keys() ?? [])].sort().findLast((each) => each <= day);
  return since === undefined ? undefined : rates?.get(since);
}

interface PlaceField {
  readonly field: 'segment' | 'product' | 'channel';
  readonly isBound: boolean;
  readonly isDefined: boolean;
  readonly find: Finder;
  readonly match: ReturnType<typeof matcherOf>;
}

function place(
  rows: Rows,
  accepted: Accepted,
  places: readonly PlaceField[],
  findOwner: Finder,
  findCredit: CreditFinder,
  binding: Binding,
): Judgement {
  const complaints: Complaint[] = [];
  const folded: { field: string; label: string; id: Id }[] = [];
  let isUnassigned = false;
  let [segment, product, channel]: (string | undefined)[] = [];
  const look = (field: string, label: string, find: Finder): Id | undefined => {
    const { id, isFolded } = find(label);
    if (id !== undefined && isFolded) folded.push({ field, label, id });
    if (id === undefined)
      complaints.push({ rule: `data/unknown-${field}`, args: { label }, ref: binding.fields.get(field as 'owner'), text: label });
    return id;
  };
  for (const each of places) {
    const label = rows.label(each.field) ?? null;
    const id = placeOf(each, label, rows, look, complaints);
    if (each.field === 'segment') segment = id;
    else if (each.field === 'product') product = id;
    else channel = id;
    if (id === undefined && each.isDefined && (each.isBound || each.match)) isUnassigned = true;
  }
  const ownerLabel = rows.label('owner');
  const isNamed = ownerLabel !== undefined && ownerLabel !== null && ownerLabel.trim() !== '';
  const shared = isNamed ? findCredit(ownerLabel) : undefined;
  if (shared?.complaint) complaints.push({ ...shared.complaint, ref: binding.fields.get('owner') });
  const owner = isNamed && !shared ? look('owner', ownerLabel, findOwner) : undefined;
  if (ownerLabel !== undefined && owner === undefined && !shared?.credit) isUnassigned = true;
  const { day, metric, amount, quantity } = accepted;
  const placed: Placed = { day, owner, credit: shared?.credit, segment, product, channel, metric, amount, quantity, isUnassigned };
  return { is: 'placed', placed, complaints, folded };
}

/** By the column of the dimension where it is bound, else by `match`; a dimension that the plan does not define keeps the file's label. */
function placeOf(
  { field, isBound, isDefined, find, match }: PlaceField,
  label: string | null,
  rows: Rows,
  look: (field: string, label: string, find: Finder) => Id | undefined,
  complaints: Complaint[],
): string | undefined {
  const isEmpty = label === null || label.trim() === '';
  if (isBound && !isEmpty) {
    if (!isDefined) return label.trim();
    if (!match || find(label).id !== undefined) return look(field, label, find);
  }
  if (!match) return undefined;
  return matched(match(rows.labelOf), field, rows, complaints);
}

function matched(result: Matched, field: string, rows: Rows, complaints: Complaint[]): Id | undefined {
  switch (result.is) {
    case 'one':
      return result.id;
    case 'none': {
      const cell = rows.cells().at(-1);
      complaints.push({ rule: `data/unknown-${field}`, args: { label: undefined }, ref: cell?.ref, text: cell?.text ?? null });
      return undefined;
    }
    case 'several':
      complaints.push({ rule: 'data/ambiguous-segment', args: { segments: result.ids }, ref: undefined, text: null });
      return undefined;
  }
}
