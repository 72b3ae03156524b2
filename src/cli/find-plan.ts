import type { Language } from '../model/language.ts';
import { cliText } from '../text/cli-text.ts';
import type { Context } from './context.ts';
import { CliError } from './exit.ts';

export const PLAN_FILE = 'salesplan.yaml';

/** Where a plan is: its folder (absolute), the file in it, and what the person calls that folder. */
export interface PlanLocation {
  readonly folder: string;
  readonly entry: string;
  readonly isStdin: boolean;
}

/** What the operands of a command that takes `[plan] [goal]` mean: a path that is there (or looks like one) is the plan. */
export interface Operands {
  readonly plan: string | undefined;
  readonly goal: string | undefined;
}

export function readOperands(operands: readonly string[], context: Context, language: Language): Operands {
  const isPlan = (text: string) => text === '-' || /[./\\]/.test(text) || context.isFile(context.resolve(text, PLAN_FILE));
  const plans = operands.filter(isPlan);
  const goals = operands.filter((text) => !isPlan(text));
  const excess = plans[1] ?? goals[1];
  if (excess !== undefined) throw new CliError(cliText[language].tooManyOperands(excess), cliText[language].seeHelp);
  return { plan: plans[0], goal: goals[0] };
}

/** Finds the plan that `path` names; without one looks in the working folder and then upward. */
export function findPlan(path: string | undefined, context: Context, language: Language, stdinName = PLAN_FILE): PlanLocation {
  if (path === undefined) return searchUpward(context, language);
  if (path === '-') return { ...placeOf(stdinName, context), isStdin: true };
  return locationOf(path, context, language);
}

function locationOf(path: string, context: Context, language: Language): PlanLocation {
  const text = cliText[language];
  const full = context.resolve(path);
  if (context.isFolder(full)) {
    if (!context.isFile(context.resolve(full, PLAN_FILE))) throw new CliError(text.folderWithoutPlan(path), text.noPlanHint);
    return { folder: full, entry: PLAN_FILE, isStdin: false };
  }
  if (!context.isFile(full)) throw new CliError(text.noFile(path), text.noFileHint);
  return { ...placeOf(path, context), isStdin: false };
}

/** The folder of a file, from which its includes and data count, and the file in it. */
function placeOf(path: string, context: Context): Pick<PlanLocation, 'folder' | 'entry'> {
  const full = context.resolve(path);
  const folder = context.resolve(full, '..');
  return { folder, entry: full.slice(folder.length).replace(/^[/\\]/, '') };
}

function searchUpward(context: Context, language: Language): PlanLocation {
  for (let folder = context.cwd; ; folder = context.resolve(folder, '..')) {
    if (context.isFile(context.resolve(folder, PLAN_FILE))) return { folder, entry: PLAN_FILE, isStdin: false };
    if (folder === context.resolve(folder, '..')) break;
  }
  throw new CliError(cliText[language].noPlanHere(context.cwd), cliText[language].noPlanHint);
}
