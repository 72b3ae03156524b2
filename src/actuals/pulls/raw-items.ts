/**
 * The items of the array that stands at `path` in a JSON text, each as it was written: a number keeps its digits, which
 * parsing would make a float of. Line breaks between tokens become spaces, so that an item is one line. Undefined: no array there.
 */
export function rawItems(json: string, path: readonly string[]): readonly string[] | undefined {
  const start = path.reduce((at, key) => (at < 0 ? at : startOfValue(json, at, key)), skipSpace(json, 0));
  if (start < 0 || json[start] !== '[') return undefined;
  const items: string[] = [];
  for (let at = skipSpace(json, start + 1); json[at] !== ']' && at < json.length; ) {
    const end = endOf(json, at);
    items.push(json.slice(at, end).replace(/[\r\n]+\s*/g, ' '));
    at = skipSpace(json, end);
    if (json[at] === ',') at = skipSpace(json, at + 1);
  }
  return items;
}

/** Where the value of a key of the object at `at` starts; -1: it has none. */
function startOfValue(json: string, at: number, key: string): number {
  if (json[at] !== '{') return -1;
  for (let next = skipSpace(json, at + 1); json[next] === '"'; ) {
    const end = endOf(json, next);
    const name: unknown = JSON.parse(json.slice(next, end));
    const value = skipSpace(json, skipSpace(json, end) + 1);
    if (name === key) return value;
    next = skipSpace(json, endOf(json, value));
    if (json[next] === ',') next = skipSpace(json, next + 1);
  }
  return -1;
}

function skipSpace(json: string, from: number): number {
  let at = from;
  while (at < json.length && ' \t\r\n'.includes(json[at] ?? '')) at++;
  return at;
}

/** Behind the value that starts at `from`. */
function endOf(json: string, from: number): number {
  let depth = 0;
  for (let at = from; at < json.length; at++) {
    const sign = json[at];
    if (sign === '"') at = endOfText(json, at) - 1;
    else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    if (depth < 0) return at;
    const isWhole = depth === 0 && (sign === '"' || sign === '}' || sign === ']');
    if (isWhole) return at + 1;
    if (depth === 0 && sign === ',') return at;
  }
  return json.length;
}

function endOfText(json: string, from: number): number {
  for (let at = from + 1; at < json.length; at++) {
    if (json[at] === '\\') at++;
    else if (json[at] === '"') return at + 1;
  }
  return json.length;
}
