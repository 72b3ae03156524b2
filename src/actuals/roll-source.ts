import { currencyOfAmount, parseExportedNumber } from '../model/exported-number.ts';
import type { Fraction } from '../model/fraction.ts';
import { NOUGHT, parseDecimal, times } from '../model/fraction.ts';
import type { Source, SourceField } from '../model/source.ts';
import type { Binding, ColumnRef } from './bind.ts';
import { combinations } from './combinations.ts';
import type { EngineFile, Group, RolledUp, RollUp } from './engines/engine.ts';
import { type ExactSum, fractionOf } from './engines/exact-sum.ts';
import type { Cycle } from './judgement.ts';
import type { PreparedFile } from './prepare.ts';

/** Fields whose texts rows are always grouped by. */
const KEY_FIELDS = ['date', 'owner', 'segment', 'product', 'channel', 'metric', 'currency'] as const satisfies readonly SourceField[];
/** Of those that have a time of day, it is cut off. */
const DATES: readonly (SourceField | undefined)[] = ['date', 'close', 'created'];

/** Columns that are added up. */
export const MEASURES = ['amount', 'quantity', 'cost', 'profit'] as const;
export type MeasureField = (typeof MEASURES)[number];

/** Rows with the same labels, as facts are made of. */
export interface Rows {
  /** The text as in the file; null: an empty cell; undefined: the field is not bound, or nobody asked for it. */
  label(field: SourceField): string | null | undefined;
  /** Columns of `where` and `match`. */
  labelOf(name: string): string | null;
  measures(): Measures;
  readonly count: number;
  /** Rows of one kind have the same labels of all but dates, and of what tells single rows apart; undefined: not known. */
  readonly kind?: number;
  /** Their orders are counted apart from them, by the engine. */
  readonly ordersApart?: boolean;
  /** How long the deals of the group took, where an engine has added that up; undefined: their dates tell. */
  readonly cycle?: Cycle;
  /** Where a row of this group can be recognised: column and text. */
  cells(): readonly KeyCell[];
}

export interface KeyCell {
  readonly ref: ColumnRef;
  readonly text: string | null;
  /** A date without its time of day; a text without the blanks around it. */
  readonly as: 'label' | 'date' | 'trimmed';
}

/** What rows say of a number; `odd` is the text that is none. */
export type Measured =
  | { readonly is: 'total'; readonly value: Fraction; readonly currency: string | undefined }
  | { readonly is: 'empty' }
  | { readonly is: 'odd'; readonly text: string; readonly ref: ColumnRef };

/** The numbers of rows; undefined: not bound. */
export type Measures = Readonly<Record<MeasureField, Measured | undefined>>;

/** Files of one layout with what they are joined to. */
export interface FileSet {
  readonly files: readonly PreparedFile[];
  readonly joined: readonly PreparedFile[];
  readonly binding: Binding;
}

/** Rows of files, with the group that they are. */
export interface FileRows extends Rows {
  readonly group: Group;
}

/** Where among the keys and sums of a group something stands. */
interface Positions {
  readonly fields: ReadonlyMap<SourceField, number>;
  readonly names: ReadonlyMap<string, number>;
  readonly measures: Readonly<Record<MeasureField, MeasureAt | undefined>>;
}

interface MeasureAt {
  readonly ref: ColumnRef;
  readonly at: number;
  readonly scale: Fraction;
}

/** What rolling up gave: rows are made anew each time they are gone through. */
export interface RolledSource {
  readonly rows: Iterable<FileRows>;
  readonly rolled: RolledUp;
  readonly question: RollUp;
}

/** Rolls one set of files up. `further` are fields to be grouped by beside the usual ones; with `id` among them each row is a group. */
export async function rollSource(
  source: Source,
  set: FileSet,
  further: readonly SourceField[],
  planCurrency: string,
  rollUp: (question: RollUp) => Promise<RolledUp>,
  ordersApart = false,
): Promise<RolledSource> {
  const { binding } = set;
  const fields = [...KEY_FIELDS, ...further].filter((field) => binding.fields.has(field));
  const refs = [...fields.map((field) => binding.fields.get(field)), ...binding.named.values()].filter((ref) => ref !== undefined);
  const measured = MEASURES.flatMap((field) => {
    const ref = binding.fields.get(field) ?? (field === 'amount' ? binding.fields.get('value') : undefined);
    return ref ? [{ field, ref }] : [];
  });
  const question: RollUp = {
    files: set.files.map(engineFile),
    hasHeader: source.formats.header,
    joins: binding.joins.flatMap(({ left, right }, index) => {
      const file = set.joined[index];
      return file ? [{ file: engineFile(file), left, right }] : [];
    }),
    keys: [...refs, ...(fields.includes('id') ? measured.map(({ ref }) => ref) : [])].map((ref, index) => ({
      ref,
      isDate: DATES.includes(fields[index]),
    })),
    sums: measured.map(({ ref }) => ref),
    decimal: source.formats.decimal ?? '.',
  };
  const rolled = await rollUp(question);
  const positions: Positions = {
    fields: new Map(fields.map((field, index) => [field, index])),
    names: new Map([...binding.named.keys()].map((name, index) => [name, fields.length + index])),
    measures: measuredAt(measured, binding),
  };
  const form = {
    decimal: source.formats.decimal,
    planCurrency,
    ordersApart,
  };
  const labels = [
    ...KEY_FIELDS.flatMap((field) => (field === 'date' ? [] : (positions.fields.get(field) ?? []))),
    ...positions.names.values(),
  ];
  const numberOf = combinations();
  const kindOf = ({ keys }: Group): number => {
    const own: (string | null | undefined)[] = [];
    for (const at of labels) own.push(keys[at]);
    return numberOf(own);
  };
  const rows: Iterable<FileRows> = {
    *[Symbol.iterator]() {
      for (const group of rolled.groups) yield rowsOf(group, kindOf(group), positions, question, form);
    },
  };
  return { rows, rolled, question };
}

function measuredAt(measured: readonly { readonly field: MeasureField; readonly ref: ColumnRef }[], { scale, scales }: Binding) {
  const at = (wanted: MeasureField): MeasureAt | undefined => {
    const index = measured.findIndex(({ field }) => field === wanted);
    const ref = measured[index]?.ref;
    return ref && { ref, at: index, scale: scales.get(wanted) ?? scale };
  };
  return { amount: at('amount'), quantity: at('quantity'), cost: at('cost'), profit: at('profit') };
}

/** A file as engines read it. */
export function engineFile({ absolute, delimiter, columns, bytes, isParquet }: PreparedFile): EngineFile {
  return { absolute, delimiter, columnCount: columns.length, bytes, ...(isParquet ? { parquet: columns } : {}) };
}

/** `part` of the rows of a group whose rows are all the same. */
export function someOf(rows: Rows, part: number): Rows {
  const share = { n: BigInt(part), d: BigInt(rows.count) };
  const shareOf = (measured: Measured | undefined): Measured | undefined =>
    measured?.is === 'total' ? { ...measured, value: times(measured.value, share) } : measured;
  const measures = (): Measures => {
    const { amount, quantity, cost, profit } = rows.measures();
    return { amount: shareOf(amount), quantity: shareOf(quantity), cost: shareOf(cost), profit: shareOf(profit) };
  };
  return part === rows.count ? rows : { ...rows, measures, count: part };
}

interface Form {
  readonly decimal: '.' | ',' | undefined;
  readonly planCurrency: string;
  readonly ordersApart: boolean;
}

function rowsOf(group: Group, kind: number, positions: Positions, question: RollUp, form: Form): FileRows {
  const { keys, sums, rows } = group;
  const { amount, quantity, cost, profit } = positions.measures;
  let known: Measures | undefined;
  return {
    label: (field) => {
      const position = positions.fields.get(field);
      return position === undefined ? undefined : (keys[position] ?? null);
    },
    labelOf: (name) => keys[positions.names.get(name) ?? -1] ?? null,
    measures: () => {
      known ??= {
        amount: amount && measuredOf(group, amount, form),
        quantity: quantity && measuredOf(group, quantity, form),
        cost: cost && measuredOf(group, cost, form),
        profit: profit && measuredOf(group, profit, form),
      };
      return known;
    },
    group,
    kind,
    count: rows,
    ordersApart: form.ordersApart,
    cells: () => [
      ...question.keys.map(({ ref, isDate }, index) => ({
        ref,
        as: isDate ? ('date' as const) : ('label' as const),
        text: keys[index] ?? null,
      })),
      ...question.sums.flatMap((ref, at) => {
        const sum = sums[at];
        return sum && (sum.odd !== null || sum.isEmpty) ? [{ ref, as: 'trimmed' as const, text: sum.odd }] : [];
      }),
    ],
  };
}

/** A text that the engine left alone is read here: it stands in every row of the group. */
function measuredOf({ sums, rows }: Group, { at, ref, scale }: MeasureAt, form: Form): Measured {
  const sum = sums[at];
  if (!sum || sum.isEmpty) return { is: 'empty' };
  if (sum.odd === null) return { is: 'total', value: times(decimalOf(sum.total), scale), currency: undefined };
  const value = parseExportedNumber(sum.odd, form.decimal);
  if (value === 'empty') return { is: 'empty' };
  if (!value) return { is: 'odd', text: sum.odd, ref };
  const total = times(times(value, { n: BigInt(rows), d: 1n }), scale);
  return { is: 'total', value: total, currency: currencyOfAmount(sum.odd, form.planCurrency) };
}

/** Zeros beyond hundredths make fractions large and say nothing. */
function decimalOf(text: string | ExactSum): Fraction {
  if (typeof text !== 'string') return fractionOf(text);
  const point = text.indexOf('.');
  let end = text.length;
  while (point >= 0 && end > point + 3 && text[end - 1] === '0') end--;
  return parseDecimal(end === text.length ? text : text.slice(0, end)) ?? NOUGHT;
}
