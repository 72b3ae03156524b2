import { parseDay } from '../model/day.ts';
import type { PlanPath } from '../model/id.ts';
import { parsePeriod } from '../model/period.ts';
import type { Inspection, Refusal } from './inspection.ts';
import { entriesOf } from './ordered.ts';
import { definitionOf } from './shape.ts';

const DATES = ['day', 'dayRange', 'period'];
/** Years of the calendar decide where a fiscal quarter lies, never whether it exists. */
const PLAIN = { yearStart: { month: 1, day: 1 }, pattern: 'gregorian', weekStart: 1 } as const;

/** Gathers dates that have the form of one but do not exist: `2026-02-30`. Reports: schema/bad-date. */
export function unrealDays(): Inspection {
  const found: Refusal[] = [];
  const judge = (name: string | undefined, text: unknown, path: PlanPath, at: 'key' | 'value'): void => {
    if (!DATES.includes(name ?? '') || (typeof text !== 'string' && typeof text !== 'number')) return;
    if (isReal(name, String(text))) return;
    const args = { value: String(text), key: String(path.at(-1)), suggestion: turned(String(text)) };
    found.push({ path, problem: { rule: 'schema/bad-date', spot: { in: 'plan', path, at }, args } });
  };
  return {
    visit: (value, shape, path, raw) => {
      judge(definitionOf(raw), value, path, 'value');
      const keys = definitionOf(shape.propertyNames);
      if (keys !== undefined && DATES.includes(keys)) for (const [key] of entriesOf(value)) judge(keys, key, [...path, key], 'key');
    },
    found: () => found,
  };
}

function isReal(name: string | undefined, text: string): boolean {
  return name === 'day' ? parseDay(text) !== undefined : parsePeriod(text, PLAIN) !== undefined;
}

/** The days of a range the other way round. */
function turned(text: string): string | undefined {
  const [from, to] = text.split('..').map(parseDay);
  return from && to && from > to ? `${to}..${from}` : undefined;
}
