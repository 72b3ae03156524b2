import type { Language } from '../model/language.ts';
import type { Context } from './context.ts';
import type { ExitCode } from './exit.ts';

export const GROUPS = ['start', 'check', 'hand-down', 'actuals', 'follow-up', 'help'] as const;
export type Group = (typeof GROUPS)[number];
export type Bilingual = Readonly<Record<Language, string>>;

export interface Option {
  /** As commander takes it: `--depth <levels>`. */
  readonly flags: string;
  readonly summary: Bilingual;
  readonly isHidden?: boolean;
}

/** A command: one file here, one export line in `commands/index.ts`. Heavy rooms are imported inside `run`. */
export interface Command {
  /** One word, or two (`actual status`). */
  readonly name: string;
  readonly group: Group;
  readonly summary: Bilingual;
  /** `[plan] [goal]` and the like, as commander takes them. */
  readonly operands?: string;
  readonly options?: readonly Option[];
  /** It reads the data that a plan binds: `--allow-outside` lets them lie anywhere. */
  readonly readsData?: true;
  readonly examples: readonly string[];
  /** Which registry `--format` names come from; the first is the default on a terminal. */
  readonly formats?: () => Promise<readonly string[]>;
  run(call: Call, context: Context): Promise<ExitCode>;
}

/** What the person typed. */
export interface Call {
  readonly operands: readonly string[];
  /** By the option's long name in camel case, as commander gives them. */
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly settings: GlobalSettings;
}

/** The options that every command has. */
export interface GlobalSettings {
  readonly format: string | undefined;
  /** From `--lang`; undefined: the plan's language, for lack of a plan the environment's. */
  readonly language: Language | undefined;
  readonly asOf: string | undefined;
  readonly color: boolean | undefined;
  readonly isQuiet: boolean;
  readonly isVerbose: boolean;
  readonly output: string | undefined;
}
