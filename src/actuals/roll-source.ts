import { parseExportedNumber } from '../model/exported-number.ts';
import type { Fraction } from '../model/fraction.ts';
import { NOUGHT, parseDecimal, times } from '../model/fraction.ts';
import type { Source, SourceField } from '../model/source.ts';
import type { Binding, ColumnRef } from './bind.ts';
import type { EngineFile, Group, GroupSum, RolledUp, RollUp } from './engines/engine.ts';
import type { PreparedFile } from './prepare.ts';

/** Fields whose texts rows are grouped by. */
const KEY_FIELDS = ['date', 'owner', 'segment', 'product', 'channel', 'metric', 'currency'] as const satisfies readonly SourceField[];
type KeyField = (typeof KEY_FIELDS)[number];

/** Rows with the same labels, as facts are made of. */
export interface Rows {
  /** The text as in the file; null: an empty cell; undefined: the field is not bound. */
  label(field: KeyField): string | null | undefined;
  /** Columns of `where` and `match`. */
  labelOf(name: string): string | null;
  readonly amount: Measured | undefined;
  readonly quantity: Measured | undefined;
  readonly count: number;
  /** Where a row of this group can be recognised: column and text. */
  cells(): readonly KeyCell[];
}

export interface KeyCell {
  readonly ref: ColumnRef;
  readonly text: string | null;
  readonly isDate: boolean;
}

/** What rows say of a number; `odd` is the text that is none. */
export type Measured =
  | { readonly is: 'total'; readonly value: Fraction }
  | { readonly is: 'empty' }
  | { readonly is: 'odd'; readonly text: string; readonly ref: ColumnRef };

/** Files of one layout with what they are joined to. */
export interface FileSet {
  readonly files: readonly PreparedFile[];
  readonly joined: readonly PreparedFile[];
  readonly binding: Binding;
}

/** Rolls one set of files up. */
export async function rollSource(
  source: Source,
  set: FileSet,
  rollUp: (question: RollUp) => Promise<RolledUp>,
): Promise<{ readonly rows: readonly Rows[]; readonly rolled: RolledUp }> {
  const { binding } = set;
  const fields = KEY_FIELDS.filter((field) => binding.fields.has(field));
  const refs = [...fields.map((field) => binding.fields.get(field)), ...binding.named.values()].filter((ref) => ref !== undefined);
  const measures = [binding.fields.get('amount') ?? binding.fields.get('value'), binding.fields.get('quantity')];
  const question: RollUp = {
    files: set.files.map(engineFile),
    hasHeader: source.formats.header,
    joins: binding.joins.flatMap(({ left, right }, index) => {
      const file = set.joined[index];
      return file ? [{ file: engineFile(file), left, right }] : [];
    }),
    keys: refs.map((ref, index) => ({ ref, isDate: fields[index] === 'date' })),
    sums: measures.filter((ref) => ref !== undefined),
    decimal: source.formats.decimal ?? '.',
  };
  const rolled = await rollUp(question);
  const names = [...binding.named.keys()];
  const positions: Positions = {
    fields: new Map(fields.map((field, index) => [field, index])),
    names: new Map(names.map((name, index) => [name, fields.length + index])),
  };
  const rows = rolled.groups.map((group) => rowsOf(group, positions, question, measures, source));
  return { rows, rolled };
}

/** Where among the keys of a group a field or a named column stands. */
interface Positions {
  readonly fields: ReadonlyMap<KeyField, number>;
  readonly names: ReadonlyMap<string, number>;
}

function engineFile({ absolute, delimiter, columns, bytes }: PreparedFile): EngineFile {
  return { absolute, delimiter, columnCount: columns.length, bytes };
}

function rowsOf(
  group: Group,
  positions: Positions,
  question: RollUp,
  [amountRef, quantityRef]: readonly (ColumnRef | undefined)[],
  source: Source,
): Rows {
  const { keys, sums, rows } = group;
  return {
    label: (field) => {
      const position = positions.fields.get(field);
      return position === undefined ? undefined : (keys[position] ?? null);
    },
    labelOf: (name) => keys[positions.names.get(name) ?? -1] ?? null,
    amount: amountRef && measured(sums[0], amountRef, rows, source, true),
    quantity: quantityRef && measured(sums[amountRef ? 1 : 0], quantityRef, rows, source, false),
    count: rows,
    cells: () => question.keys.map(({ ref, isDate }, index) => ({ ref, isDate, text: keys[index] ?? null })),
  };
}

/** A text that the engine left alone is read here: it stands in every row of the group. */
function measured(sum: GroupSum | undefined, ref: ColumnRef, rows: number, { formats, scale }: Source, isScaled: boolean): Measured {
  const inUnits = (value: Fraction) => (isScaled ? times(value, scale) : value);
  if (!sum || sum.isEmpty) return { is: 'empty' };
  if (sum.odd === null) return { is: 'total', value: inUnits(decimalOf(sum.total)) };
  const value = parseExportedNumber(sum.odd, formats.decimal);
  if (value === 'empty') return { is: 'empty' };
  return value ? { is: 'total', value: inUnits(times(value, { n: BigInt(rows), d: 1n })) } : { is: 'odd', text: sum.odd, ref };
}

/** Zeros at the end make fractions large and say nothing. */
function decimalOf(text: string): Fraction {
  return parseDecimal(text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')) ?? NOUGHT;
}
