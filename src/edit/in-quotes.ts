/** What YAML, or older readers of it, take for a value of another kind. */
const WORDS = /^(?:true|false|null|yes|no|on|off)$/i;

/** Plain where it has the form of `plain` and YAML reads the same text back; else in double quotes. */
export function inQuotes(text: string, plain: RegExp): string {
  return plain.test(text) && !WORDS.test(text) ? text : JSON.stringify(text);
}
