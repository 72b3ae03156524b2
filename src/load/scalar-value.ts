const NULL = /^(?:~|null|Null|NULL)?$/;
const TRUE = /^(?:true|True|TRUE)$/;
const FALSE = /^(?:false|False|FALSE)$/;
const NUMBER = /^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * A plain scalar by YAML's core schema, but for numbers: one stays a number where a float holds it exactly (at most 15
 * digits), any other spelling stays the text that it is: `007`, `0x1f`, `1e3`, `120_000_000`.
 */
export function scalarValue(source: string): unknown {
  if (NULL.test(source)) return null;
  if (TRUE.test(source)) return true;
  if (FALSE.test(source)) return false;
  return isExactNumber(source) ? Number(source) : source;
}

export function isExactNumber(source: string): boolean {
  return NUMBER.test(source) && source.replace(/\D/g, '').length <= 15;
}
