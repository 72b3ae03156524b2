import { type LoadedPlan, loadPlan } from '../load/index.ts';
import { type Day, parseDay } from '../model/day.ts';
import type { PlanFiles } from '../model/files.ts';
import { type Language, languageOf } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import { cliText } from '../text/cli-text.ts';
import type { Call } from './command.ts';
import type { Context, Folder } from './context.ts';
import { CliError } from './exit.ts';
import { findPlan, type PlanLocation } from './find-plan.ts';

/** A plan as read from the disk, before anything is asked of it. */
export interface OpenedPlan {
  readonly location: PlanLocation;
  readonly folder: Folder;
  readonly loaded: LoadedPlan;
  readonly language: Language;
  /** The day to look from; the clock is asked only where one is needed. */
  asOf(): Day;
  /** What a file of the plan's folder is called from where the person stands. */
  readonly displayOf: (file: string) => string;
  /** `--allow-outside`: data files may lie anywhere. */
  readonly mayLeaveFolder: boolean;
  /** What the person calls the plan: the path of its file from where they stand. */
  readonly display: string;
}

/** Finds and reads the plan; a path that can't be read is a CliError, everything wrong inside it a problem. */
export async function openPlan(path: string | undefined, call: Call, context: Context): Promise<OpenedPlan> {
  const spoken = spokenLanguage(call, context);
  const stdinName = call.options.stdinFilename;
  const location = findPlan(path, context, spoken, typeof stdinName === 'string' ? stdinName : undefined);
  const folder = withStdin(await context.folder(location.folder), location, context);
  requireReadable(folder.files, location, context, spoken);
  const display = (file: string) => context.display(context.resolve(location.folder, file));
  const loaded = await loadPlan(folder.files, location.entry, display);
  const language = call.settings.language ?? loaded.plan?.language ?? spoken;
  return {
    location,
    folder,
    loaded,
    language,
    asOf: asOfOf(call, loaded.plan, context, language),
    display: display(location.entry),
    displayOf: display,
    mayLeaveFolder: call.options.allowOutside === true,
  };
}

/** The language before a plan is read: `--lang`, else the environment's. */
export function spokenLanguage(call: Call, context: Context): Language {
  return call.settings.language ?? languageOf(context.env.LC_ALL ?? context.env.LC_MESSAGES ?? context.env.LANG);
}

function withStdin(folder: Folder, location: PlanLocation, context: Context): Folder {
  if (!location.isStdin) return folder;
  const bytes = context.stdin.read();
  const read: PlanFiles['read'] = (file) => (file === location.entry ? { is: 'bytes', bytes } : folder.files.read(file));
  return { ...folder, files: { ...folder.files, read } };
}

function requireReadable(files: PlanFiles, location: PlanLocation, context: Context, language: Language): void {
  const { is } = files.read(location.entry);
  if (is === 'bytes') return;
  const shown = context.display(context.resolve(location.folder, location.entry));
  if (is === 'missing') throw new CliError(cliText[language].noFile(shown), cliText[language].noFileHint);
  throw new CliError(cliText[language].cannotRead(shown), cliText[language].cannotReadHint);
}

function asOfOf(call: Call, plan: Plan | undefined, context: Context, language: Language): () => Day {
  const given = call.settings.asOf;
  if (given === undefined) return () => today(plan?.timezone ?? 'Asia/Shanghai', context);
  const asOf = parseDay(given);
  if (!asOf) throw new CliError(cliText[language].badDate(given), cliText[language].badDateHint);
  return () => asOf;
}

function today(timezone: string, context: Context): Day {
  try {
    return context.today(timezone);
  } catch {
    return context.today('UTC');
  }
}
