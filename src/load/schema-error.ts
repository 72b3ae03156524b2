/** An error as the generated validator gives it. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer into the plan. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
}
