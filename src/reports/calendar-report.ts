import type { Language } from '../model/language.ts';
import type { Report, Row } from '../model/report.ts';
import { calendarText } from '../text/calendar-text.ts';

/** Days of one name in a row. */
export interface Run {
  readonly start: string;
  readonly end: string;
  readonly name: string;
  readonly isWorked: boolean;
  readonly isEstimated: boolean;
  /** It is in the plan already. */
  readonly isKept: boolean;
}

export interface CalendarInput {
  readonly place: string;
  readonly year: number;
  readonly source: string;
  readonly authority: 'official' | 'by-rule' | 'estimated';
  readonly runs: readonly Run[];
  readonly workingDays: { readonly before: number; readonly after: number };
  readonly kept: number;
  /** What was done, in sentences. */
  readonly outcome: readonly string[];
  readonly language: Language;
}

/** The contract of `schemas/calendar.schema.json`. */
export interface CalendarData extends Omit<CalendarInput, 'outcome' | 'language' | 'kept'> {
  readonly version: 1;
}

/** The holidays of a country in a year, with where they come from and whether they are official. */
export function calendarReport(input: CalendarInput): Report<CalendarData> {
  const { place, year, source, authority, runs, workingDays, kept, outcome, language } = input;
  const text = calendarText[language];
  const title = text.title(place, year);
  const said = [...(kept === 0 ? [] : [text.kept(kept)]), text.workingDays(workingDays.before, workingDays.after), ...outcome];
  return {
    id: 'calendar',
    title,
    data: { version: 1, place, year, source, authority, runs, workingDays },
    blocks: [
      { is: 'heading', level: 1, text: title },
      {
        is: 'text',
        text: text.source(source, text.authorities[authority]),
        ...(authority === 'estimated' ? { tone: 'warn' as const } : {}),
      },
      {
        is: 'table',
        columns: [
          { title: text.days, align: 'left' },
          { title: text.name, align: 'left', flexible: true },
          { title: text.kind, align: 'left' },
        ],
        rows: runs.map((run) => rowOf(run, language)),
      },
      ...said.map((each) => ({ is: 'text' as const, text: each })),
    ],
  };
}

function rowOf({ start, end, name, isWorked, isEstimated, isKept }: Run, language: Language): Row {
  const text = calendarText[language];
  return {
    cells: [start === end ? start : `${start}..${end}`, isEstimated ? text.estimated(name) : name, isWorked ? text.worked : text.holiday],
    ...(isKept ? { tone: 'muted' as const } : {}),
  };
}
