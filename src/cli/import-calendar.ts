import type { CalendarQuestion, ImportedCalendar, ImportedDay } from '../calendars/index.ts';
import { writeHolidays } from '../edit/write-holidays.ts';
import { formatsFor } from '../formats/index.ts';
import { loadPlan } from '../load/index.ts';
import { type Calendar, countWorkingDays } from '../model/calendar.ts';
import { addDays, type Day, day } from '../model/day.ts';
import type { PlanFiles } from '../model/files.ts';
import type { Plan } from '../model/plan.ts';
import { overlap } from '../model/span.ts';
import { calendarReport, type Run } from '../reports/calendar-report.ts';
import { calendarText } from '../text/calendar-text.ts';
import { cliText } from '../text/cli-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import { type OpenedPlan, openPlan, spokenLanguage } from './open-plan.ts';
import { chooseFormat } from './output.ts';
import { printReport } from './print-report.ts';

/** `salesplan calendar`: holidays of a country and year as plain dates, written into the plan once with `--write`. */
export async function runCalendar(call: Call, context: Context): Promise<ExitCode> {
  const spoken = spokenLanguage(call, context);
  const format = chooseFormat(call.settings.format, formatsFor('calendar'), spoken);
  const [place = '', year = '', path] = call.operands;
  if (!/^(19|20)\d\d$/.test(year)) throw new CliError(calendarText[spoken].badYear(year), calendarText[spoken].badYearHint);
  const opened = await openPlan(path, call, context);
  const { plan } = opened.loaded;
  if (!plan) throw new CliError(cliText[opened.language].planHasErrors('calendar'), undefined, EXIT.findings);
  const imported = await importedOf({ ...placeOf(place, call), year: Number(year), language: opened.language }, opened);
  const isKnown = (each: ImportedDay) => plan.calendar.holidays.has(each.day) || plan.calendar.extraWorkingDays.has(each.day);
  const fresh = (days: readonly ImportedDay[]) => days.filter((each) => !isKnown(each));
  const added = { ...imported, holidays: fresh(imported.holidays), extraWorkingDays: fresh(imported.extraWorkingDays) };
  const kept = count(imported) - count(added);
  const outcome = call.options.write === true ? await write(added, plan, opened, context) : [dryRun(added, opened)];
  const report = calendarReport({
    place: nameOf(imported),
    year: imported.year,
    source: imported.source,
    authority: imported.authority,
    runs: [...runsOf(imported.holidays, false, isKnown), ...runsOf(imported.extraWorkingDays, true, isKnown)].sort(byStart),
    workingDays: workingDays(plan, added),
    kept,
    outcome: [...outcome, ...outsideOf(plan, imported.year, opened)],
    language: opened.language,
  });
  await printReport(report, format, opened.language, call, context);
  return EXIT.ok;
}

/** `DE`, `de-by`, or `DE` with `--region BY`. */
function placeOf(place: string, call: Call): Pick<CalendarQuestion, 'country' | 'region'> {
  const [country = '', ...rest] = place.toUpperCase().split('-');
  const region = typeof call.options.region === 'string' ? call.options.region.toUpperCase() : rest.join('-');
  return { country, region: region === '' ? undefined : region };
}

async function importedOf(question: CalendarQuestion, { language }: OpenedPlan): Promise<ImportedCalendar> {
  const { calendarOf, choicesFor } = await import('../calendars/index.ts');
  const found = calendarOf(question);
  if (found) return found;
  const place = [question.country, question.region].filter((part) => part !== undefined).join('-');
  throw new CliError(calendarText[language].unknownPlace(place), cliText[language].choose(choicesFor(question)));
}

function nameOf({ country, region }: ImportedCalendar): string {
  return region === undefined ? country : `${country}-${region}`;
}

function count({ holidays, extraWorkingDays }: Pick<ImportedCalendar, 'holidays' | 'extraWorkingDays'>): number {
  return holidays.length + extraWorkingDays.length;
}

/** Days of one name that follow each other. */
function runsOf(days: readonly ImportedDay[], isWorked: boolean, isKnown: (day: ImportedDay) => boolean): readonly Run[] {
  const runs: Run[] = [];
  for (const each of days) {
    const { name, isEstimated } = each;
    const last = runs.at(-1);
    const isKept = isKnown(each);
    const goesOn = last?.name === name && last.isKept === isKept && addDays(day(last.end), 1) === each.day;
    if (last && goesOn) runs[runs.length - 1] = { ...last, end: each.day };
    else runs.push({ start: each.day, end: each.day, name, isWorked, isEstimated, isKept });
  }
  return runs;
}

function byStart(a: Run, b: Run): number {
  return a.start < b.start ? -1 : 1;
}

function workingDays({ calendar }: Plan, { year, holidays, extraWorkingDays }: ImportedCalendar) {
  const span = { start: day(`${year}-01-01`), end: day(`${year}-12-31`) };
  const named = (days: readonly ImportedDay[]) => days.map((each) => [each.day, each.name] as const);
  const after: Calendar = {
    ...calendar,
    holidays: new Map([...calendar.holidays, ...named(holidays)]),
    extraWorkingDays: new Map([...calendar.extraWorkingDays, ...named(extraWorkingDays)]),
  };
  return { before: countWorkingDays(calendar, span), after: countWorkingDays(after, span) };
}

function outsideOf({ period }: Plan, year: number, { language }: OpenedPlan): readonly string[] {
  const isInside = overlap(period, { start: day(`${year}-01-01`), end: day(`${year}-12-31`) });
  return isInside ? [] : [calendarText[language].outsidePeriod(year)];
}

/** The file that the calendar stands in, else the plan's own. */
function homeOf({ loaded, location }: OpenedPlan) {
  return loaded.files.find(({ text }) => /^calendar\s*:/m.test(text)) ?? loaded.files.find(({ path }) => path === location.entry);
}

function dryRun(added: ImportedCalendar, opened: OpenedPlan): string {
  const text = calendarText[opened.language];
  return count(added) === 0 ? text.nothing : text.dry(opened.displayOf(homeOf(opened)?.path ?? opened.location.entry));
}

async function write(added: ImportedCalendar, plan: Plan, opened: OpenedPlan, context: Context): Promise<readonly string[]> {
  const text = calendarText[opened.language];
  const home = homeOf(opened);
  if (count(added) === 0) return [text.nothing];
  const words = calendarText[plan.language];
  const comment = words.comment(nameOf(added), added.year, added.source, words.authorities[added.authority]);
  const entries = (days: readonly ImportedDay[]) =>
    runsOf(days, false, () => false).map(({ start, end, name, isEstimated }): readonly [string, string] => [
      start === end ? start : `${start}..${end}`,
      isEstimated ? words.estimated(name) : name,
    ]);
  const written =
    home &&
    writeHolidays(home.text, comment, [
      { key: 'holidays', days: entries(added.holidays) },
      { key: 'extra_working_days', days: entries(added.extraWorkingDays) },
    ]);
  if (!home || written === undefined || !(await readsBack(home.path, written, added, opened))) {
    throw new CliError(text.unwritable(opened.displayOf(home?.path ?? opened.location.entry)), undefined, EXIT.failure);
  }
  context.writeFile(context.resolve(opened.folder.path, home.path), written);
  return [text.written(opened.displayOf(home.path), count(added))];
}

/** True when the plan then has the days, and no fault that it had not before. */
async function readsBack(path: string, text: string, added: ImportedCalendar, { folder, location, loaded }: OpenedPlan): Promise<boolean> {
  const read: PlanFiles['read'] = (file) =>
    file === path ? { is: 'bytes', bytes: new TextEncoder().encode(text) } : folder.files.read(file);
  const { plan, problems } = await loadPlan({ ...folder.files, read }, location.entry);
  const has = (days: readonly ImportedDay[], in_: ReadonlyMap<Day, string> | undefined) =>
    days.every((each) => in_?.has(each.day) === true);
  return (
    problems.length <= loaded.problems.length &&
    has(added.holidays, plan?.calendar.holidays) &&
    has(added.extraWorkingDays, plan?.calendar.extraWorkingDays)
  );
}
