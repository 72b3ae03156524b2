import { type Language, languageOf } from '../model/language.ts';
import { cliText } from '../text/cli-text.ts';
import type { Refusal } from '../text/world-text.ts';
import type { Command } from './command.ts';
import * as commands from './commands/index.ts';
import type { Context } from './context.ts';
import { type CliError, EXIT, type ExitCode } from './exit.ts';
import { byGroup, readCommandLine } from './program.ts';
import { printable, tellCliError } from './tell-error.ts';

const COMMANDS = byGroup(Object.values(commands));

/** Runs one command line in a world. The one place where an error becomes an exit code. */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  const language = languageOfCall(argv, context);
  try {
    const formats = await formatsForHelp(argv);
    const columns = context.stdout.columns ?? 80;
    const wish = readCommandLine(argv, { commands: COMMANDS, language, version: context.version, columns, formats });
    if (wish.is === 'run') return await wish.command.run(wish.call, context);
    context.stdout.write(wish.text);
    return EXIT.ok;
  } catch (error) {
    return await told(error, language, argv.includes('--verbose'), context);
  }
}

async function told(error: unknown, language: Language, isVerbose: boolean, context: Context): Promise<ExitCode> {
  const text = cliText[language];
  if (error instanceof Error && error.name === 'CliError') {
    tellCliError(error as CliError, context);
    return (error as CliError).code;
  }
  if (error instanceof Error && error.name === 'ExitPromptError') {
    context.stderr.write(`salesplan: ${text.stopped}\n`);
    return EXIT.misuse;
  }
  const refusal = REFUSALS[(error as { readonly code?: string } | undefined)?.code ?? ''];
  if (refusal) {
    const { refused, hints } = (await import('../text/world-text.ts')).worldText[language];
    context.stderr.write(`salesplan: ${refused[refusal]}\n${hints[refusal]}\n`);
    return EXIT.failure;
  }
  const reason = error instanceof Error ? (isVerbose ? (error.stack ?? error.message) : error.message) : String(error);
  context.stderr.write(`salesplan: ${text.bug}\n${isVerbose ? reason : printable(reason)}\n${text.bugHint}\n`);
  return EXIT.failure;
}

/** What the machine refuses is no fault of the program: by the code of the error. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read-only',
  EACCES: 'denied',
  EPERM: 'denied',
};

/** Before the plan is read: `--lang`, else the environment's. */
function languageOfCall(argv: readonly string[], context: Context): Language {
  const at = argv.findIndex((each) => each === '--lang' || each.startsWith('--lang='));
  const given = argv[at]?.split('=')[1] ?? (at < 0 ? undefined : argv[at + 1]);
  return languageOf(given ?? context.env.LC_ALL ?? context.env.LC_MESSAGES ?? context.env.LANG);
}

async function formatsForHelp(argv: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = new Map<string, readonly string[]>();
  if (!argv.some((each) => each === '-h' || each === '--help')) return names;
  for (const command of COMMANDS.filter((each) => isNamed(each, argv))) names.set(command.name, (await command.formats?.()) ?? []);
  return names;
}

function isNamed(command: Command, argv: readonly string[]): boolean {
  return command.formats !== undefined && command.name.split(' ').every((word) => argv.includes(word));
}
