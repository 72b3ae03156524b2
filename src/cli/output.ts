import type { Language } from '../model/language.ts';
import { cliText } from '../text/cli-text.ts';
import type { GlobalSettings } from './command.ts';
import type { Context } from './context.ts';
import { CliError, EXIT } from './exit.ts';

/** Writes a command's result to standard output, or whole to the file of `--output`. */
export function deliver(result: string | Uint8Array, settings: GlobalSettings, language: Language, context: Context): void {
  if (settings.output === undefined) {
    context.stdout.write(typeof result === 'string' ? result : new TextDecoder().decode(result));
    return;
  }
  const path = outputPath(settings.output, language, context);
  try {
    context.writeFile(path, result);
  } catch (error) {
    throw cannotWrite(settings.output, error, language);
  }
  if (!settings.isQuiet) context.stderr.write(`${cliText[language].written(settings.output)}\n`);
}

/** Where `--output` says; a folder is told of before anything is written. */
export function outputPath(output: string, language: Language, context: Context): string {
  const path = context.resolve(output);
  if (!/[/\\]$/.test(output) && !context.isFolder(path)) return path;
  throw new CliError(cliText[language].outputIsFolder(output), cliText[language].outputIsFolderHint);
}

export function cannotWrite(path: string, error: unknown, language: Language): CliError {
  const why = error instanceof Error ? (error.message.split(',')[0] ?? '') : '';
  return new CliError(cliText[language].cannotWrite(path, why), undefined, EXIT.failure);
}

/** Refuses a format that the command does not have, with the names that it has. */
export function chooseFormat(given: string | undefined, names: readonly string[], language: Language): string {
  const chosen = given ?? names[0] ?? '';
  if (names.includes(chosen)) return chosen;
  throw new CliError(cliText[language].unknownFormat(chosen), cliText[language].choose(names));
}
