import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { type Day, parseDay } from '../model/day.ts';
import { inQuotes } from './in-quotes.ts';

/** A finding that is known and not to be told again. */
export interface BaselineEntry {
  readonly rule: string;
  /** The plan's file, from the folder of the baseline. */
  readonly plan: string;
  /** What it is about, by ids. */
  readonly at: string;
  readonly since: Day;
  readonly why: string | undefined;
}

/** A baseline as read, or the line (from 1) that is not of its form. */
export type BaselineRead =
  | { readonly is: 'entries'; readonly entries: readonly BaselineEntry[] }
  | { readonly is: 'bad'; readonly line: number };

/** Of rules, files and ids. */
const PATH = /^\p{L}[\p{L}\p{N}_/.+*-]*$/u;

const HEAD = `# Known findings that salesplan check --baseline does not repeat; written by --write-baseline.
# One entry a line, sorted; add why: to say why it may stay.
`;

export function readBaseline(text: string): BaselineRead {
  const lines = new LineCounter();
  const { contents, errors } = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const bad = (at: number): BaselineRead => ({ is: 'bad', line: lines.linePos(at).line });
  if (errors[0]) return bad(errors[0].pos[0]);
  if (contents === null || (isScalar(contents) && contents.value === null)) return { is: 'entries', entries: [] };
  if (!isSeq(contents)) return bad(contents.range?.[0] ?? 0);
  const entries: BaselineEntry[] = [];
  for (const item of contents.items) {
    const entry = isMap(item) ? entryOf(item) : undefined;
    if (!entry) return bad((item as { readonly range?: readonly number[] }).range?.[0] ?? 0);
    entries.push(entry);
  }
  return { is: 'entries', entries };
}

function entryOf(map: YAMLMap): BaselineEntry | undefined {
  const text = (key: string) => {
    const value = map.get(key, true);
    return isScalar(value) && value.value !== null ? String(value.source ?? value.value) : undefined;
  };
  const [rule, plan, at, since] = [text('rule'), text('plan'), text('at'), parseDay(text('since') ?? '')];
  if (rule === undefined || plan === undefined || at === undefined || since === undefined) return undefined;
  return { rule, plan, at, since, why: text('why') };
}

/** The file: sorted, so that two branches that write it meet in few lines. */
export function printBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map(({ rule, plan, at, since, why }) => {
    const reason = why === undefined ? '' : `, why: ${inQuotes(why, PATH)}`;
    return `- {rule: ${inQuotes(rule, PATH)}, plan: ${inQuotes(plan, PATH)}, at: ${inQuotes(at, PATH)}, since: ${since}${reason}}\n`;
  });
  return HEAD + (lines.length === 0 ? '[]\n' : [...new Set(lines)].sort().join(''));
}
