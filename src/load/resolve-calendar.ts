import { type Calendar, YEAR_PATTERNS } from '../model/calendar.ts';
import { addDays, type Day, type Weekday } from '../model/day.ts';
import { entriesOf, isMap } from './ordered.ts';
import { oneOf, spanOf, text, texts } from './scalars.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `calendar:` with what it leaves out: calendar years, weeks from Monday, work on Monday to Friday. */
export function resolveCalendar(value: unknown): Calendar {
  const written = isMap(value) ? value : {};
  const [month, day] = (text(written.year_start) ?? '01-01').split('-').map(Number);
  const worked = texts(written.working_days ?? WEEKDAYS.slice(0, 5)).map(weekdayOf);
  return {
    yearStart: { month: month ?? 1, day: day ?? 1 },
    pattern: oneOf(written.pattern, YEAR_PATTERNS) ?? 'gregorian',
    weekStart: weekdayOf(text(written.week_start) ?? 'monday'),
    workingWeekdays: new Set(worked),
    holidays: daysOf(written.holidays),
    extraWorkingDays: daysOf(written.extra_working_days),
  };
}

function weekdayOf(name: string): Weekday {
  return (WEEKDAYS.indexOf(name.slice(0, 3)) + 1) as Weekday;
}

/** `2026-10-01..2026-10-07: name` is seven days of that name. */
function daysOf(value: unknown): ReadonlyMap<Day, string> {
  const days = new Map<Day, string>();
  for (const [key, name] of entriesOf(value)) {
    const span = spanOf(key);
    if (!span) continue;
    for (let on = span.start; on <= span.end; on = addDays(on, 1)) days.set(on, text(name) ?? '');
  }
  return days;
}
