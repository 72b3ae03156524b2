import type { Args } from '../model/finding.ts';
import { nearName } from '../model/near-name.ts';
import { parsePercent } from '../model/quantity.ts';
import { type Meant, meantDay, meantDuration, meantPercent, meantQuantity } from './meant.ts';
import type { SchemaError } from './schema-error.ts';
import { childOf, definitionOf, forValue, type Shape, typeOf } from './shape.ts';

/** The rule that a refused key or value breaks, and what the rule says of it. */
export interface Judged {
  readonly rule: string;
  readonly args: Args;
}

/** What is wrong with a key whose form `names` does not allow. */
export function judgeKey(key: string, names: Shape | undefined): Judged {
  const scalar = names?.pattern?.endsWith('%$') ? 'schema/bad-percent' : SCALARS[definitionOf(names) ?? ''];
  if (scalar) return { rule: scalar, args: { value: key, ...MEANT[scalar]?.(key) } };
  if (definitionOf(names) === 'id') return { rule: 'schema/wrong-type', args: { expected: ['id'], actual: 'text' } };
  return notOneOf(key);
}

/** Of words with a form of their own currencies alone have three letters. */
function notOneOf(value: string): Judged {
  return { rule: 'schema/not-one-of', args: { value, nearest: /^[a-z]{3}$/i.test(value) ? value.toUpperCase() : undefined } };
}

/** What is wrong with a value that the schema refuses. */
export function judgeValue(error: SchemaError, node: Shape | undefined, value: unknown): Judged {
  const shown = typeof value === 'object' ? '' : String(value);
  const isScalar = typeof value !== 'object';
  const scalar = SCALARS[definitionOf(node) ?? ''];
  if (definitionOf(node) === 'portion' && parsePercent(shown))
    return { rule: 'schema/out-of-range', args: { value: shown, least: '0%', most: '100%' } };
  if (scalar && isScalar) return { rule: scalar, args: { value: shown, ...MEANT[scalar]?.(shown) } };
  const allowed = wordsOf(error, node, value);
  if (allowed && isScalar) return { rule: 'schema/not-one-of', args: { value: shown, allowed, nearest: nearName(shown, allowed) } };
  if (error.keyword === 'pattern') {
    const isQuantity = node?.properties !== undefined || /target|min|max/.test(error.schemaPath);
    if (isQuantity) return { rule: 'schema/bad-quantity', args: { value: shown, ...meantQuantity(shown) } };
    return notOneOf(shown);
  }
  if (error.keyword === 'type')
    return {
      rule: 'schema/wrong-type',
      args: { expected: expectedOf(error, node), actual: nameOf(value), value: shown === '' ? undefined : shown, ...firstId(value) },
    };
  return { rule: 'schema/out-of-range', args: { value: shown, least: limit(error, 'minimum'), most: limit(error, 'maximum') } };
}

function expectedOf({ params }: SchemaError, node: Shape | undefined): readonly string[] {
  return definitionOf(node) === 'owner' ? ['owner'] : namesOf(params.type);
}

/** `- {id: lina, …}`: the id that is a key in a plan. */
function firstId(value: unknown): Args {
  const id = Array.isArray(value) ? childOf(value[0], 'id') : undefined;
  return id === undefined ? {} : { id: String(id) };
}

function wordsOf(error: SchemaError, node: Shape | undefined, value: unknown): readonly string[] | undefined {
  if (Array.isArray(error.params.allowedValues)) return error.params.allowedValues.map(String);
  return node ? forValue(node, value).enum : undefined;
}

export function limit(error: SchemaError, keyword: 'minimum' | 'maximum'): string | undefined {
  const isBound = error.keyword === keyword || error.keyword === `exclusive${keyword[0]?.toUpperCase()}${keyword.slice(1)}`;
  return isBound ? String(error.params.limit) : undefined;
}

const MEANT: Readonly<Record<string, (written: string) => Meant>> = {
  'schema/bad-quantity': meantQuantity,
  'schema/bad-percent': meantPercent,
  'schema/bad-date': meantDay,
  'schema/bad-duration': meantDuration,
};

const NAMES: Readonly<Record<string, string>> = {
  object: 'map',
  array: 'list',
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'truth',
  null: 'nothing',
  undefined: 'nothing',
};

function nameOf(value: unknown): string {
  return NAMES[typeOf(value)] ?? 'text';
}

function namesOf(types: unknown): readonly string[] {
  const list = Array.isArray(types) ? types : [types];
  return [...new Set(list.map((type) => NAMES[String(type)] ?? String(type)))];
}

const SCALARS: Readonly<Record<string, string>> = {
  quantity: 'schema/bad-quantity',
  quantityOrPercent: 'schema/bad-quantity',
  part: 'schema/bad-quantity',
  percent: 'schema/bad-percent',
  portion: 'schema/bad-percent',
  day: 'schema/bad-date',
  dayRange: 'schema/bad-date',
  period: 'schema/bad-date',
  duration: 'schema/bad-duration',
};
