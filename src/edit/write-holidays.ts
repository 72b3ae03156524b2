import { isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { inQuotes } from './in-quotes.ts';
import { afterValue, endOf, startOf } from './node-places.ts';
import { lineBreakOf, lineStart, nextLine, type Splice, spliced } from './splice.ts';

/** Days to stand under a key of `calendar:`, in order: `2026-10-01..2026-10-07` → name. */
export interface DaysToWrite {
  readonly key: 'holidays' | 'extra_working_days';
  readonly days: readonly (readonly [string, string])[];
}

/**
 * A plan's file with days added to its calendar, under a comment that says where they come from; everything else stays byte
 * for byte. Undefined where the calendar stands there in a way that can't be added to in place.
 */
export function writeHolidays(text: string, comment: string, added: readonly DaysToWrite[]): string | undefined {
  const wanted = added.filter(({ days }) => days.length > 0);
  if (wanted.length === 0) return text;
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false });
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root) || root.flow) return undefined;
  const breaks = lineBreakOf(text);
  const pair = pairOf(root, 'calendar');
  if (!pair) return spliced(text, [newCalendar(text, root, comment, wanted, breaks)]);
  const calendar = pair.value;
  if (isMap(calendar)) return inCalendar(text, pair, calendar, comment, wanted, breaks);
  const isEmpty = calendar === null || (isScalar(calendar) && calendar.value === null);
  return isEmpty ? spliced(text, [emptied(text, pair, comment, wanted, breaks)]) : undefined;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((each) => isScalar(each.key) && each.key.value === key);
}

/** After `period:`, where people look for it. */
function newCalendar(text: string, root: YAMLMap, comment: string, added: readonly DaysToWrite[], breaks: string): Splice {
  const before = pairOf(root, 'period') ?? root.items.at(-1);
  const at = afterValue(text, endOf(before?.value ?? before?.key));
  const lines = ['calendar:', ...added.flatMap((each) => blockOf(each, comment, '  '))];
  return insertion(text, at, lines, breaks);
}

/** `calendar:` with nothing under it. */
function emptied(text: string, pair: Pair, comment: string, added: readonly DaysToWrite[], breaks: string): Splice {
  const lines = added.flatMap((each) => blockOf(each, comment, '  '));
  return insertion(text, nextLine(text, (pair.key as Node).range?.[1] ?? 0), lines, breaks);
}

function inCalendar(
  text: string,
  pair: Pair,
  calendar: YAMLMap,
  comment: string,
  added: readonly DaysToWrite[],
  breaks: string,
): string | undefined {
  const splices = added.map((each) => {
    const home = pairOf(calendar, each.key);
    if (!home)
      return calendar.flow ? inFlow(calendar, `${each.key}: {${flowItems(each)}}`) : afterLast(text, calendar, each, comment, breaks);
    return isMap(home.value) ? inDays(text, home.value, each, comment, breaks) : undefined;
  });
  const isInline = calendar.flow || added.some(({ key }) => flowAt(calendar, key));
  const note = isInline ? [commentAbove(text, pair, comment, breaks)] : [];
  const all = splices.filter((splice) => splice !== undefined);
  return all.length < splices.length ? undefined : spliced(text, [...note, ...together(all)]);
}

function flowAt(calendar: YAMLMap, key: string): boolean {
  const value = pairOf(calendar, key)?.value;
  return isMap(value) && value.flow === true;
}

/** Two additions at one place become one. */
function together(splices: readonly Splice[]): readonly Splice[] {
  const [first, second] = splices;
  if (!first || !second || first.start !== second.start) return splices;
  return [{ ...first, text: first.text + second.text }];
}

/** A new key at the end of the calendar. */
function afterLast(text: string, calendar: YAMLMap, added: DaysToWrite, comment: string, breaks: string): Splice {
  const last = calendar.items.at(-1);
  const indent = indentOf(text, calendar.items[0]?.key);
  return insertion(text, afterValue(text, endOf(last?.value ?? last?.key)), blockOf(added, comment, indent), breaks);
}

/** At the end of the days that stand there. */
function inDays(text: string, days: YAMLMap, added: DaysToWrite, comment: string, breaks: string): Splice {
  if (days.flow) return inFlow(days, flowItems(added));
  const last = days.items.at(-1);
  const indent = indentOf(text, days.items[0]?.key);
  return insertion(text, afterValue(text, endOf(last?.value ?? last?.key)), dayLines(added, comment, indent), breaks);
}

function inFlow(map: YAMLMap, items: string): Splice {
  const last = map.items.at(-1);
  const at = last ? endOf(last.value ?? last.key) : (map.range?.[0] ?? 0) + 1;
  return { start: at, end: at, text: last ? `, ${items}` : items };
}

function commentAbove(text: string, pair: Pair, comment: string, breaks: string): Splice {
  const at = lineStart(text, (pair.key as Node).range?.[0] ?? 0);
  return { start: at, end: at, text: `# ${comment}${breaks}` };
}

function blockOf(added: DaysToWrite, comment: string, indent: string): readonly string[] {
  return [`${indent}${added.key}:`, ...dayLines(added, comment, `${indent}  `)];
}

function dayLines({ days }: DaysToWrite, comment: string, indent: string): readonly string[] {
  return [`${indent}# ${comment}`, ...days.map(([when, name]) => `${indent}${when}: ${inQuotes(name, NAME)}`)];
}

/** A name in a line of its own or among commas. */
const NAME = /^\p{L}(?:[\p{L}\p{N} .'’()（）·-]*[\p{L}\p{N}.'’()（）·-])?$/u;

function flowItems({ days }: DaysToWrite): string {
  return days.map(([when, name]) => `${when}: ${inQuotes(name, NAME)}`).join(', ');
}

function insertion(text: string, at: number, lines: readonly string[], breaks: string): Splice {
  const needsBreak = at === text.length && !text.endsWith('\n');
  return { start: at, end: at, text: (needsBreak ? breaks : '') + lines.map((line) => line + breaks).join('') };
}

function indentOf(text: string, key: unknown): string {
  const at = startOf(key);
  return ' '.repeat(at - lineStart(text, at));
}
