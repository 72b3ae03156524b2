import type { Language } from '../model/language.ts';
import { checkText } from '../text/check-text.ts';
import type { Context } from './context.ts';
import { CliError } from './exit.ts';
import { findPlan } from './find-plan.ts';

/** The plans named, each once; a pattern that the shell left alone is looked up here. Without any: the plan found upward. */
export async function planPaths(
  operands: readonly string[],
  context: Context,
  language: Language,
): Promise<readonly (string | undefined)[]> {
  if (operands.length === 0) return [undefined];
  const paths: string[] = [];
  for (const operand of operands) paths.push(...(await matchesOf(operand, context, language)));
  if (paths.length === 1) return paths;
  const byPlace = new Map(paths.map((path) => [placeOf(path, context, language), path] as const).reverse());
  return paths.filter((path) => byPlace.get(placeOf(path, context, language)) === path);
}

async function matchesOf(operand: string, context: Context, language: Language): Promise<readonly string[]> {
  const full = context.resolve(operand);
  if (!/[*?[{]/.test(operand) || context.isFile(full) || context.isFolder(full)) return [operand];
  const found = await (await context.folder(context.cwd)).files.glob(operand.replaceAll('\\', '/'));
  if (found.length === 0) throw new CliError(checkText[language].noneMatches(operand), checkText[language].noneMatchesHint);
  return found;
}

/** The plan's file; a path that leads to none is its own place, for the reading to tell. */
function placeOf(path: string, context: Context, language: Language): string {
  try {
    const { folder, entry } = findPlan(path, context, language);
    return context.resolve(folder, entry);
  } catch {
    return path;
  }
}
