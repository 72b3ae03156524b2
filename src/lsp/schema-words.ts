import schema from '../load/plan-schema.gen.json' with { type: 'json' };
import { childOf, typeOf } from '../load/shape.ts';
import type { PlanPath } from '../model/id.ts';

/** A node of the plan's JSON Schema with its words. */
export interface Words {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Words>>;
  readonly additionalProperties?: Words | boolean;
  readonly items?: Words;
  readonly required?: readonly string[];
  readonly if?: { readonly type?: string };
  readonly then?: Words;
  readonly else?: Words;
  readonly 'x-ref'?: string;
  readonly 'x-keys'?: string;
}

const ROOT = schema as unknown as Words;
const DEFINITIONS = (schema as unknown as { readonly $defs: Readonly<Record<string, Words>> }).$defs;

/** What the format says of the value at a path; `input` decides between forms that a value may have. */
export function wordsAt(path: PlanPath, input: unknown): Words | undefined {
  let node: Words | undefined = laidOut(ROOT);
  let value = input;
  for (const key of path) {
    node = node && below(branchOf(node, value), key);
    value = childOf(value, key);
  }
  return node;
}

/** Of a node that takes several forms the one that a value has. */
export function branchOf(node: Words, value: unknown): Words {
  if (!node.if) return node;
  const { if: condition, ...others } = node;
  const branch = condition.type === typeOf(value) ? node.then : node.else;
  return laidOut({ ...others, ...branch });
}

/** All forms that the value of a node may have. */
export function branchesOf(node: Words): readonly Words[] {
  return [node.then, node.else].flatMap((each) => (each ? branchesOf(laidOut(each)) : [])).concat(node.if ? [] : [node]);
}

export function laidOut(node: Words): Words {
  const name = node.$ref?.replace('#/$defs/', '');
  return name === undefined ? node : { ...DEFINITIONS[name], ...node };
}

function below(node: Words, key: string | number): Words | undefined {
  const found = typeof key === 'number' ? node.items : (ownProperty(node, key) ?? node.additionalProperties);
  return typeof found === 'object' ? laidOut(found) : undefined;
}

function ownProperty({ properties }: Words, key: string): Words | undefined {
  return properties && Object.hasOwn(properties, key) ? properties[key] : undefined;
}
