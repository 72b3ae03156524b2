import type { Context } from './context.ts';
import type { CliError } from './exit.ts';

/** A mistake on the command line, with the way out, on standard error. */
export function tellCliError({ message, hint }: CliError, context: Context): void {
  context.stderr.write(`salesplan: ${printable(message)}\n${hint ? `${printable(hint)}\n` : ''}`);
}

/** What a person typed may hold control characters: shown, never sent. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (character) => {
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}
