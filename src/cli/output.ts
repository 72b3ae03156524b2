import type { Language } from '../model/language.ts';
import { cliText, type WriteFault } from '../text/cli-text.ts';
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
  const { cannotWrite: words, writeFaults } = cliText[language];
  const code = String((error as { readonly code?: unknown } | undefined)?.code ?? '');
  const fault = FAULTS[code];
  const why = fault ? writeFaults[fault] : `${writeFaults.other}${code === '' ? '' : ` (${code})`}`;
  return new CliError(words(path, why), undefined, EXIT.failure);
}

/** By the code of the error. */
const FAULTS: Readonly<Record<string, WriteFault>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read-only',
  EACCES: 'denied',
  EPERM: 'denied',
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  EEXIST: 'no-folder',
  EISDIR: 'is-folder',
  ENAMETOOLONG: 'too-long',
  EBUSY: 'busy',
};

/** Refuses a format that the command does not have, with the names that it has. */
export function chooseFormat(given: string | undefined, names: readonly string[], language: Language): string {
  const chosen = given ?? names[0] ?? '';
  if (names.includes(chosen)) return chosen;
  throw new CliError(cliText[language].unknownFormat(chosen), cliText[language].choose(names));
}
