import { type Fraction, times } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import type { Match } from '../model/strategy.ts';
import type { Binding } from './bind.ts';
import { byKind } from './by-kind.ts';
import { type CreditFinder, creditFinder } from './credit.ts';
import type { Accepted, Complaint, Judgement, Placed, Spot } from './judgement.ts';
import { type Finder, finderOf, type Matched, matcherOf } from './labels.ts';
import type { Rows } from './roll-source.ts';

type PlacedRows = Extract<Judgement, { is: 'placed' }>;

/** Places rows that were accepted; of deals with the days that they took. */
type Placer = (rows: Rows, accepted: Accepted, cycle: Placed['cycle']) => PlacedRows;

/** Finds the owner, the segment, the product and the channel of rows. Reports: data/unknown-owner, -segment, -product, -channel, data/ambiguous-segment. */
export function placerOf(source: Source, plan: Plan, binding: Binding): Placer {
  const find = byKind(spotFinder(source, plan, binding));
  const [orderOf, customerOf] = [labelReader('order', binding), labelReader('customer', binding)];
  const isDeal = binding.lost !== undefined;
  return (rows, { day, metric, amount, quantity, cost }, cycle) => {
    const { spot, complaints, folded } = find(rows);
    const placed: Placed = {
      spot,
      day,
      metric,
      amount,
      quantity,
      cost: cost ?? standardCost(quantity, spot.product, plan),
      order: orderOf(rows),
      ordersApart: rows.ordersApart === true,
      customer: customerOf(rows),
      isDeal,
      cycle,
    };
    return { is: 'placed', placed, complaints, folded };
  };
}

const FIELDS = ['segment', 'product', 'channel'] as const;

interface PlaceField {
  readonly field: (typeof FIELDS)[number];
  readonly isBound: boolean;
  readonly isDefined: boolean;
  readonly find: Finder;
  readonly match: ReturnType<typeof matcherOf>;
  /** A column that a `match` looks at, and the files do not have. */
  readonly absent: AbsentColumn | undefined;
}

/** `of`: whose `match` it is; `nearest`: the header that is most like it. */
interface AbsentColumn {
  readonly column: string;
  readonly of: Id;
  readonly nearest: string | undefined;
}

/** Where rows with the same labels belong, and what is to be told of these. */
interface FoundSpot {
  readonly spot: Spot;
  readonly complaints: readonly Complaint[];
  readonly folded: PlacedRows['folded'];
}

function spotFinder(source: Source, plan: Plan, binding: Binding): (rows: Rows) => FoundSpot {
  const findOwner = finderOf(plan.members, source.values.get('owner'), binding.preset?.decoration?.owner);
  const homes = { segment: plan.segments, product: plan.products, channel: plan.channels };
  const isOnly = plan.actuals.size === 1;
  const places = FIELDS.map((field) => {
    const isBound = binding.fields.has(field);
    const absent = absentColumn(homes[field], binding);
    // Files without the columns of any `match` say nothing of it, unless one is misspelt or no other source could say it.
    const isTold = !isBound && absent !== undefined && (isOnly || absent.nearest !== undefined);
    return {
      field,
      isBound,
      isDefined: homes[field].size > 0,
      find: finderOf(homes[field], source.values.get(field)),
      match: matcherOf(homes[field], binding.named) ?? (isTold ? matchesNothing : undefined),
      absent,
    };
  });
  const findCredit = creditFinder(findOwner, source.values.get('owner'));
  return (rows) => spotOf(rows, places, findOwner, findCredit, binding);
}

function matchesNothing(): Matched {
  return { is: 'none' };
}

function absentColumn(home: ReadonlyMap<Id, { readonly match: Match | undefined }>, { absent }: Binding): AbsentColumn | undefined {
  for (const [of, { match }] of home) {
    for (const column of match?.keys() ?? []) if (absent.has(column)) return { column, of, nearest: absent.get(column) };
  }
  return undefined;
}

function spotOf(rows: Rows, places: readonly PlaceField[], findOwner: Finder, findCredit: CreditFinder, binding: Binding): FoundSpot {
  const complaints: Complaint[] = [];
  const folded: { field: string; label: string; id: Id }[] = [];
  let isUnassigned = false;
  const look = (field: string, label: string, find: Finder): Id | undefined => {
    const { id, isFolded, several } = find(label);
    if (id !== undefined && isFolded) folded.push({ field, label, id });
    if (id === undefined)
      complaints.push({ rule: `data/unknown-${field}`, args: { label, several }, ref: binding.fields.get(field as 'owner'), text: label });
    return id;
  };
  const [segment, product, channel] = places.map((each) => {
    const id = placeOf(each, rows, look, binding, complaints);
    if (id === undefined && each.isDefined && (each.isBound || each.match)) isUnassigned = true;
    return id;
  });
  const ownerLabel = rows.label('owner');
  const isNamed = ownerLabel !== undefined && ownerLabel !== null && ownerLabel.trim() !== '';
  const shared = isNamed ? findCredit(ownerLabel) : undefined;
  if (shared?.complaint) complaints.push({ ...shared.complaint, ref: binding.fields.get('owner') });
  const owner = isNamed && !shared ? look('owner', ownerLabel, findOwner) : undefined;
  const isByHand = binding.fields.has('metric') && binding.fields.has('value');
  if (ownerLabel !== undefined && owner === undefined && !shared?.credit && (isNamed || !isByHand)) isUnassigned = true;
  return { spot: { owner, credit: shared?.credit, segment, product, channel, isUnassigned }, complaints, folded };
}

/** What the plan's price says that so many pieces cost. */
function standardCost(quantity: Fraction | undefined, product: string | undefined, plan: Plan): Fraction | undefined {
  const unitCost = product === undefined ? undefined : plan.prices.get(product)?.unitCost;
  return quantity && unitCost ? times(quantity, unitCost) : undefined;
}

/** A label that tells one thing from another, without what a system decorates it with. */
function labelReader(field: 'order' | 'customer', { fields, preset }: Binding): (rows: Rows) => string | undefined {
  const decoration = preset?.decoration?.[field];
  if (!fields.has(field)) return () => undefined;
  return (rows) => {
    const label = rows.label(field)?.trim() ?? '';
    return label === '' ? undefined : decoration ? label.replace(decoration, '') : label;
  };
}

/** By the column of the dimension where it is bound, else by `match`; a dimension that the plan does not define keeps the file's label. */
function placeOf(
  { field, isBound, isDefined, find, match, absent }: PlaceField,
  rows: Rows,
  look: (field: string, label: string, find: Finder) => Id | undefined,
  binding: Binding,
  complaints: Complaint[],
): string | undefined {
  const label = rows.label(field) ?? '';
  if (isBound && label.trim() !== '') {
    if (!isDefined) return label.trim();
    if (!match || find(label).id !== undefined) return look(field, label, find);
  }
  if (!match) return undefined;
  return matched(match(rows.labelOf), field, absent, rows, binding, complaints);
}

/** Rows that match nothing are shown by the last of the columns that are looked at. */
function matched(
  result: Matched,
  field: string,
  absent: AbsentColumn | undefined,
  rows: Rows,
  { named }: Binding,
  complaints: Complaint[],
): Id | undefined {
  switch (result.is) {
    case 'one':
      return result.id;
    case 'none': {
      const [name, ref] = [...named].at(-1) ?? [];
      const text = name === undefined ? null : rows.labelOf(name);
      complaints.push({ rule: `data/unknown-${field}`, args: { ...absent }, ref, text });
      return undefined;
    }
    case 'several':
      complaints.push({ rule: 'data/ambiguous-segment', args: { segments: result.ids }, ref: undefined, text: null });
      return undefined;
  }
}
