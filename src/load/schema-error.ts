/** An error as the generated validator gives it. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer into the plan. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Set where the name of a key is what is wrong. */
  readonly propertyName?: string;
}
