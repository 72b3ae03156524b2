import { Command as Commander, CommanderError, Option } from 'commander';
import type { Language } from '../model/language.ts';
import { type CliText, cliText } from '../text/cli-text.ts';
import { usageMistake, usageTitles } from '../text/usage-text.ts';
import { type Call, type Command, type GlobalSettings, GROUPS } from './command.ts';
import { CliError } from './exit.ts';

/** What the command line asks for: a command to run, or a text (help, version) to print. */
export type Wish = { readonly is: 'run'; readonly command: Command; readonly call: Call } | { readonly is: 'print'; readonly text: string };

interface ProgramInput {
  readonly commands: readonly Command[];
  readonly language: Language;
  readonly version: string;
  readonly columns: number;
  /** Names of formats for a command's help, where they were asked for. */
  readonly formats: ReadonlyMap<string, readonly string[]>;
}

/** Reads the command line. Throws CliError for one that is wrong, with the nearest command or option. */
export function readCommandLine(argv: readonly string[], input: ProgramInput): Wish {
  let wish: Wish | undefined;
  let printed = '';
  const program = new Commander('salesplan');
  const settle = (command: Command, call: Call) => {
    wish = { is: 'run', command, call };
  };
  dress(program, input, (text) => {
    printed += text;
  });
  for (const command of commandsFor(argv, input.commands)) addCommand(program, command, input, settle);
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // A group of commands was named, but none of them.
    if (error.code === 'commander.help') return { is: 'print', text: (groupNamed(program, argv) ?? program).helpInformation() };
    if (error.exitCode !== 0) throw new CliError(usageMistake(error.code, error.message, input.language), cliText[input.language].seeHelp);
  }
  return wish ?? { is: 'print', text: printed || program.helpInformation() };
}

/** A command that is named first is all that is needed; for help, and for what is none, all are. */
function commandsFor([first]: readonly string[], commands: readonly Command[]): readonly Command[] {
  const named = commands.filter(({ name }) => name.split(' ')[0] === first);
  return named.length > 0 ? named : commands;
}

function groupNamed(program: Commander, [first]: readonly string[]): Commander | undefined {
  return program.commands.find((each) => each.name() === first);
}

function dress(program: Commander, input: ProgramInput, print: (text: string) => void): void {
  const text = cliText[input.language];
  program
    .description(text.about)
    .version(input.version, '-V, --version', text.options.version)
    .helpOption('-h, --help', text.options.help)
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => usageTitles[input.language][title] ?? (input.language === 'zh' ? title.replace(/:$/, '：') : title),
    })
    .configureOutput({ writeOut: print, writeErr: () => {}, getOutHelpWidth: () => input.columns, getErrHelpWidth: () => input.columns });
  program.addHelpText('after', `\n${text.exitCodes}`);
}

function addCommand(program: Commander, command: Command, input: ProgramInput, settle: (command: Command, call: Call) => void): void {
  const text = cliText[input.language];
  const [first = '', second] = command.name.split(' ');
  const home = second === undefined ? program : parentOf(program, first, text);
  const made = home.command(
    second === undefined ? `${first} ${command.operands ?? ''}`.trim() : `${second} ${command.operands ?? ''}`.trim(),
  );
  made.description(command.summary[input.language]).helpGroup(`${text.groups[command.group]}:`).allowExcessArguments(false);
  for (const option of command.options ?? []) {
    const added = optionOf(option.flags, option.summary[input.language]);
    made.addOption(option.isHidden ? added.hideHelp() : added);
  }
  addGlobalOptions(made, command, input);
  made.addHelpText(
    'after',
    `\n${text.examples}${input.language === 'zh' ? '：' : ':'}\n${command.examples.map((example) => `  ${example}`).join('\n')}\n`,
  );
  made.action(() => settle(command, callOf(made)));
}

/** An option that may be given again (`<name...>`) takes one value each time: what follows it is the command's. */
function optionOf(flags: string, summary: string): Option {
  const added = new Option(flags.replace('...>', '>'), summary);
  if (!flags.includes('...>')) return added;
  return added.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
}

function parentOf(program: Commander, name: string, { actual, groups }: CliText): Commander {
  const found = program.commands.find((each) => each.name() === name);
  return found ?? program.command(name).helpCommand(false).description(actual).helpGroup(`${groups.actuals}:`);
}

function addGlobalOptions(made: Commander, command: Command, input: ProgramInput): void {
  const text = cliText[input.language].options;
  const names = input.formats.get(command.name);
  if (command.formats)
    made.option(
      '-f, --format <name>',
      names ? `${text.format}${input.language === 'zh' ? '：' : ': '}${names.join(input.language === 'zh' ? '、' : ', ')}` : text.format,
    );
  if (command.readsData) made.option('--allow-outside', text.allowOutside);
  made.option('--lang <language>', text.lang).option('--as-of <date>', text.asOf);
  made.option('--color', text.color).option('--no-color', text.noColor);
  made.option('-q, --quiet', text.quiet).option('--verbose', text.verbose).option('-o, --output <file>', text.output);
}

function callOf(made: Commander): Call {
  const options = made.opts<Record<string, string | boolean | undefined>>();
  return { operands: made.args, options, settings: settingsOf(options, made.getOptionValueSource('color') === 'cli') };
}

function settingsOf(options: Readonly<Record<string, string | boolean | undefined>>, isColorGiven: boolean): GlobalSettings {
  return {
    format: textOf(options.format),
    language: languageFrom(textOf(options.lang)),
    asOf: textOf(options.asOf),
    color: isColorGiven ? options.color === true : undefined,
    isQuiet: options.quiet === true,
    isVerbose: options.verbose === true,
    output: textOf(options.output),
  };
}

function textOf(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function languageFrom(tag: string | undefined): Language | undefined {
  if (tag === undefined) return undefined;
  if (/^en([-_]|$)/i.test(tag)) return 'en';
  if (/^zh([-_]|$)/i.test(tag)) return 'zh';
  throw new CliError(`--lang takes en or zh, not ${tag}`);
}

/** The order in which help shows the groups. */
export function byGroup(commands: readonly Command[]): readonly Command[] {
  return GROUPS.flatMap((group) => commands.filter((command) => command.group === group));
}
