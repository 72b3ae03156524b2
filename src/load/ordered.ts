/** Keys in file order, where JavaScript would put those that look like numbers first (`2026`, `7`). */
// Of the registry: chunks that are loaded later have a module of their own.
const ORDER = Symbol.for('salesplan: keys in file order');

export type PlainMap = Record<string, unknown>;

export function isMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Remembers the order of a map's keys where JavaScript would lose it. */
export function inOrder(map: PlainMap, keys: readonly string[]): PlainMap {
  if (!(ORDER in map) && !keys.some((key) => /^\d+$/.test(key))) return map;
  return Object.defineProperty(map, ORDER, { value: keys, enumerable: false, configurable: true });
}

/** The keys of a map in file order. */
export function keysOf(map: PlainMap): readonly string[] {
  const ordered = (map as { readonly [ORDER]?: readonly string[] })[ORDER];
  return ordered ? ordered.filter((key) => Object.hasOwn(map, key)) : Object.keys(map);
}

export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isMap(value) ? keysOf(value).map((key) => [key, value[key]] as const) : [];
}
