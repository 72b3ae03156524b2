/** A record as it stands in a JSON file, with the line that it begins at. `isWhole`: the file does not break off inside it. */
export interface JsonRecord {
  readonly text: string;
  readonly line: number;
  readonly isWhole: boolean;
}

/** Lists of records in the answers of the CRMs' interfaces: Zoho and Pipedrive `data`, Fxiaoke `data.dataList`, Salesforce `records`, HubSpot `results`. */
const LISTS: ReadonlySet<string> = new Set(['data', 'dataList', 'records', 'results']);

/**
 * The records of JSON text, one by one: the objects of the list at the top (or of an answer's list of records), or one
 * object after the other (NDJSON). Whatever stands between them is passed over.
 */
export function* jsonRecords(chunks: Iterable<Uint8Array>): Iterable<JsonRecord> {
  const decoder = new TextDecoder();
  const scanner = scannerOf();
  for (const chunk of chunks) yield* scanner.scan(decoder.decode(chunk, { stream: true }));
  yield* scanner.end();
}

interface Scanner {
  scan(text: string): readonly JsonRecord[];
  end(): readonly JsonRecord[];
}

/** What is open at a point of the text: objects and arrays, the outermost first. */
interface Nesting {
  readonly isArray: boolean;
  readonly isList: boolean;
}

/** Where a record that is being read began. */
interface Begun {
  readonly line: number;
  readonly depth: number;
  /** An object at the top: a record unless a list of records turns up in it. */
  readonly isTop: boolean;
}

function scannerOf(): Scanner {
  const open: Nesting[] = [];
  let [line, isString, isEscaped, string, key] = [1, false, false, '', ''];
  let begun: Begun | undefined;
  let [held, start] = ['', 0];
  let found: JsonRecord[] = [];

  const isSeeking = (): boolean => begun === undefined || begun.isTop;
  const begin = (at: number, isTop: boolean): void => {
    [begun, held, start] = [{ line, depth: open.length, isTop }, '', at];
  };
  const enter = (isArray: boolean, at: number): void => {
    if (isSeeking() && !isArray && open.at(-1)?.isList) begin(at, false);
    else if (open.length === 0 && !isArray) begin(at, true);
    const isList = isArray && isSeeking() && isListHere(open, key);
    if (isList) begun = undefined;
    open.push({ isArray, isList });
  };
  const leave = (text: string, at: number): void => {
    open.pop();
    if (!begun || open.length !== begun.depth) return;
    found.push({ text: held + text.slice(start, at + 1), line: begun.line, isWhole: true });
    begun = undefined;
  };
  const inString = (character: string): void => {
    if (isEscaped) isEscaped = false;
    else if (character === '\\') isEscaped = true;
    else if (character === '"') isString = false;
    if (isString && isSeeking() && string.length < 40) string += character;
  };
  const outside = (character: string, text: string, at: number): void => {
    if (character === '"') [isString, string] = [true, ''];
    else if (character === ':') key = string;
    else if (character === '{' || character === '[') enter(character === '[', at);
    else if (character === '}' || character === ']') leave(text, at);
  };
  return {
    scan: (text) => {
      found = [];
      start = 0;
      for (let at = 0; at < text.length; at++) {
        const character = text.charAt(at);
        if (character === '\n') line++;
        if (isString) inString(character);
        else outside(character, text, at);
      }
      if (begun) held += text.slice(start);
      return found;
    },
    end: () => (begun || open.length > 0 ? [{ text: held, line: begun?.line ?? line, isWhole: false }] : []),
  };
}

/** An array at the top, or one of the names that lists of records have, in objects only. */
function isListHere(open: readonly Nesting[], key: string): boolean {
  return open.length === 0 || (open.length <= 2 && open.every(({ isArray }) => !isArray) && LISTS.has(key));
}
