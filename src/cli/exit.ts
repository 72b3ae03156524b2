/** 0 nothing at or above the fail level; 1 findings; 2 misuse or unreadable input; 3 the world or the program failed. */
export const EXIT = { ok: 0, findings: 1, misuse: 2, failure: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Chunks that are loaded later have a class of their own: the name tells. */
export function isCliError(error: unknown): error is CliError {
  return error instanceof Error && error.name === 'CliError';
}

/** The command line is wrong, or what it names can't be read: one line and the way out, never a stack trace. */
export class CliError extends Error {
  readonly hint: string | undefined;
  readonly code: ExitCode;
  constructor(message: string, hint?: string, code: ExitCode = EXIT.misuse) {
    super(message);
    this.name = 'CliError';
    this.hint = hint;
    this.code = code;
  }
}
