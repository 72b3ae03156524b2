import { colourLevel } from '../formats/colour-level.ts';
import { FORMATS } from '../formats/index.ts';
import type { Language } from '../model/language.ts';
import type { Report } from '../model/report.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { deliver } from './output.ts';

/** Prints a report in a format: to the terminal, or whole into the file of `--output`. */
export async function printReport(report: Report, format: string, language: Language, call: Call, context: Context): Promise<void> {
  const { render } = (await FORMATS[format]?.()) ?? { render: () => '' };
  const isFile = call.settings.output !== undefined;
  const colour = colourLevel({ flag: call.settings.color, env: context.env, isTerminal: context.stdout.isTerminal && !isFile });
  const unicode = context.env.TERM !== 'linux' && context.env.SALESPLAN_ASCII === undefined;
  const text = render(report, { language, width: windowWidth(context), colour, unicode });
  deliver(text, call.settings, language, context);
}

export function windowWidth({ stdout }: Context): number {
  return Math.max(40, stdout.columns ?? 100);
}
