import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { inOrder, type PlainMap } from './ordered.ts';
import { scalarValue } from './scalar-value.ts';

/** What only the thorough parser judges: tabs, directives, waivers, marks of a merge conflict, characters that can't be seen. */
const UNUSUAL =
  /[\t\r\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u2000-\u200f\u2028-\u202f\u3000\ufeff]|salesplan-ignore|<<|^(?:---|\.\.\.|%)/m;

/**
 * The values of a plain YAML file, several times faster than the parser that keeps all places; undefined where anything in it
 * is unusual or wrong, which is then for that one to tell. What both read is the same (a property test compares them).
 */
export function quickValues(text: string): { readonly data: unknown } | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    const events = parseEvents(text, { maxDepth: 90 });
    return build({ text, events, at: 0 });
  } catch {
    return undefined;
  }
}

interface Walk {
  readonly text: string;
  readonly events: readonly Event[];
  at: number;
}

class Unusual extends Error {}

function build(walk: Walk): { readonly data: unknown } | undefined {
  const documents = walk.events.filter((event) => event.type === EVENT_ID.DOCUMENT).length;
  if (documents !== 1 || walk.events[0]?.type !== EVENT_ID.DOCUMENT) return undefined;
  walk.at = 1;
  return { data: nextValue(walk) };
}

function nextValue(walk: Walk): unknown {
  const event = walk.events[walk.at++];
  if (event && 'anchorStart' in event && isMarked(event)) throw new Unusual();
  switch (event?.type) {
    case EVENT_ID.MAPPING:
      return mapOf(walk);
    case EVENT_ID.SEQUENCE:
      return listOf(walk);
    case EVENT_ID.SCALAR:
      return scalarOf(walk, event);
    default:
      throw new Unusual();
  }
}

/** With an anchor or a tag, or an alias. */
function isMarked(event: Exclude<Event, { type: typeof EVENT_ID.DOCUMENT | typeof EVENT_ID.POP }>): boolean {
  return event.anchorStart >= 0 || ('tagStart' in event && event.tagStart >= 0);
}

function mapOf(walk: Walk): PlainMap {
  const data: PlainMap = Object.create(null);
  const keys: string[] = [];
  while (walk.events[walk.at]?.type !== EVENT_ID.POP) {
    const event = walk.events[walk.at++];
    if (event?.type !== EVENT_ID.SCALAR || isMarked(event)) throw new Unusual();
    const key = getScalarValue(walk.text, event);
    if (key === '' || Object.hasOwn(data, key)) throw new Unusual();
    keys.push(key);
    data[key] = nextValue(walk);
  }
  walk.at++;
  return inOrder(data, keys);
}

function listOf(walk: Walk): unknown {
  const data: unknown[] = [];
  while (walk.events[walk.at]?.type !== EVENT_ID.POP) data.push(nextValue(walk));
  walk.at++;
  return data;
}

function scalarOf({ text }: Walk, event: ScalarEvent): unknown {
  const value = getScalarValue(text, event);
  return event.style === SCALAR_STYLE.PLAIN ? scalarValue(value) : value;
}
