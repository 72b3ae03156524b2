/** A value that must not be swapped with another of the same shape, told apart by name only. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };

/** For the `default` of a `switch` over a union: a compile error when a case is missing. */
export function unreachable(value: never): never {
  throw new TypeError(`unexpected ${JSON.stringify(value)}`);
}
