import type { PlanPath } from '../model/id.ts';
import shape from './shape.gen.json' with { type: 'json' };

/** A node of the plan's JSON Schema, as far as finding one's way needs it. */
export interface Shape {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly propertyNames?: Shape;
  readonly items?: Shape;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  readonly minProperties?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly if?: { readonly type?: string };
  readonly then?: Shape;
  readonly else?: Shape;
  /** Kinds of id that a value refers to, `theme|goal`. */
  readonly 'x-ref'?: string;
  /** Kind of id that a map's keys refer to. */
  readonly 'x-keys'?: string;
}

/** The plan as a whole. */
export const ROOT: Shape = shape as unknown as Shape;
const DEFINITIONS: Readonly<Record<string, Shape>> = (shape as unknown as { $defs: Record<string, Shape> }).$defs;

/** The name of the definition that a node is (`quantity`, `percent`, `day` …). */
export function definitionOf(node: Shape | undefined): string | undefined {
  return node?.$ref?.replace('#/$defs/', '');
}

/** The node with what it refers to laid under it. */
export function laidOut(node: Shape): Shape {
  if (node.$ref === undefined) return node;
  return LAID_OUT.get(node) ?? remember(LAID_OUT, node, { ...DEFINITIONS[definitionOf(node) ?? ''], ...node });
}

/** The node for one value: of `if` the branch that fits. */
export function forValue(node: Shape, value: unknown): Shape {
  const laid = laidOut(node);
  if (!laid.if) return laid;
  const isThen = laid.if.type === typeOf(value);
  const branches = isThen ? THEN : ELSE;
  return branches.get(laid) ?? remember(branches, laid, branchOf(laid, isThen));
}

function branchOf({ if: _, ...laid }: Shape, isThen: boolean): Shape {
  return laidOut({ ...laid, ...(isThen ? laid.then : laid.else) });
}

type Made = WeakMap<Shape, Shape>;
const [LAID_OUT, THEN, ELSE]: readonly [Made, Made, Made] = [new WeakMap(), new WeakMap(), new WeakMap()];

/** A node is laid out once: a plan has thousands of values of a few hundred nodes. */
function remember(known: Made, node: Shape, made: Shape): Shape {
  known.set(node, made);
  return made;
}

/** The node for a key of a map or an item of a list; undefined where the format has none. */
export function below(node: Shape, key: string | number): Shape | undefined {
  if (typeof key === 'number') return node.items;
  if (node.properties && Object.hasOwn(node.properties, key)) return node.properties[key];
  return typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined;
}

/** The node at a path of a plan, before its references are laid out. */
export function shapeAt(path: PlanPath, input: unknown): Shape | undefined {
  let node: Shape | undefined = ROOT;
  let value = input;
  for (const key of path) {
    if (node === undefined) return undefined;
    node = below(forValue(node, value), key);
    value = childOf(value, key);
  }
  return node;
}

export type Visit = (value: unknown, shape: Shape, path: PlanPath, raw: Shape) => void;

/** Visits every value of a plan with its node, parents before children, in file order. */
export function walkPlan(input: unknown, visit: Visit): void {
  step(input, ROOT, [], visit);
}

function step(value: unknown, raw: Shape, path: PlanPath, visit: Visit): void {
  const node = forValue(raw, value);
  visit(value, node, path, raw);
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const key of Object.keys(value)) {
    const name = isList ? Number(key) : key;
    const next = below(node, name);
    if (next) step((value as Readonly<Record<string, unknown>>)[key], next, [...path, name], visit);
  }
}

export function childOf(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined;
}

/** The name that JSON Schema has for a value's type. */
export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}
