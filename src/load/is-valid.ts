import { forValue, laidOut, type Shape, typeOf } from './shape.ts';

/**
 * True when a value fits a node of the plan's schema: the part of JSON Schema that the format uses. The generated validator,
 * which says what is wrong, is loaded only when something is; a property test holds the two to the same judgement.
 */
export function isValid(value: unknown, raw: Shape): boolean {
  const shape = laidOut(raw);
  if (shape.if) return isValid(value, forValue(raw, value));
  if (shape.type !== undefined && !isOfType(value, shape.type)) return false;
  if (shape.enum && !shape.enum.includes(value as string)) return false;
  if (typeof value === 'string') return shape.pattern === undefined || fits(value, shape.pattern);
  if (typeof value === 'number') return isInRange(value, shape);
  if (Array.isArray(value)) return isValidList(value, shape);
  return typeof value === 'object' && value !== null ? isValidMap(value, shape) : true;
}

function isOfType(value: unknown, type: NonNullable<Shape['type']>): boolean {
  const name = typeOf(value);
  if (typeof type === 'string' ? type === name : type.includes(name)) return true;
  return name === 'number' && type.includes('integer') && Number.isInteger(value);
}

function isInRange(value: number, { minimum, maximum, exclusiveMinimum }: Shape): boolean {
  return !(value < (minimum ?? value)) && !(value > (maximum ?? value)) && (exclusiveMinimum === undefined || value > exclusiveMinimum);
}

function isValidList(list: readonly unknown[], { items, minItems, maxItems }: Shape): boolean {
  if (list.length < (minItems ?? 0) || list.length > (maxItems ?? list.length)) return false;
  return items === undefined || list.every((item) => isValid(item, items));
}

/** A loop and no closures: this runs once for every value of a plan, on code that is still cold. */
function isValidMap(map: object, shape: Shape): boolean {
  const { properties, propertyNames, patternProperties, required, minProperties = 0 } = shape;
  let count = 0;
  for (const key of Object.keys(map)) {
    const value = (map as Readonly<Record<string, unknown>>)[key];
    count++;
    if (propertyNames !== undefined && !isValid(key, propertyNames)) return false;
    const own = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (own !== undefined) {
      if (!isValid(value, own)) return false;
    } else if (!isValidOther(key, value, shape, patternProperties)) return false;
  }
  return count >= minProperties && (required === undefined || required.every((key) => Object.hasOwn(map, key)));
}

/** The value of a key that the format does not name. */
function isValidOther(key: string, value: unknown, { additionalProperties = true }: Shape, patterns: Shape['patternProperties']): boolean {
  for (const [pattern, shape] of Object.entries(patterns ?? NO_PATTERNS)) if (patternOf(pattern).test(key)) return isValid(value, shape);
  return typeof additionalProperties === 'boolean' ? additionalProperties : isValid(value, additionalProperties);
}

const NO_PATTERNS: NonNullable<Shape['patternProperties']> = {};

/** Ids in ASCII need no classes of Unicode, which take milliseconds to compile. */
function fits(text: string, pattern: string): boolean {
  if (pattern.includes('\\p{L}') && /^[A-Za-z0-9][\w-]*$/.test(text)) return true;
  return patternOf(pattern).test(text);
}

const PATTERNS = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  const known = PATTERNS.get(source);
  if (known) return known;
  const pattern = new RegExp(source, 'u');
  PATTERNS.set(source, pattern);
  return pattern;
}
