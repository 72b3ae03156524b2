import { serve } from '../lsp/serve.ts';
import { lspText } from '../text/lsp-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { editorWorkspace } from './editor-workspace.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import { spokenLanguage } from './open-plan.ts';

/** `salesplan lsp`: speaks the Language Server Protocol with an editor until that ends it. */
export async function runLsp(call: Call, context: Context): Promise<ExitCode> {
  const text = lspText[spokenLanguage(call, context)];
  if (context.stdin.isTerminal) throw new CliError(text.onTerminal, text.onTerminalHint);
  await serve({
    input: process.stdin,
    output: process.stdout,
    version: context.version,
    workspace: (locale) => editorWorkspace(call, locale === undefined ? context : { ...context, env: { ...context.env, LC_ALL: locale } }),
  });
  return EXIT.ok;
}
