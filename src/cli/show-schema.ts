import { languageOf } from '../model/language.ts';
import { cliText } from '../text/cli-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import { deliver } from './output.ts';

/** Prints a schema that ships with the program. */
export async function runSchema(call: Call, context: Context): Promise<ExitCode> {
  const language = call.settings.language ?? languageOf(context.env.LANG);
  const shipped = await context.folder(context.shipped('schemas'));
  const { files } = shipped;
  const name = call.operands[0] ?? 'plan';
  const read = files.read(`${name}.schema.json`);
  if (read.is !== 'bytes' || name.includes('/')) {
    const names = (await files.glob('*.schema.json')).map((file) => file.replace('.schema.json', ''));
    throw new CliError(cliText[language].unknownSchema(name), cliText[language].choose(names));
  }
  const schema = new TextDecoder().decode(read.bytes);
  const told = language === 'zh' && name === 'plan' ? (await import('./schema-in-chinese.ts')).schemaInChinese(schema, shipped) : schema;
  deliver(told, call.settings, language, context);
  return EXIT.ok;
}
