import { type Fraction, times } from '../model/fraction.ts';
import type { Id, Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import type { Binding } from './bind.ts';
import { type CreditFinder, creditFinder } from './credit.ts';
import type { Accepted, Complaint, Judgement, Placed } from './judgement.ts';
import { type Finder, finderOf, type Matched, matcherOf } from './labels.ts';
import type { Rows } from './roll-source.ts';

type PlacedRows = Extract<Judgement, { is: 'placed' }>;

/** Finds the owner, the segment, the product and the channel of rows. Reports: data/unknown-owner, -segment, -product, -channel, data/ambiguous-segment. */
export function placerOf(source: Source, plan: Plan, binding: Binding): (rows: Rows, accepted: Accepted) => PlacedRows {
  const findOwner = finderOf(plan.members, source.values.get('owner'), binding.preset?.decoration?.owner);
  const homes = { segment: plan.segments, product: plan.products, channel: plan.channels };
  const places = (['segment', 'product', 'channel'] as const).map((field) => ({
    field,
    isBound: binding.fields.has(field),
    isDefined: homes[field].size > 0,
    find: finderOf(homes[field], source.values.get(field)),
    match: matcherOf(homes[field], binding.named),
  }));
  const findCredit = creditFinder(findOwner, source.values.get('owner'));
  return (rows, accepted) => place(rows, accepted, places, findOwner, findCredit, binding, plan);
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
  plan: Plan,
): PlacedRows {
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
  // Named one by one: spreading into a larger object costs more than all the rest of a row.
  const placed: Placed = {
    day: accepted.day,
    metric: accepted.metric,
    amount: accepted.amount,
    quantity: accepted.quantity,
    owner,
    credit: shared?.credit,
    segment,
    product,
    channel,
    cost: accepted.cost ?? standardCost(accepted.quantity, product, plan),
    order: labelled(rows, 'order', binding),
    ordersApart: rows.ordersApart === true,
    customer: labelled(rows, 'customer', binding),
    isDeal: binding.lost !== undefined,
    cycle: accepted.cycle,
    isUnassigned,
  };
  return { is: 'placed', placed, complaints, folded };
}

/** What the plan's price says that so many pieces cost. */
function standardCost(quantity: Fraction | undefined, product: string | undefined, plan: Plan): Fraction | undefined {
  const unitCost = product === undefined ? undefined : plan.prices.get(product)?.unitCost;
  return quantity && unitCost ? times(quantity, unitCost) : undefined;
}

/** A label that tells one thing from another, without what a system decorates it with. */
function labelled(rows: Rows, field: 'order' | 'customer', { preset }: Binding): string | undefined {
  const label = rows.label(field)?.trim() ?? '';
  const decoration = preset?.decoration?.[field];
  return label === '' ? undefined : decoration ? label.replace(decoration, '') : label;
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
