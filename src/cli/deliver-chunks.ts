import type { Language } from '../model/language.ts';
import { cliText } from '../text/cli-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { cannotWrite, outputPath } from './output.ts';

/** Writes a long result while it is made: to standard output, or whole into the file of `--output`. */
export async function deliverChunks(chunks: Iterable<string>, language: Language, { settings }: Call, context: Context): Promise<void> {
  const { output } = settings;
  if (output === undefined) {
    for (const chunk of chunks) {
      context.stdout.write(chunk);
      await context.stdout.flush();
    }
    return;
  }
  const path = outputPath(output, language, context);
  try {
    await context.writeChunks(path, chunks);
  } catch (error) {
    throw cannotWrite(output, error, language);
  }
  if (!settings.isQuiet) context.stderr.write(`${cliText[language].written(output)}\n`);
}
